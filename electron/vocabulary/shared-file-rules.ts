/** Environments in one file, and saved calls in one environment. */
export const mostShared = { environments: 10_000, apiCalls: 5000 }

/** Said when a member of a shared file is not as it has to be. */
export const sharedFileRules = {
  id: 'An id has 1 to 64 letters, digits, "_" or "-".',
  apiCalls: `An environment has at most ${mostShared.apiCalls} saved calls.`,
  publicKey: 'A public key is base64url of 32 bytes.',
  signature: 'A signature is base64url of 64 bytes.',
  environments: 'A file has at most 10,000 environments.',
} as const

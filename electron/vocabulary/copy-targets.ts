/** What a call can be copied as. */
export const copyTargets = [
  'curl_bash',
  'curl_powershell',
  'curl_cmd',
  'httpie',
  'javascript',
  'python',
  'go',
  'java',
  'csharp',
] as const
export type CopyTarget = (typeof copyTargets)[number]

/** The call alone, or the token request before it. */
export const copyScopes = ['call', 'token_and_call'] as const
export type CopyScope = (typeof copyScopes)[number]

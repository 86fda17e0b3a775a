/** What is sent, and where it comes from, to a server that a file names; and what else it would have a person trust. */
export const receiverText = {
  tokenEndpoint: 'the token endpoint',
  signedWith: (key: string) => `signed with the key: ${key}`,
  usualFile: '(the usual one)',
  serviceAccountToken: 'Kubernetes service account token',
  awsLogin: "AWS's default credential chain",
  azureLogin: "Azure's default credential",
  everyRequest: 'Every request',
  proxy: 'goes through this proxy',
  authority: 'trusts what it vouches for',
  authorities: 'trusts what they vouch for',
  acceptedCertificate: 'accepts it untrusted',
  authoritiesIn: (path: string) => `Certificate authorities in ${path}`,
  certificate: (fingerprint: string) => `Certificate ${fingerprint}`,
  authorityNamed: (subject: string, fingerprint: string) => `Certificate authority ${subject} (SHA-256 ${fingerprint})`,
  authorityUnreadable: 'Certificate authority that cannot be read',
} as const

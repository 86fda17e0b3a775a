/** What a person has to do or to know before running a command of curl. */
export const curlNotes = {
  ca: 'Expects ca.pem: the certificate authorities of this environment.',
  certificate: 'Expects client-certificate.pem: the client certificate.',
  key: 'Expects client-key.pem: its private key.',
  keyElsewhere: 'If the private key is not in the file of the certificate, add --key.',
  acceptedCertificate:
    'This environment accepts one certificate by its fingerprint, which curl cannot: give it by --cacert.',
  /** Braces are encoded in a URL and in a form, and cannot be in a comment. */
  variables: (names: readonly string[]) =>
    `Secret variables are left as names in double braces. Put the real values in before you run this: ${names.join(', ')}.`,
  masked: (names: readonly string[]) => `Masked: ${names.join(', ')}. Put the real values in before you run this.`,
  authenticates: (clientId: string, method: string) => `Authenticates as ${clientId} by ${method}.`,
  bodyIncomplete: 'The body is not complete.',
  addCertificate: (subject: string) => `Add --cert and --key for ${subject}.`,
  untrusted: 'The certificate of the server is not trusted: give it to curl by --cacert.',
} as const

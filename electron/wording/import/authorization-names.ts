/** What files of other tools call a kind of authorization, in lower case, and what people call it. */
const names: ReadonlyMap<string, string> = new Map([
  ['akamai-edgegrid', 'Akamai EdgeGrid'],
  ['edgegrid', 'Akamai EdgeGrid'],
  ['api-key', 'an API key'],
  ['apikey', 'an API key'],
  ['asap', 'ASAP'],
  ['aws', 'AWS Signature'],
  ['aws-signature', 'AWS Signature'],
  ['awsv4', 'AWS Signature'],
  ['basic', 'Basic'],
  ['bearer', 'a bearer token'],
  ['digest', 'Digest'],
  ['hawk', 'Hawk'],
  ['http', 'HTTP authentication'],
  ['iam', 'AWS Signature'],
  ['jwt', 'JWT'],
  ['mutualtls', 'mutual TLS'],
  ['netrc', 'netrc'],
  ['ntlm', 'NTLM'],
  ['oauth1', 'OAuth 1.0'],
  ['oauth2', 'OAuth 2.0'],
  ['openidconnect', 'OpenID Connect'],
  ['windows', 'NTLM'],
  ['wsse', 'WSSE'],
])

/** The name of a kind of authorization; one that is not known is called as the file calls it. */
export const authorizationName = (type: string): string => names.get(type.toLowerCase()) ?? type

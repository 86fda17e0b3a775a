import { mark, maskToken } from './mask.ts'

const secrets = new Set(['clientsecret', 'clientassertion', 'assertion', 'password', 'devicesecret'])

const tokens = new Set([
  'accesstoken',
  'refreshtoken',
  'idtoken',
  'token',
  'subjecttoken',
  'actortoken',
  'registrationaccesstoken',
])

/** The private parts of a JWK. @see RFC 7518 §6.2.2, §6.3.2, §6.4.1 */
const privateKeyParts = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'])

export type Masking = (value: string) => string

const hide: Masking = () => mark

/** How to mask the value of a parameter or member of this name; null leaves it. `access_token` and `accessToken` are one. */
export function maskingOf(name: string, inKey: boolean): Masking | null {
  const plain = name.toLowerCase().replaceAll(/[_-]/g, '')
  if (tokens.has(plain)) return maskToken
  if (secrets.has(plain) || (inKey && privateKeyParts.has(plain))) return hide
  return null
}

import { mark, maskToken } from './mask.ts'
import { maskCredentials } from './mask-headers.ts'

/** The last word of a name decides: `slack_bot_token` is a token, `token_type` is none. */
const tokens = /(?:token|tokenhint|jwt|bearer|samlresponse)$/
const secrets = /(?:secret|password|passwd|passphrase|assertion|apikey|privatekey|codeverifier)$/

/** The private parts of a JWK. @see RFC 7518 §6.2.2, §6.3.2, §6.4.1 */
const privateKeyParts = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'])

export type Masking = (value: string) => string

export const hide: Masking = () => mark

/** How to mask the value of a parameter or member of this name; null leaves it. `access_token` and `accessToken` are one. */
export function maskingOf(name: string, inKey: boolean): Masking | null {
  const plain = name.toLowerCase().replaceAll(/[-_. ]/g, '')
  if (tokens.test(plain)) return maskToken
  if (secrets.test(plain) || (inKey && privateKeyParts.has(plain))) return hide
  return plain === 'authorization' || plain === 'proxyauthorization' ? maskCredentials : null
}

import { secretMasker } from '../redaction/mask-secrets.ts'
import type { Proxy } from '../http/transcript.ts'

const longestAnswer = 200

/** The proxy answered, and does not pass the connection on. */
export class ProxyRefusal extends Error {
  readonly code: 'PROXY_AUTHENTICATION' | 'PROXY_REFUSED'

  /** `answer` may be long and may repeat the credentials; neither is shown. */
  constructor(code: ProxyRefusal['code'], proxy: Proxy, answer: string) {
    const masked = secretMasker(credentialsOf(proxy))(answer)
    super(masked.length > longestAnswer ? `${masked.slice(0, longestAnswer)}…` : masked)
    this.code = code
  }
}

/** The value of `Proxy-Authorization`, or null without credentials. @see RFC 7617 §2 */
export function proxyAuthorization({ username, password }: Proxy): string | null {
  return username === '' && password === '' ? null : `Basic ${basicCredentials(username, password)}`
}

const basicCredentials = (username: string, password: string) =>
  Buffer.from(`${username}:${password}`).toString('base64')

const credentialsOf = ({ username, password }: Proxy) =>
  password === '' ? [] : [password, basicCredentials(username, password)]

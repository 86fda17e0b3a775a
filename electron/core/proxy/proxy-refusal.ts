import { secretMasker } from '../redaction/mask-secrets.ts'
import type { FailureEvidence } from '../http/transport-failure.ts'
import type { Proxy } from '../http/transcript.ts'

const longestAnswer = 200

/** The proxy answered, and does not pass the connection on. */
export class ProxyRefusal extends Error {
  readonly code: 'PROXY_AUTHENTICATION' | 'PROXY_REFUSED'

  readonly evidence: FailureEvidence<'proxy_refused'>

  /** What the proxy said may be long and may repeat the credentials; neither is shown. */
  constructor(code: ProxyRefusal['code'], proxy: Proxy, said: FailureEvidence<'proxy_refused'>) {
    super(code)
    const mask = secretMasker(credentialsOf(proxy))
    const shown = (text: string) => {
      const masked = mask(text)
      return masked.length > longestAnswer ? `${masked.slice(0, longestAnswer)}…` : masked
    }
    this.code = code
    this.evidence = {
      ...said,
      ...(said.statusText !== undefined && { statusText: shown(said.statusText) }),
      ...(said.wants !== undefined && { wants: shown(said.wants) }),
      ...(said.words !== undefined && { words: shown(said.words) }),
    }
  }
}

/** The host, the user name or the password is longer than SOCKS can send. */
export class SocksTooLong extends Error {
  readonly code = 'SOCKS_TOO_LONG'
  readonly evidence: FailureEvidence<'socks_too_long'>

  constructor(most: number) {
    super('SOCKS_TOO_LONG')
    this.evidence = { most: String(most) }
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

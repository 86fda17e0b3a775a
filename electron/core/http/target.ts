import { isIP } from 'node:net'

/** Where a URL's server listens. `host` is what to connect to: an IPv6 literal has no brackets here. */
export interface Target {
  url: URL
  secure: boolean
  host: string
  port: number
}

/** Null for anything but an absolute http or https URL. */
export function parseTarget(text: string): Target | null {
  let url: URL
  try {
    url = new URL(text)
  } catch {
    return null
  }
  const secure = url.protocol === 'https:'
  if (!secure && url.protocol !== 'http:') return null
  const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port)
  return { url, secure, host: url.hostname.replace(/^\[(.*)\]$/, '$1'), port }
}

/** The name for SNI, which carries neither IP addresses nor a dot at the end. @see RFC 6066 §3 */
export function serverName(host: string): string | null {
  return isIP(host) === 0 ? host.replace(/\.$/, '') : null
}

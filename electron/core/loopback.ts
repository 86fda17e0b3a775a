import { isLoopbackHost } from '../common/loopback.ts'

/** True for URLs that need no TLS because they do not leave this computer. @see RFC 8252 §8.3 */
export function isLoopback(url: string): boolean {
  return isLoopbackHost(new URL(url).hostname)
}

/** True when what is sent to this URL can be read on the way. */
export function isExposed(url: string): boolean {
  return new URL(url).protocol === 'http:' && !isLoopback(url)
}

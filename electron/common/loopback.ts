/** Both hosts have it; their common types do not. */
declare const URL: new (text: string) => { protocol: string; hostname: string }

/** True for hosts of URLs that do not leave this computer, as `URL` has them in `hostname`. @see RFC 8252 §8.3 */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname)
}

/** True for URLs that need no TLS because they do not leave this computer. @see RFC 8252 §8.3 */
export function isLoopback(url: string): boolean {
  return isLoopbackHost(new URL(url).hostname)
}

/** True when what is sent to this URL can be read on the way. */
export function isExposed(url: string): boolean {
  return new URL(url).protocol === 'http:' && !isLoopback(url)
}

/** True for hosts of URLs that do not leave this computer, as `URL` has them in `hostname`. @see RFC 8252 §8.3 */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname)
}

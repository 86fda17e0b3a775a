import { getProxyForUrl } from 'proxy-from-env'

/** What HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY say, in upper or lower case; null is none. */
export async function systemProxy(url: string): Promise<string | null> {
  const proxy = getProxyForUrl(url)
  return proxy === '' ? null : proxy
}

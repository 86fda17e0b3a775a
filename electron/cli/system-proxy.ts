import { bypassesProxy } from '../core/proxy/proxy-bypass.ts'

type Variables = Readonly<Record<string, string | undefined>>

/**
 * The proxy that HTTPS_PROXY, HTTP_PROXY and ALL_PROXY name for this URL unless NO_PROXY has its host, in lower or upper
 * case; null is none. One without a scheme is an HTTP proxy.
 */
export function proxyOfVariables(url: string, variables: Variables): string | null {
  const value = (name: string): string => variables[name] || variables[name.toUpperCase()] || ''
  const proxy = (value(/^https:/i.test(url) ? 'https_proxy' : 'http_proxy') || value('all_proxy')).trim()
  if (proxy === '' || bypassesProxy(url, value('no_proxy'))) return null
  return proxy.includes('://') ? proxy : `http://${proxy}`
}

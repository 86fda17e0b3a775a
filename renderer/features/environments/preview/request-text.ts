import type { ExchangeRequest } from '../../../../electron/contract/exchange.ts'

/**
 * The request as it goes over the wire. To an http proxy the request line of an http URL holds the whole URL.
 * @see RFC 9112 §3.2
 */
export function requestText({ method, url, headers, body }: ExchangeRequest, proxy: string | null): string {
  const { pathname, search, protocol } = new URL(url)
  const absolute = protocol === 'http:' && proxy !== null && /^https?:/.test(proxy)
  const target = absolute ? url : pathname + search
  const lines = [`${method} ${target} HTTP/1.1`, ...headers.map(([name, value]) => `${name}: ${value}`)]
  return `${lines.join('\n')}\n\n${body?.text ?? ''}`.trimEnd()
}

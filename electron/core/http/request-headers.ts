import type { Headers } from '../../contract/exchange.ts'
import { proxyAuthorization } from '../proxy/proxy-refusal.ts'
import { parseTarget } from './target.ts'
import type { HttpRequest, Proxy } from './transcript.ts'

const framing = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'proxy-authorization', 'origin'])
const withoutBody = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE'])

/**
 * The header fields that go out, in order. Those that frame the message are the transport's alone: a wrong
 * Content-Length of a caller would hang the connection or smuggle a second request. `Origin` never goes out: some
 * authorization servers refuse every request that has one.
 * @see RFC 9112 §3.2, RFC 9110 §8.6 (a method that expects a body says so even when there is none)
 */
export function completeHeaders(request: HttpRequest, proxy: Proxy | null): Headers {
  const own = request.headers.filter(([name]) => !framing.has(name.toLowerCase()))
  const acceptsEncoding = own.some(([name]) => name.toLowerCase() === 'accept-encoding')
  const length = request.body?.byteLength ?? (withoutBody.has(request.method) ? null : 0)
  const target = parseTarget(request.url)
  const authorization = asksProxy(request.url, proxy) && proxy !== null ? proxyAuthorization(proxy) : null
  return [
    ['Host', target?.url.host ?? ''],
    ['Connection', 'keep-alive'],
    ...(authorization === null ? [] : [field('Proxy-Authorization', authorization)]),
    ...(acceptsEncoding ? [] : [field('Accept-Encoding', 'gzip, deflate, br')]),
    ...own,
    ...(length === null ? [] : [field('Content-Length', String(length))]),
  ]
}

/** True when the request is addressed to an http proxy itself, which passes it on. @see RFC 9112 §3.2.2 */
export function asksProxy(url: string, proxy: Proxy | null): boolean {
  return (proxy?.protocol === 'http' || proxy?.protocol === 'https') && parseTarget(url)?.secure === false
}

const field = (name: string, value: string): [string, string] => [name, value]

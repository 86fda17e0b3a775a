import { isIP } from 'node:net'
import type { Headers } from '../../contract/exchange.ts'
import type { HttpRequest, Proxy } from './transcript.ts'
import { proxyAuthorization } from '../proxy/proxy-refusal.ts'

/** Where a URL's server listens. `host` is what to connect to: an IPv6 literal stands without its brackets. */
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

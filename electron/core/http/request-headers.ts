import type { Headers } from '../../contract/exchange.ts'
import type { HttpRequest } from './transcript.ts'

const framing = new Set(['host', 'connection', 'content-length', 'transfer-encoding'])
const withoutBody = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE'])

/**
 * The header fields that go out, in order. Those that frame the message are the transport's alone: a wrong
 * Content-Length of a caller would hang the connection or smuggle a second request.
 * @see RFC 9112 §3.2, RFC 9110 §8.6 (a method that expects a body says so even when there is none)
 */
export function completeHeaders(request: HttpRequest, url: URL): Headers {
  const own = request.headers.filter(([name]) => !framing.has(name.toLowerCase()))
  const acceptsEncoding = own.some(([name]) => name.toLowerCase() === 'accept-encoding')
  const length = request.body?.byteLength ?? (withoutBody.has(request.method) ? null : 0)
  return [
    ['Host', url.host],
    ['Connection', 'keep-alive'],
    ...(acceptsEncoding ? [] : [['Accept-Encoding', 'gzip, deflate, br'] satisfies [string, string]]),
    ...own,
    ...(length === null ? [] : [['Content-Length', String(length)] satisfies [string, string]]),
  ]
}

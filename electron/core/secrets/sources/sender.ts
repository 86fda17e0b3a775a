import { type FailurePlace, transportFailure } from '../../http/transport-failure.ts'
import type { TransportFailure } from '../../../contract/exchange.ts'
import type { Problem } from '../../../contract/problem.ts'
import { parseSystemProxy } from '../../proxy/system-proxy.ts'
import { directNetwork, type HttpRequest, type Network, type ReceivedResponse } from '../../http/transcript.ts'
import { isExposed, isLoopback } from '../../../common/loopback.ts'
import { problem } from '../../problem.ts'
import type { SourceAccess } from '../source.ts'

/** Milliseconds. A secret is small, and the token request waits for it. */
const limits = { connect: 10_000, firstByte: 15_000, total: 30_000 }

/** An answer over 1 MiB holds no secret. */
const maxBytes = 1 << 20

export type Sent = { ok: true; response: ReceivedResponse } | { ok: false; failure: TransportFailure }

/** Sends a request of a source; `timeout` in milliseconds shortens the usual one. Redirects are not followed. */
export type Send = (request: HttpRequest, timeout?: number) => Promise<Sent>

/** Makes what sends the requests of a source: over the system's proxy, trusting these authorities (PEM) besides the usual. */
export function makeSender({ transport, systemProxy }: SourceAccess, ca: readonly string[], signal: AbortSignal): Send {
  const network: Network = {
    ...directNetwork,
    ca,
    proxyFor: async (url) => {
      const proxy = isNear(url) ? null : await systemProxy(url)
      return proxy === null ? null : parseSystemProxy(proxy)
    },
  }
  return async (request, timeout = limits.total) => {
    if (isExposed(request.url) && !isNear(request.url))
      return { ok: false, failure: transportFailure('not_encrypted', placeOf(request.url, 'send')) }
    const total = Math.min(timeout, limits.total)
    const { response, failure } = await transport(request, { signal, network, limits: { ...limits, total }, maxBytes })
    if (failure !== null) return { ok: false, failure }
    return response === null
      ? { ok: false, failure: transportFailure('reset', placeOf(request.url, 'wait'), { at: 'no_answer' }) }
      : { ok: true, response }
  }
}

/** This computer, and the metadata services of clouds, which no proxy reaches. @see RFC 3927 §2.7 */
const isNear = (url: string) => isLoopback(url) || /^169\.254\.\d+\.\d+$/.test(new URL(url).hostname)

function placeOf(url: string, phase: TransportFailure['phase']): FailurePlace {
  const { hostname, port } = new URL(url)
  return { phase, host: hostname, port: Number(port), nodeCode: null }
}

/** Why no answer came. `trust` says where an authority of one's own can be added: at the source, or in the system. */
export const unreachable = (failure: TransportFailure, trust: 'source' | 'system'): Problem =>
  failure.code === 'cancelled' ? problem('source_cancelled') : { ...problem('source_unreachable', { trust }), failure }

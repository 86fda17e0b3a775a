import { isExposed, isLoopback } from '../../loopback.ts'
import type { TransportFailure } from '../../../contract/exchange.ts'
import { directNetwork, type HttpRequest, type Network, type ReceivedResponse } from '../../http/transcript.ts'
import { type FailurePlace, transportFailure } from '../../http/transport-failure.ts'
import { parseSystemProxy } from '../../proxy/system-proxy.ts'
import type { SourceAccess } from '../source.ts'
import { failureText } from '../../../wording/failures.ts'

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

/** Why no answer came, in words. `trust` says where an authority of one's own can be added. */
export function failureMessage(failure: TransportFailure, trust: string): string {
  if (failure.code === 'cancelled') return 'Cancelled.'
  const { title, sentence, advice, detail } = failureText(failure)
  const words = [`${title}: ${sentence}`, adviceFor(failure, advice, trust), detail && `(${detail})`]
  return words.filter(Boolean).join(' ')
}

/** The usual advice sends people to the network settings of an environment, which do not hold for its sources. */
function adviceFor({ code }: TransportFailure, advice: string, trust: string): string {
  switch (code) {
    case 'tls_self_signed':
    case 'tls_unknown_ca':
      return trust
    case 'tls_client_certificate':
      return 'Client certificates are not presented to the sources of secrets.'
    case 'proxy_authentication':
    case 'proxy_refused':
      return 'Check the proxy of this computer: the sources of secrets are asked through it.'
    default:
      return advice
  }
}

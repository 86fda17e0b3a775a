import type { TransportFailure } from '../../contract/exchange.ts'
import { Connecting } from './connect.ts'
import { Connections, PlainAgent, type Pool, TlsAgent } from './connections.ts'
import { Sending } from './sending.ts'
import { asksProxy, completeHeaders } from './request-headers.ts'
import { parseTarget } from './target.ts'
import type { HttpRequest, Transcript, Transport } from './transcript.ts'
import { type FailurePlace, transportFailure } from './transport-failure.ts'
import { chooseProxy, type ProxyChoice } from '../proxy/choose-proxy.ts'

export interface TransportConfig {
  /** Milliseconds since 1970; the system's clock when absent. */
  now?: () => number
}

/** The only opener of sockets. `close` ends the idle connections that are kept for reuse. */
export function createTransport({ now = Date.now }: TransportConfig = {}): Transport & { close: () => void } {
  const connections = new Connections()

  const send: Transport = async (request, options) => {
    const target = parseTarget(request.url)
    const [startedAt, begun] = [now(), performance.now()]
    if (target === null)
      return notSent(
        request,
        startedAt,
        transportFailure('not_http_url', { ...nowhere, nodeCode: 'ERR_INVALID_URL' }),
        0,
      )
    const { host, port } = target
    const known = options.network.proxyFor(request.url)
    const choice: ProxyChoice =
      known instanceof Promise
        ? await chooseProxy(known, { ...nowhere, host, port }, options)
        : { kind: 'chosen', proxy: known }
    if (choice.kind === 'failed') return notSent(request, startedAt, choice.failure, performance.now() - begun)
    const { network, limits, fresh = false, onPhase = () => {} } = options
    const { proxy } = choice
    const pool = connections.poolOf(network, proxy)
    const sent = { ...request, headers: completeHeaders(request, proxy) }
    const wire = {
      agent: agentFor(target.secure, fresh ? null : pool),
      host: target.host,
      port: target.port,
      method: request.method,
      path: (asksProxy(request.url, proxy) ? target.url.origin : '') + target.url.pathname + target.url.search,
      headers: sent.headers.flat(),
      maxHeaderSize: mostHeaderBytes,
      connecting: new Connecting(target, {
        ...network,
        proxy,
        contexts: pool.contexts,
        limit: limits.connect,
        onPhase,
      }),
    }
    return new Sending(sent, options, wire, now()).start()
  }
  return Object.assign(send, { close: () => connections.close() })
}

/** Of an answer, as browsers take; Node by itself takes 16 KiB. */
const mostHeaderBytes = 256 << 10

/** Of the pool, whose connections are reused; one of its own when null. */
function agentFor(secure: boolean, pool: Pool | null): PlainAgent | TlsAgent {
  if (pool !== null) return secure ? pool.tls : pool.plain
  return secure ? new TlsAgent({ keepAlive: false }) : new PlainAgent({ keepAlive: false })
}

const nowhere: FailurePlace = { phase: 'dns', host: '', port: 0, nodeCode: null }

/** Of what failed before a socket was opened. `total` is in milliseconds. */
function notSent(request: HttpRequest, startedAt: number, failure: TransportFailure, total: number): Transcript {
  return {
    startedAt,
    request,
    sent: 'no',
    response: null,
    failure,
    timings: { dns: null, connect: null, proxy: null, tls: null, send: null, wait: null, download: null, total },
    connection: null,
    tls: null,
  }
}

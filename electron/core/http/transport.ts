import type { TransportFailure } from '../../contract/exchange.ts'
import { chooseProxy } from '../proxy/choose-proxy.ts'
import { Connecting } from './connect.ts'
import { Connections } from './connections.ts'
import { asksProxy, completeHeaders } from './request-headers.ts'
import { Sending } from './sending.ts'
import { parseTarget, type Target } from './target.ts'
import type { HttpRequest, Transcript, Transport } from './transcript.ts'

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
    if (target === null) return notSent(request, startedAt, null, notHttp, 0)
    const choice = await chooseProxy(request.url, options)
    if (choice.kind === 'failed') return notSent(request, startedAt, target, choice, performance.now() - begun)
    const { network, limits } = options
    const { proxy } = choice
    const pool = connections.poolOf(network, proxy)
    const sent = { ...request, headers: completeHeaders(request, proxy) }
    const wire = {
      agent: target.secure ? pool.tls : pool.plain,
      host: target.host,
      port: target.port,
      method: request.method,
      path: (asksProxy(request.url, proxy) ? target.url.origin : '') + target.url.pathname + target.url.search,
      headers: sent.headers.flat(),
      connecting: new Connecting(target, { ...network, proxy, contexts: pool.contexts, limit: limits.connect }),
    }
    return new Sending(sent, options, wire, now()).start()
  }
  return Object.assign(send, { close: () => connections.close() })
}

const notHttp = { code: 'other', detail: 'This is not an absolute http or https URL.' } as const

/** Of what failed before a socket was opened. `total` is in milliseconds. */
function notSent(
  request: HttpRequest,
  startedAt: number,
  target: Target | null,
  { code, detail }: Pick<TransportFailure, 'code' | 'detail'>,
  total: number,
): Transcript {
  const { host, port } = target ?? { host: '', port: 0 }
  const nodeCode = target === null ? 'ERR_INVALID_URL' : null
  return {
    startedAt,
    request,
    sent: 'no',
    response: null,
    failure: { code, phase: 'dns', host, port, nodeCode, detail },
    timings: { dns: null, connect: null, proxy: null, tls: null, send: null, wait: null, download: null, total },
    connection: null,
    tls: null,
  }
}

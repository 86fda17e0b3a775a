import { sentOf } from '../../wording/sent.ts'
import type { Exchange, Timings } from '../../contract/exchange.ts'
import type { FlowExchange } from '../../contract/flow.ts'

/** Of an exchange what a picture of the run shows. */
export function flowExchangeOf(exchange: Exchange): FlowExchange {
  const { id, purpose, redirectedFrom, retryOf, request, response, failure, startedAt, connection, tls } = exchange
  return {
    id,
    purpose,
    relation: redirectedFrom !== null ? 'redirect' : retryOf !== null ? 'nonce' : 'first',
    method: request.method,
    url: request.url,
    status: response?.status ?? null,
    failure: failure?.code ?? null,
    failedAt: failure?.phase ?? null,
    sent: sentOf(exchange),
    startedAt,
    timings: rounded(exchange.timings),
    isReused: connection?.reused ?? false,
    proxy: connection?.proxy ?? null,
    tls: tls?.protocol ?? null,
  }
}

/** To hundredths: what a clock says beyond that is noise, and fills the disk. */
function rounded({ dns, connect, proxy, tls, send, wait, download, total }: Timings): Timings {
  const round = (ms: number) => Math.round(ms * 100) / 100
  const roundOrNull = (ms: number | null) => (ms === null ? null : round(ms))
  return {
    dns: roundOrNull(dns),
    connect: roundOrNull(connect),
    proxy: roundOrNull(proxy),
    tls: roundOrNull(tls),
    send: roundOrNull(send),
    wait: roundOrNull(wait),
    download: roundOrNull(download),
    total: round(total),
  }
}

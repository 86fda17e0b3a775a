import { hundredths } from '../../common/hundredths.ts'
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

/** What is beyond that would fill the disk. */
function rounded({ dns, connect, proxy, tls, send, wait, download, total }: Timings): Timings {
  const orNull = (ms: number | null) => (ms === null ? null : hundredths(ms))
  return {
    dns: orNull(dns),
    connect: orNull(connect),
    proxy: orNull(proxy),
    tls: orNull(tls),
    send: orNull(send),
    wait: orNull(wait),
    download: orNull(download),
    total: hundredths(total),
  }
}

import type { Connection, Exchange } from '../../electron/contract/exchange.ts'
import { timeSpan } from '../../electron/wording/time-span.ts'
import { visible } from '../../electron/common/visible.ts'
import { FactsTable } from '../ui/FactsTable.tsx'

/** What the request went over, and whose clock is right. */
export function ConnectionFacts({ exchange: { connection, response, clockOffset } }: { exchange: Exchange }) {
  return (
    <FactsTable
      name="Connection"
      facts={[
        ['Connection', connection === null ? 'none was made' : connection.reused ? 'reused' : 'new'],
        ...(connection === null
          ? []
          : ([
              ['From', addressOf(connection.localAddress, connection.localPort)],
              [
                connection.proxy === null ? 'To' : 'To proxy',
                addressOf(connection.remoteAddress, connection.remotePort),
              ],
              ['Proxy', connection.proxy === null ? 'none' : visible(connection.proxy)],
            ] as const)),
        ...(response === null
          ? []
          : ([
              ['HTTP', `HTTP/${response.httpVersion}`],
              ['Clock', clockSentence(clockOffset)],
            ] as const)),
      ]}
    />
  )
}

function addressOf(address: Connection['localAddress'], port: number | null): string {
  if (address === null) return 'unknown'
  return `${address.includes(':') ? `[${address}]` : address}:${port ?? '?'}`
}

function clockSentence(offset: number | null): string {
  if (offset === null) return 'The answer has no Date header, so the server’s clock is unknown.'
  if (offset === 0) return 'The server’s clock agrees with this computer’s (Date header).'
  return `The server’s clock is ${timeSpan(offset)} ${offset > 0 ? 'ahead of' : 'behind'} this computer’s (Date header).`
}

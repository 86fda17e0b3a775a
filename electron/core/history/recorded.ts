import type { DatabaseSync } from 'node:sqlite'
import type { Exchange } from '../../contract/exchange.ts'
import type { Conclusion } from '../../contract/history.ts'
import { conclusionTable } from '../workspace/tables/conclusions.ts'
import { type ExchangeMark, exchangeMarkTable } from '../workspace/tables/exchange-marks.ts'
import { exchangeTable } from '../workspace/tables/exchanges.ts'

/** An exchange with all that is kept with it. */
export interface Recorded {
  exchange: Exchange
  conclusion: Conclusion | null
  mark: ExchangeMark
}

/** Reads what is recorded from a connection of the workspace, which may be read-only. What is not as it was written is left out. */
export function recordedReader(workspace: DatabaseSync) {
  const exchanges = exchangeTable(workspace)
  const { get: conclusionOf } = conclusionTable(workspace)
  const { get: markOf } = exchangeMarkTable(workspace)
  return {
    conclusionOf,
    markOf,
    /** Null where the exchange is gone, or is not as it was written. */
    get: (id: string): Recorded | null => {
      const exchange = exchanges.get(id)
      return exchange === null ? null : { exchange, conclusion: conclusionOf(id), mark: markOf(id) }
    },
  }
}

import type { DatabaseSync } from 'node:sqlite'
import type { Exchange } from '../../contract/exchange.ts'
import { type Conclusion, conclusionSchema } from '../../contract/history.ts'
import { checkedTable, readJson } from '../workspace/tables/checked-table.ts'
import { exchangeTable } from '../workspace/tables/exchanges.ts'

export interface Mark {
  isPinned: boolean
  note: string
}

/** An exchange with all that is kept with it. */
export interface Recorded {
  exchange: Exchange
  conclusion: Conclusion | null
  mark: Mark
}

/** Reads what is recorded from a connection of the workspace, which may be read-only. What is not as it was written is left out. */
export function recordedReader(workspace: DatabaseSync) {
  const exchanges = exchangeTable(workspace)
  const conclusion = checkedTable(workspace, 'conclusions', ['exchange_id']).select('WHERE exchange_id = ?')
  const mark = checkedTable(workspace, 'exchange_marks', ['exchange_id']).select('WHERE exchange_id = ?')
  const conclusionOf = (id: string): Conclusion | null => {
    const [row] = conclusion(id)
    return row === undefined ? null : readJson(conclusionSchema, row['value'])
  }
  const markOf = (id: string): Mark => {
    const [row] = mark(id)
    return { isPinned: row?.['is_pinned'] === 1, note: String(row?.['note'] ?? '') }
  }
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
export type RecordedReader = ReturnType<typeof recordedReader>

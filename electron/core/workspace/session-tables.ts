import type { DatabaseSync } from 'node:sqlite'
import { createDatabase } from './create.ts'
import type { DamageListener } from './tables/checked-table.ts'
import { type ConclusionTable, conclusionTable } from './tables/conclusions.ts'
import { type ExchangeTable, exchangeTable } from './tables/exchanges.ts'
import { type ExchangesInOrder, exchangesInOrder } from './tables/exchanges-in-order.ts'
import { type FlowRunTable, flowRunTable } from './tables/flow-runs.ts'
import { transactionOf } from './tables/transaction.ts'

/** The tables of what is recorded. */
export interface RecordTables {
  exchanges: ExchangeTable
  conclusions: ConclusionTable
  flowRuns: FlowRunTable
  inOrder: ExchangesInOrder
  /** All of the work on them, or, when it throws, nothing. */
  transaction: <Result>(work: () => Result) => Result
}

export const recordTables = (database: DatabaseSync, noticed?: DamageListener): RecordTables => ({
  exchanges: exchangeTable(database, noticed),
  conclusions: conclusionTable(database, noticed),
  flowRuns: flowRunTable(database, noticed),
  inOrder: exchangesInOrder(database),
  transaction: transactionOf(database),
})

/** The same tables in memory, for what must not reach the disk. */
export interface SessionTables {
  /** Null while nothing had to go there. */
  get: () => RecordTables | null
  /** Makes them where they are not there yet. */
  make: () => RecordTables
  close: () => void
}

export function sessionTables(): SessionTables {
  let made: { database: DatabaseSync; tables: RecordTables } | null = null

  function make(): { database: DatabaseSync; tables: RecordTables } {
    const database = createDatabase(':memory:')
    // The environments are elsewhere; and no temporary file either.
    database.exec('PRAGMA foreign_keys = OFF; PRAGMA temp_store = MEMORY')
    return { database, tables: recordTables(database) }
  }

  return {
    get: () => made?.tables ?? null,
    make: () => (made ??= make()).tables,
    close: () => {
      made?.database.close()
      made = null
    },
  }
}

import type { DatabaseSync } from 'node:sqlite'
import { type HistoryLimits, historyLimitsSchema } from '../../../contract/history.ts'
import { checkedTable, type DamageListener } from './checked-table.ts'
import { transactionOf } from './transaction.ts'

export type HistoryLimitsTable = ReturnType<typeof historyLimitsTable>

const none: HistoryLimits = { days: 0, megabytes: 0 }

/** How much of the history is kept. Nothing is deleted by limits that are not as they were written, or gone. */
export function historyLimitsTable(database: DatabaseSync, noticed: DamageListener = () => {}) {
  const rows = checkedTable(database, 'history_limits', ['id'], noticed)
  const one = rows.select('WHERE id = 1')
  const transaction = transactionOf(database)

  function get(): HistoryLimits {
    const [row] = one()
    return historyLimitsSchema.safeParse({ days: row?.['days'], megabytes: row?.['megabytes'] }).data ?? none
  }

  return {
    get,
    set: (change: Partial<HistoryLimits>): HistoryLimits =>
      transaction(() => {
        const limits = { ...get(), ...change }
        rows.put({ id: 1, ...limits })
        return limits
      }),
  }
}

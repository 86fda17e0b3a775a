import type { DatabaseSync } from 'node:sqlite'
import type { Exchange } from '../../../electron/contract/exchange.ts'
import type { Conclusion } from '../../../electron/contract/history.ts'
import { checkedTable } from '../../../electron/core/workspace/tables/checked-table.ts'
import { exchangeTable } from '../../../electron/core/workspace/tables/exchanges.ts'
import { createDatabase } from '../../../electron/core/workspace/create.ts'
import { exchange as recorded } from '../evidence/exchange.ts'

export const good: Conclusion = {
  verdict: 'good',
  outcome: 'issued',
  findings: [],
  token: null,
  environmentName: 'Billing',
}

/** A workspace to be filled with what is recorded. */
export function recordingIn(database: DatabaseSync = createDatabase(':memory:')) {
  const exchanges = exchangeTable(database)
  const conclusions = checkedTable(database, 'conclusions', ['exchange_id'])
  const marks = checkedTable(database, 'exchange_marks', ['exchange_id'])
  return {
    database,
    add: (change: Partial<Exchange> & { id: string }): void => exchanges.add({ ...recorded, ...change }),
    conclude: (id: string, change: Partial<Conclusion>): void =>
      conclusions.put({ exchange_id: id, value: JSON.stringify({ ...good, ...change }) }),
    mark: (id: string, isPinned: boolean, note = ''): void =>
      marks.put({ exchange_id: id, is_pinned: Number(isPinned), note: JSON.stringify(note) }),
    remove: (id: string): void => {
      database.prepare('DELETE FROM exchanges WHERE id = ?').run(id)
    },
  }
}

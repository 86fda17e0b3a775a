import type { DatabaseSync } from 'node:sqlite'
import { checkedTable, type DamageListener } from './checked-table.ts'
import { transactionOf } from './transaction.ts'

export type UnrecordedTable = ReturnType<typeof unrecordedTable>

/** The environments whose exchanges are not recorded, on this computer. It is asked with each request, so it is in memory too. */
export function unrecordedTable(database: DatabaseSync, noticed: DamageListener = () => {}) {
  const rows = checkedTable(database, 'unrecorded_environments', ['environment_id'], noticed)
  const remove = database.prepare('DELETE FROM unrecorded_environments WHERE environment_id = ?')
  const transaction = transactionOf(database)
  // A damaged row counts: damage does not switch recording on.
  const known = new Set(
    rows
      .selectAll('')()
      .map((row) => String(row['environment_id'])),
  )

  return {
    has: (environmentId: string): boolean => known.has(environmentId),
    list: (): string[] => [...known],
    /** In one transaction with what `record` writes of it. @throws where there is no such environment */
    set: (environmentId: string, isRecorded: boolean, record: () => void = () => {}): void => {
      transaction(() => {
        if (isRecorded) remove.run(environmentId)
        else rows.put({ environment_id: environmentId })
        record()
      })
      if (isRecorded) known.delete(environmentId)
      else known.add(environmentId)
    },
  }
}

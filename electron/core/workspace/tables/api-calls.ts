import type { DatabaseSync } from 'node:sqlite'
import { type ApiCall, apiCallSchema } from '../../../contract/api-call.ts'
import { checkedTable, type DamageListener, readJson, type Row } from './checked-table.ts'
import { transactionOf } from './transaction.ts'

export type ApiCallTable = ReturnType<typeof apiCallTable>

export function apiCallTable(database: DatabaseSync, noticed: DamageListener = () => {}) {
  const rows = checkedTable(database, 'api_calls', ['id'], noticed)
  const transaction = transactionOf(database)
  const list = rows.select('WHERE environment_id = ? ORDER BY position')
  const one = rows.select('WHERE id = ?')
  const last = database.prepare('SELECT coalesce(max(position), 0) AS position FROM api_calls')
  const remove = database.prepare('DELETE FROM api_calls WHERE id = ?')

  function fromRow(row: Row): ApiCall[] {
    const call = readJson(apiCallSchema, row['value'])
    if (call === null) noticed('api_calls', row)
    return call === null ? [] : [call]
  }

  return {
    /** A row that cannot be read, or is not as it was written, stays, and is left out. */
    list: (environmentId: string): ApiCall[] => list(environmentId).flatMap(fromRow),
    get: (id: string): ApiCall | null => one(id).flatMap(fromRow)[0] ?? null,
    /** Adds the call, or replaces the one with its id. */
    put: (call: ApiCall): void => {
      transaction(() => {
        const [before] = one(call.id)
        rows.put({
          id: call.id,
          environment_id: before?.['environment_id'] ?? call.environmentId,
          position: before?.['position'] ?? Number(last.get()?.['position'] ?? 0) + 1,
          value: JSON.stringify(call),
        })
      })
    },
    delete: (id: string): void => {
      remove.run(id)
    },
  }
}

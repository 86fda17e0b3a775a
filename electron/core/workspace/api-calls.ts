import type { DatabaseSync } from 'node:sqlite'
import { type ApiCall, apiCallSchema } from '../../contract/api-call.ts'

export type ApiCallTable = ReturnType<typeof apiCallTable>

export function apiCallTable(database: DatabaseSync) {
  const list = database.prepare('SELECT value FROM api_calls WHERE environment_id = ? ORDER BY position')
  const one = database.prepare('SELECT value FROM api_calls WHERE id = ?')
  const put = database.prepare(
    `INSERT INTO api_calls (id, environment_id, position, value)
     VALUES (?, ?, (SELECT coalesce(max(position), 0) + 1 FROM api_calls), ?)
     ON CONFLICT (id) DO UPDATE SET value = excluded.value`,
  )
  const remove = database.prepare('DELETE FROM api_calls WHERE id = ?')

  return {
    list: (environmentId: string): ApiCall[] => list.all(environmentId).map(fromRow),
    get: (id: string): ApiCall | null => {
      const row = one.get(id)
      return row === undefined ? null : fromRow(row)
    },
    /** Adds the call, or replaces the one with its id. */
    put: (call: ApiCall): void => {
      put.run(call.id, call.environmentId, JSON.stringify(call))
    },
    delete: (id: string): void => {
      remove.run(id)
    },
  }
}

function fromRow(row: Record<string, unknown>): ApiCall {
  return apiCallSchema.parse(JSON.parse(String(row['value'])))
}

import type { DatabaseSync } from 'node:sqlite'
import { type WaySetting, waySettingSchema } from '../../../contract/way.ts'
import { checkedTable, type DamageListener } from './checked-table.ts'

export type FromFileTable = ReturnType<typeof fromFileTable>

/**
 * The origins and ways that came to an environment with a file, for as long as no person typed the same. A row that is not
 * as it was written still counts: it can only ask.
 */
export function fromFileTable(database: DatabaseSync, noticed: DamageListener = () => {}) {
  const rows = checkedTable(database, 'from_files', ['environment_id', 'part', 'value'], noticed)
  const list = rows.selectAll('WHERE environment_id = ? ORDER BY part, value')
  const remove = database.prepare('DELETE FROM from_files WHERE environment_id = ? AND part = ? AND value = ?')
  const clear = database.prepare('DELETE FROM from_files WHERE environment_id = ?')

  return {
    list: (environmentId: string): WaySetting[] =>
      list(environmentId).flatMap(({ part, value }) => waySettingSchema.safeParse({ part, value }).data ?? []),
    add: (environmentId: string, { part, value }: WaySetting): void => {
      rows.put({ environment_id: environmentId, part, value })
    },
    remove: (environmentId: string, { part, value }: WaySetting): void => {
      remove.run(environmentId, part, value)
    },
    clear: (environmentId: string): void => {
      clear.run(environmentId)
    },
  }
}

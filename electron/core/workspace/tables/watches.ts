import type { DatabaseSync } from 'node:sqlite'
import { type Watch, watchSchema } from '../../../contract/watch.ts'
import { checkedTable, type DamageListener, readJson } from './checked-table.ts'

export type WatchTable = ReturnType<typeof watchTable>

/** What is watched, one watch for an environment. One that is not as it was written watches nothing. */
export function watchTable(database: DatabaseSync, noticed: DamageListener = () => {}) {
  const rows = checkedTable(database, 'watches', ['environment_id'], noticed)
  const all = rows.select('ORDER BY rowid')
  const remove = database.prepare('DELETE FROM watches WHERE environment_id = ?')

  return {
    list: (): Watch[] => all().flatMap(({ value }) => readJson(watchSchema, value) ?? []),
    /** @throws where there is no such environment */
    put: (watch: Watch): void => {
      rows.put({ environment_id: watch.environmentId, value: JSON.stringify(watch) })
    },
    /** False where there was none. */
    remove: (environmentId: string): boolean => remove.run(environmentId).changes > 0,
  }
}

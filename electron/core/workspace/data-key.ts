import type { DatabaseSync } from 'node:sqlite'

export type DataKeyTable = ReturnType<typeof dataKeyTable>

/** The one row that holds the wrapped key of the stored secrets, as JSON. */
export function dataKeyTable(database: DatabaseSync) {
  const one = database.prepare('SELECT value FROM data_key WHERE id = 1')
  const put = database.prepare(
    'INSERT INTO data_key (id, value) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value',
  )
  const remove = database.prepare('DELETE FROM data_key')

  return {
    get: (): unknown => {
      const row = one.get()
      return row === undefined ? null : JSON.parse(String(row['value']))
    },
    put: (value: object): void => {
      put.run(JSON.stringify(value))
    },
    delete: (): void => {
      remove.run()
    },
  }
}

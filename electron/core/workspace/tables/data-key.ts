import type { DatabaseSync } from 'node:sqlite'
import { checkedTable, type DamageListener } from './checked-table.ts'

export type DataKeyTable = ReturnType<typeof dataKeyTable>

/** The one row that holds the wrapped key of the stored secrets, as JSON. */
export function dataKeyTable(database: DatabaseSync, noticed: DamageListener = () => {}) {
  const rows = checkedTable(database, 'data_key', ['id'], noticed)
  const one = rows.selectAll('WHERE id = 1')
  const remove = database.prepare('DELETE FROM data_key')

  return {
    /** Null when there is none. A damaged one is given as it is: it has a check value, and no other may take its place. */
    get: (): unknown => {
      const [row] = one()
      return row === undefined ? null : parse(String(row['value']))
    },
    put: (value: object): void => {
      rows.put({ id: 1, value: JSON.stringify(value) })
    },
    delete: (): void => {
      remove.run()
    },
  }
}

/** What is no JSON is given as the text that it is. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import { checksumOf, isChecksum, type Row } from './checksum.ts'

/** Hears of a row that is not as it was written. */
export type DamageListener = (table: string, row: Row) => void

/** One table whose rows carry a checksum of all their columns, whatever columns the schema has: it is written and checked here. */
export function checkedTable(
  database: DatabaseSync,
  table: string,
  key: readonly string[],
  noticed: DamageListener = () => {},
) {
  const columns = checkedColumns(database, table)
  const changed = columns.filter((name) => !key.includes(name))
  const put = database.prepare(
    `INSERT INTO ${table} (${columns.join(', ')}, checksum) VALUES (${columns.map(() => '?').join(', ')}, ?)
     ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${[...changed, 'checksum'].map((name) => `${name} = excluded.${name}`).join(', ')}`,
  )
  const isGood = (row: Row): boolean => isChecksum(row['checksum'], checksumOf(columns.map((name) => row[name])))

  /** Gives the rows with all columns, damaged ones too. */
  function selectAll(which: string): (...parameters: SQLInputValue[]) => Row[] {
    const statement = database.prepare(`SELECT * FROM ${table} ${which}`)
    // A number that damage made too large for JavaScript is no reason to fail.
    statement.setReadBigInts(true)
    return (...parameters) => {
      const rows = statement.all(...parameters).map(withNumbers)
      for (const row of rows) if (!isGood(row)) noticed(table, row)
      return rows
    }
  }

  return {
    isGood,
    selectAll,
    /** Gives the rows that are as they were written. */
    select: (which: string) => {
      const all = selectAll(which)
      return (...parameters: SQLInputValue[]): Row[] => all(...parameters).filter(isGood)
    },
    /** Adds the row, or replaces all of the one with its key. */
    put: (row: Row): void => {
      const cells = columns.map((name) => row[name] ?? null)
      put.run(...cells, checksumOf(cells))
    },
  }
}

/** What a checksum is over: every column but itself. Empty for a table without one. */
export function checkedColumns(database: DatabaseSync, table: string): string[] {
  const names = database.prepare('SELECT name FROM pragma_table_info(?)').all(table)
  const all = names.map(({ name }) => String(name))
  return all.includes('checksum') ? all.filter((name) => name !== 'checksum') : []
}

/** Whole numbers as numbers; those that are none of ours stay what they are, and are damage. */
export function withNumbers(row: Row): Row {
  for (const [name, cell] of Object.entries(row)) {
    if (typeof cell === 'bigint' && BigInt.asIntN(53, cell) === cell) row[name] = Number(cell)
  }
  return row
}

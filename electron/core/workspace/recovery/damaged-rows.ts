import type { DatabaseSync } from 'node:sqlite'
import {
  checkedColumns,
  checksumOf,
  isChecksum,
  type Row,
  summaryChecksum,
  withNumbers,
} from '../tables/checked-table.ts'

/** A row that is not as it was written, where it is now. */
export interface DamagedRow {
  table: string
  rowid: number
  row: Row
}

/** What grows with every request and is nothing that was typed: it is checked when it is read and before a backup. */
const recorded: ReadonlySet<string> = new Set(['exchanges', 'conclusions', 'flow_runs', 'audit_events'])

export function checkedTables(database: DatabaseSync): string[] {
  const names = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all()
  return names.map(({ name }) => String(name)).filter((name) => checkedColumns(database, name).length > 0)
}

export const typedTables = (database: DatabaseSync): string[] =>
  checkedTables(database).filter((name) => !recorded.has(name))

/** The rows of these tables whose checksums do not match, one table after the other. */
export function damagedRows(database: DatabaseSync, tables: readonly string[]): DamagedRow[] {
  return tables.flatMap((table) => {
    const columns = checkedColumns(database, table)
    const statement = database.prepare(`SELECT rowid AS place_of_row, * FROM ${table}`)
    statement.setReadBigInts(true)
    const damaged: DamagedRow[] = []
    for (const found of statement.iterate()) {
      const { place_of_row: rowid = null, ...row } = withNumbers({ ...found })
      const expected = checksumOf(columns.map((name) => row[name]))
      if (!isChecksum(row['checksum'], expected)) damaged.push({ table, rowid: Number(rowid), row })
    }
    return damaged
  })
}

/** Gives every row its checksum, after a migration has rewritten them; those that were damaged before stay so. */
export function sealRows(database: DatabaseSync, damaged: readonly DamagedRow[]): void {
  for (const table of checkedTables(database)) {
    const columns = checkedColumns(database, table)
    const left = new Set(damaged.flatMap((each) => (each.table === table ? [each.rowid] : [])))
    const one = database.prepare(`SELECT * FROM ${table} WHERE rowid = ?`)
    one.setReadBigInts(true)
    const seal = database.prepare(`UPDATE ${table} SET checksum = ? WHERE rowid = ?`)
    const sealSummary = columns.includes('summary_checksum')
      ? database.prepare(`UPDATE ${table} SET summary_checksum = ? WHERE rowid = ?`)
      : null
    // Where a table has an integer key, SQLite calls its rowid by the name of that key.
    for (const { place_of_row } of database.prepare(`SELECT rowid AS place_of_row FROM ${table}`).all()) {
      const rowid = Number(place_of_row)
      const row = one.get(rowid)
      if (row === undefined || left.has(rowid)) continue
      withNumbers(row)
      if (sealSummary !== null) {
        row['summary_checksum'] = summaryChecksum(row)
        sealSummary.run(row['summary_checksum'], rowid)
      }
      seal.run(checksumOf(columns.map((name) => row[name])), rowid)
    }
  }
}

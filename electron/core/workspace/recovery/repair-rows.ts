import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { apiCallSchema } from '../../../contract/api-call.ts'
import { environmentInputSchema } from '../../../contract/environment.ts'
import { connect } from '../connect.ts'
import { dated } from '../files.ts'
import { checkedTables, type DamagedRow, damagedRows } from './damaged-rows.ts'
import { mendRow } from './mend-row.ts'
import { clearSuspicion } from './suspicion.ts'
import { readJson } from '../tables/checked-table.ts'
import { transactionOf } from '../tables/transaction.ts'
import { toWorkspaceFault } from '../to-workspace-fault.ts'

/** What was done about rows that could not be read. */
export interface Repair {
  rows: number
  /** Where the rows are kept as they were found. */
  keptAs: string
}

/**
 * Makes a workspace whose rows are damaged usable with what can be read of them; all of them are kept as they were found.
 * @throws WorkspaceFault, and then nothing was changed
 */
export function keepReadableRows(workspace: string, now: number): void {
  try {
    const database = connect(workspace, 'FULL')
    try {
      repair(database, damagedRows(database, checkedTables(database)), workspace, now)
    } finally {
      database.close()
    }
    clearSuspicion(workspace)
  } catch (error) {
    throw toWorkspaceFault(error, workspace)
  }
}

/** Repairs what an earlier version stored and this one cannot read, with the schema of the contract. Null when all is well. */
export function repairUnreadable(database: DatabaseSync, workspace: string, now: number): Repair | null {
  const schemas = { environments: environmentInputSchema, api_calls: apiCallSchema }
  const rows = Object.entries(schemas).flatMap(([table, schema]) =>
    database
      .prepare(`SELECT rowid AS place_of_row, * FROM ${table}`)
      .all()
      .filter(({ value }) => readJson<unknown>(schema, value) === null)
      .map(({ place_of_row: rowid, ...row }): DamagedRow => ({ table, rowid: Number(rowid), row })),
  )
  return rows.length === 0 ? null : repair(database, rows, workspace, now)
}

function repair(database: DatabaseSync, rows: readonly DamagedRow[], workspace: string, now: number): Repair {
  const keptAs = path.join(path.dirname(workspace), `unreadable rows ${dated(now)}.json`)
  const found = rows.concat(lostNotes(database, rows)).map(({ table, row }) => Object.assign({ table }, row))
  if (workspace !== ':memory:')
    writeFileSync(keptAs, `${JSON.stringify(found, asText, 2)}\n`, { mode: 0o600, flush: true })
  transactionOf(database)(() => {
    for (const each of rows) mendRow(database, each)
  })
  return { rows: rows.length, keptAs }
}

/** What a person kept with exchanges that are removed goes with them. */
function lostNotes(database: DatabaseSync, rows: readonly DamagedRow[]): DamagedRow[] {
  if (rows.every(({ table }) => table !== 'exchanges')) return []
  const ofExchange = database.prepare('SELECT rowid AS place_of_row, * FROM exchange_marks WHERE exchange_id = ?')
  return rows
    .filter(({ table }) => table === 'exchanges')
    .flatMap(({ row }) => ofExchange.all(row['id'] ?? null))
    .map(({ place_of_row: rowid, ...row }) => ({ table: 'exchange_marks', rowid: Number(rowid), row }))
}

/** Bytes as base64, and numbers that JSON has none for as their digits. */
function asText(_name: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value)
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value
}

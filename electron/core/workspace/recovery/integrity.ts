import type { DatabaseSync } from 'node:sqlite'
import type { FileProblem } from '../../../contract/workspace-fault.ts'
import { changeCountProblem } from '../tables/change-count.ts'
import { damagedEntry } from './damaged-entry.ts'
import { checkedTables, type DamagedRow, damagedRows } from './damaged-rows.ts'

/**
 * What grows with every request. Reading all of it takes half a second at 100,000 exchanges, the rest 4 ms: so a start
 * looks at what was typed, and a backup at everything.
 */
const recorded = /^(?:exchanges|conclusions|sqlite_)/

/** SQLite's complaints about what a person typed, its indexes and references; none is a good sign. */
export function structureOfTyped(database: DatabaseSync): FileProblem[] {
  const names = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
  const check = database.prepare('SELECT integrity_check AS said FROM pragma_integrity_check(?)')
  const typed = names.map(({ name }) => String(name)).filter((name) => !recorded.test(name))
  const problems = typed.flatMap((name) => complaints(check.all(name)).concat(brokenReferences(database, name)))
  return [...problems, ...changeCountProblem(database)]
}

/** The same about the whole file, and every index against its table. */
export function structureOfWhole(database: DatabaseSync): FileProblem[] {
  const said = database.prepare('SELECT integrity_check AS said FROM pragma_integrity_check').all()
  return [...complaints(said), ...brokenReferences(database), ...changeCountProblem(database)]
}

/** Everything that is wrong with the file: its structure, and the rows that are not as they were written. */
export function problemsOfWhole(database: DatabaseSync): FileProblem[] {
  const structure = structureOfWhole(database)
  if (structure.length > 0) return structure
  const rows = damagedRows(database, checkedTables(database))
  return rows.length === 0 ? [] : [entriesChanged(database, rows)]
}

export function entriesChanged(database: DatabaseSync, rows: readonly DamagedRow[]): FileProblem {
  const entries = rows.map(({ table, row }) => damagedEntry(database, table, row))
  return { code: 'entries_changed', evidence: { entries } }
}

export const reported = (message: string): FileProblem => ({ code: 'reported', evidence: { message } })

function complaints(rows: Record<string, unknown>[]): FileProblem[] {
  return rows
    .map(({ said }) => String(said))
    .filter((said) => said !== 'ok')
    .map(reported)
}

/** From all tables, or from one. */
function brokenReferences(database: DatabaseSync, table: string | null = null): FileProblem[] {
  const checked = table === null ? 'pragma_foreign_key_check' : 'pragma_foreign_key_check(?)'
  const find = database.prepare(`SELECT DISTINCT "table" AS child, parent FROM ${checked}`)
  const rows = table === null ? find.all() : find.all(table)
  return rows.map(({ child, parent }) => ({
    code: 'broken_reference',
    evidence: { child: String(child), parent: String(parent) },
  }))
}

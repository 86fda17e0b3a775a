import type { DatabaseSync } from 'node:sqlite'
import { changeCountProblem } from './change-count.ts'

/**
 * What grows with every request. Reading all of it takes half a second at 100,000 exchanges, the rest 4 ms: so a start
 * looks at what was typed, and a backup at everything.
 */
const recorded = /^(?:exchanges|sqlite_)/

/** SQLite's complaints about what a person typed, its indexes and references; none is a good sign. */
export function problemsOfTyped(database: DatabaseSync): string[] {
  const names = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
  const check = database.prepare('SELECT integrity_check AS said FROM pragma_integrity_check(?)')
  const problems = names
    .map(({ name }) => String(name))
    .filter((name) => !recorded.test(name))
    .flatMap((name) => complaints(check.all(name)))
  return [...problems, ...brokenReferences(database), ...changeCountProblem(database)]
}

/** The same about the whole file. */
export function problemsOfWhole(database: DatabaseSync): string[] {
  const said = database.prepare('SELECT quick_check AS said FROM pragma_quick_check').all()
  return [...complaints(said), ...problemsOfTyped(database)]
}

function complaints(rows: Record<string, unknown>[]): string[] {
  return rows.map(({ said }) => String(said)).filter((said) => said !== 'ok')
}

function brokenReferences(database: DatabaseSync): string[] {
  const rows = database.prepare('SELECT DISTINCT "table" AS child, parent FROM pragma_foreign_key_check').all()
  return rows.map(({ child, parent }) => `${String(child)} refers to rows that ${String(parent)} lacks`)
}

import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { FileProblem } from '../../../contract/workspace-fault.ts'

/**
 * Has SQLite count every change of a row in the transaction that makes it, whoever makes it. Names and times of files depend
 * on a clock that people set back; this number only grows.
 */
export function countChanges(database: DatabaseSync): void {
  for (const { name } of database.prepare(countedTables).all()) {
    for (const event of ['INSERT', 'UPDATE', 'DELETE']) {
      const trigger = `${String(name)}_counts_${event.toLowerCase()}`
      const count = 'UPDATE changes SET count = count + 1'
      database.exec(`CREATE TRIGGER IF NOT EXISTS ${trigger} AFTER ${event} ON ${String(name)} BEGIN ${count}; END`)
    }
  }
}

const countedTables = `
  SELECT name FROM sqlite_schema
  WHERE type = 'table' AND name <> 'changes' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name`

/** How many changes led to what the database holds; null in one of a version that did not count. */
export function changeCount(database: DatabaseSync): number | null {
  return counts(database) ? Number(database.prepare(`SELECT count ${oneCount}`).get()?.['count'] ?? 0) : null
}

/** What is wrong with the count itself, if anything. */
export function changeCountProblem(database: DatabaseSync): FileProblem[] {
  const isGood = !counts(database) || database.prepare(`SELECT count ${oneCount}`).get() !== undefined
  return isGood ? [] : [{ code: 'changes_not_counted', evidence: {} }]
}

const counts = (database: DatabaseSync): boolean =>
  database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'changes'").get() !== undefined

/** Without what no number of JavaScript can hold, which only damage makes of it. */
const oneCount = 'FROM changes WHERE count BETWEEN 1 AND 9007199254740991 AND (SELECT count(*) FROM changes) = 1'

/** The same of a file; null also when it cannot be read. */
export function changeCountOf(file: string): number | null {
  if (!existsSync(file)) return null
  try {
    // Not read-only: such a connection leaves a log behind when it is the last.
    const database = new DatabaseSync(file)
    try {
      return changeCount(database)
    } finally {
      database.close()
    }
  } catch {
    return null
  }
}

/** Goes on counting above what another state of the workspace, such as one that was given up for a backup, had reached. */
export function countAbove(database: DatabaseSync, reached: number): void {
  const count = changeCount(database)
  if (count !== null && count < reached) database.prepare('UPDATE changes SET count = ?').run(reached + 1)
}

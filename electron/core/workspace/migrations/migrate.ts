import path from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { changeCount, countChanges } from '../tables/change-count.ts'
import { checkedTables, damagedRows, sealRows } from '../recovery/damaged-rows.ts'
import { backupFolder, beginFile, finishFile, makeBackupFolder, removeDatabase } from '../files.ts'
import type { FileProblem } from '../../../contract/workspace-fault.ts'
import { reported } from '../recovery/integrity.ts'
import { migrations } from './migrations.ts'
import { sealCopy } from '../recovery/seal-copy.ts'
import { newerWorkspace, WorkspaceFault } from '../recovery/workspace-fault.ts'
import { errorMessage } from '../../error-message.ts'

export function schemaVersion(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0)
}

/**
 * Brings the schema up to date in one transaction, from a copy of the file as it was: a step that fails leaves both. False
 * when it is up to date.
 * @throws WorkspaceFault
 */
export function migrate(database: DatabaseSync, workspace: string, steps: readonly string[] = migrations): boolean {
  const version = schemaVersion(database)
  if (version > steps.length) throw newerWorkspace(workspace, version, steps.length)
  if (version === steps.length) return false
  const damaged = damagedRows(database, checkedTables(database))
  const copy = version === 0 ? null : copyBefore(database, workspace, version, steps.length)
  try {
    database.exec('BEGIN IMMEDIATE')
    for (const step of steps.slice(version)) database.exec(step)
    sealRows(database, damaged)
    if (changeCount(database) !== null) countChanges(database)
    database.exec(`PRAGMA user_version = ${steps.length}; COMMIT`)
    return true
  } catch (error) {
    rollBack(database)
    if (copy === null) throw error
    const evidence = { path: workspace, from: version, to: steps.length, copy, message: errorMessage(error) }
    throw new WorkspaceFault({ code: 'migration_failed', evidence }, { cause: error })
  }
}

/** One copy for each schema version is kept; the rolling backups do not push it out. */
function copyBefore(database: DatabaseSync, workspace: string, from: number, to: number): string {
  const copy = path.join(backupFolder(workspace), `before version ${to}.sqlite`)
  try {
    makeBackupFolder(workspace)
    writeCopy(database, copy)
    return copy
  } catch (error) {
    const problem = error instanceof DamagedCopy ? error.problem : reported(errorMessage(error))
    const evidence = { path: workspace, from, to, copy, problem }
    throw new WorkspaceFault({ code: 'migration_not_begun', evidence }, { cause: error })
  }
}

class DamagedCopy extends Error {
  readonly problem: FileProblem

  constructor(problem: FileProblem) {
    super(problem.code)
    this.problem = problem
  }
}

function writeCopy(database: DatabaseSync, copy: string): void {
  const partial = `${copy}.partial`
  beginFile(partial)
  try {
    database.prepare('VACUUM INTO ?').run(partial)
    const [problem] = sealCopy(partial)
    if (problem !== undefined) throw new DamagedCopy(problem)
    finishFile(partial, copy)
  } finally {
    removeDatabase(partial)
  }
}

/** On a full disk SQLite has rolled back by itself, and complains that there is nothing left to do. */
function rollBack(database: DatabaseSync): void {
  try {
    database.exec('ROLLBACK')
  } catch {
    // See above.
  }
}

import path from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { changeCount, countChanges } from '../tables/change-count.ts'
import { checkedTables, damagedRows, sealRows } from '../recovery/damaged-rows.ts'
import { backupFolder, beginFile, finishFile, makeBackupFolder, removeDatabase } from '../files.ts'
import { migrations } from './migrations.ts'
import { sealCopy } from '../recovery/seal-copy.ts'
import { NewerWorkspaceError, WorkspaceFault } from '../recovery/workspace-fault.ts'
import { errorMessage } from '../../error-message.ts'

export function schemaVersion(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0)
}

/**
 * Brings the schema up to date in one transaction, from a copy of the file as it was: a step that fails leaves both. False
 * when it is up to date.
 * @throws NewerWorkspaceError, or a WorkspaceFault that names the copy
 */
export function migrate(database: DatabaseSync, workspace: string, steps: readonly string[] = migrations): boolean {
  const version = schemaVersion(database)
  if (version > steps.length) throw new NewerWorkspaceError(workspace, version, steps.length)
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
    throw fault(
      workspace,
      [version, steps.length],
      error,
      `It was left as it is, and a copy is ${copy}. ` +
        'Check that the disk is not full, then try again. If it fails again, use the earlier version of the app.',
    )
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
    const next = `Nothing was changed, because the copy ${copy}, which is made before, could not be written. `
    throw fault(
      workspace,
      [from, to],
      error,
      `${next}Make room on the disk, or make the folder writable; then try again.`,
    )
  }
}

function writeCopy(database: DatabaseSync, copy: string): void {
  const partial = `${copy}.partial`
  beginFile(partial)
  try {
    database.prepare('VACUUM INTO ?').run(partial)
    const [problem] = sealCopy(partial)
    if (problem !== undefined) throw new Error(problem)
    finishFile(partial, copy)
  } finally {
    removeDatabase(partial)
  }
}

function fault(workspace: string, [from, to]: [number, number], error: unknown, then: string): WorkspaceFault {
  const because = errorMessage(error)
  return new WorkspaceFault(
    'WORKSPACE_MIGRATION',
    `The workspace ${workspace} could not be brought from schema version ${from} to ${to}: ${because}. ${then}`,
    { cause: error },
  )
}

/** On a full disk SQLite has rolled back by itself, and complains that there is nothing left to do. */
function rollBack(database: DatabaseSync): void {
  try {
    database.exec('ROLLBACK')
  } catch {
    // See above.
  }
}

import { copyFileSync, existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { describeFailure } from '../describe-failure.ts'
import { beginFile, finishFile, removeDatabase } from '../files.ts'
import { problemsOfWhole } from './integrity.ts'
import { schemaVersion } from '../migrations/migrate.ts'
import { migrations } from '../migrations/migrations.ts'
import { DamagedBackupError } from './workspace-fault.ts'
import { errorMessage } from '../../error-message.ts'

/** What speaks against restoring a backup, in SQLite's words or ours; null when it is good. */
export function problemOfBackup(file: string): string | null {
  try {
    const database = new DatabaseSync(file, { readOnly: true })
    try {
      const version = schemaVersion(database)
      if (version === 0) return 'It holds no workspace.'
      if (version > migrations.length) return `It has schema version ${version}; this app knows ${migrations.length}.`
      return problemsOfWhole(database)[0] ?? null
    } finally {
      database.close()
    }
  } catch (error) {
    return errorMessage(error)
  }
}

/**
 * Puts a copy of a backup in the place of a workspace that was set aside. The backup stays.
 * @throws WorkspaceFault, and then there is no workspace as before
 */
export function restoreBackup(backup: string, workspace: string): void {
  if (existsSync(workspace)) throw new Error(`${workspace} is still there.`)
  const partial = `${workspace}.partial`
  try {
    beginFile(partial)
    copyFileSync(backup, partial)
    const problem = problemOfBackup(partial)
    if (problem !== null) throw new DamagedBackupError(backup, problem)
    finishFile(partial, workspace)
  } catch (error) {
    throw describeFailure(error, workspace)
  } finally {
    removeDatabase(partial)
  }
}

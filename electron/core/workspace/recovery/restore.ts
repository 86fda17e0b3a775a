import { copyFileSync, existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { FileProblem } from '../../../contract/workspace-fault.ts'
import { toWorkspaceFault } from '../to-workspace-fault.ts'
import { beginFile, finishFile, removeDatabase } from '../files.ts'
import { problemsOfWhole, reported } from './integrity.ts'
import { schemaVersion } from '../migrations/migrate.ts'
import { migrations } from '../migrations/migrations.ts'
import { WorkspaceFault } from './workspace-fault.ts'
import { errorMessage } from '../../error-message.ts'

/** What speaks against restoring a backup; null when it is good. */
export function problemOfBackup(file: string): FileProblem | null {
  try {
    const database = new DatabaseSync(file, { readOnly: true })
    try {
      const version = schemaVersion(database)
      if (version === 0) return { code: 'no_workspace', evidence: {} }
      if (version > migrations.length) return { code: 'newer', evidence: { found: version, known: migrations.length } }
      return problemsOfWhole(database)[0] ?? null
    } finally {
      database.close()
    }
  } catch (error) {
    return reported(errorMessage(error))
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
    if (problem !== null) throw new WorkspaceFault({ code: 'backup_damaged', evidence: { path: backup, problem } })
    finishFile(partial, workspace)
  } catch (error) {
    throw toWorkspaceFault(error, workspace)
  } finally {
    removeDatabase(partial)
  }
}

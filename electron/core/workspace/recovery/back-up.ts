import { statfsSync, statSync } from 'node:fs'
import path from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import type { BackupResult } from '../../../contract/backup.ts'
import type { FileProblem } from '../../../contract/workspace-fault.ts'
import { backupName, newestBackup, removeOldBackups, removeUnfinished } from './backups.ts'
import { changeCountOf } from '../tables/change-count.ts'
import { beginFile, finishFile, makeBackupFolder, removeDatabase } from '../files.ts'
import { reported } from './integrity.ts'
import { sealCopy } from './seal-copy.ts'
import { sqlite, sqliteCodeOf } from '../sqlite-error.ts'
import { suspect } from './suspicion.ts'

/** Whether anything was written since the newest backup, by the workspace's own count: no clock and no name decides it. */
export function mayHaveChanged(workspace: string): boolean {
  const newest = newestBackup(workspace)?.change ?? null
  return newest === null || changeCountOf(workspace) !== newest
}

/**
 * Copies the workspace, all of it, while the app goes on using it. The copy gets its name when it is whole, good and on the
 * disk; when anything fails there is none, and the earlier ones stay.
 * @throws Node's or SQLite's error
 */
export async function backUp(workspace: string, now: number): Promise<BackupResult> {
  const folder = makeBackupFolder(workspace)
  removeUnfinished(workspace)
  const needed = 2 * statSync(workspace).size
  const { bavail, bsize } = statfsSync(folder)
  const free = bavail * bsize
  if (free < needed) return { kind: 'not_made', reason: { code: 'no_room', evidence: { needed, free } } }
  const partial = path.join(folder, 'workspace.sqlite.partial')
  try {
    beginFile(partial)
    await copy(workspace, partial)
    const [problem] = sealCopy(partial)
    if (problem !== undefined) return damaged(workspace, problem)
    const newest = newestBackup(workspace)?.change ?? null
    const count = changeCountOf(partial)
    if (count === null) return damaged(workspace, { code: 'changes_not_counted', evidence: {} })
    if (count === newest) return { kind: 'unchanged' }
    // One that counts fewer changes would be taken for older than those it follows.
    const file = backupName(folder, now, Math.max(count, (newest ?? 0) + 1))
    finishFile(partial, file)
    removeOldBackups(workspace)
    return { kind: 'made', file }
  } catch (error) {
    const code = sqliteCodeOf(error)
    if (error instanceof Error && (code === sqlite.corrupt || code === sqlite.noDatabase)) {
      return damaged(workspace, reported(error.message))
    }
    throw error
  } finally {
    removeDatabase(partial)
  }
}

function damaged(workspace: string, problem: FileProblem): BackupResult {
  suspect(workspace)
  return { kind: 'not_made', reason: { code: 'damaged', evidence: { problem } } }
}

/** On its own connection and in one step: writers neither wait for it nor make it begin again. Not read-only: such a one, were it the last, left a log behind. */
async function copy(workspace: string, to: string): Promise<void> {
  const database = new DatabaseSync(workspace)
  try {
    await backup(database, to, { rate: 2_147_483_647 })
  } finally {
    database.close()
  }
}

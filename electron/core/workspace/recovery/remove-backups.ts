import { rmSync } from 'node:fs'
import path from 'node:path'
import { errorMessage } from '../../error-message.ts'
import { listBackups, newestBackup } from './backups.ts'

/** What was removed, and what kept the first of the others; null when nothing did. */
export interface RemovedFiles {
  count: number
  problem: string | null
}

/** Removes the backups of these names, but never the newest. One that cannot be removed does not keep the others. */
export function removeBackups(workspace: string, names: readonly string[]): RemovedFiles {
  const newest = newestBackup(workspace)?.file
  const chosen = listBackups(workspace).filter(({ file }) => file !== newest && names.includes(path.basename(file)))
  const problems = chosen.flatMap(({ file }) => problemOfRemoving(file) ?? [])
  return { count: chosen.length - problems.length, problem: problems[0] ?? null }
}

function problemOfRemoving(file: string): string | null {
  try {
    rmSync(file)
    return null
  } catch (error) {
    return errorMessage(error)
  }
}

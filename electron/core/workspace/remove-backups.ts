import { rmSync } from 'node:fs'
import path from 'node:path'
import { listBackups, newestBackup } from './backups.ts'

/** Removes the backups of these names, but never the newest; gives how many. @throws Node's error, with the rest removed */
export function removeBackups(workspace: string, names: readonly string[]): number {
  const newest = newestBackup(workspace)?.file
  const chosen = listBackups(workspace).filter(({ file }) => file !== newest && names.includes(path.basename(file)))
  for (const { file } of chosen) rmSync(file)
  return chosen.length
}

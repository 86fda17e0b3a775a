import type { BackupResult } from '../contract/backup.ts'
import { runBackup } from './backup-process.ts'

export type BackupQueue = () => Promise<BackupResult>

/** Makes one backup after the other: two at a time would take each other's unfinished file away. */
export function createBackupQueue(program: string, workspace: string): BackupQueue {
  let last: Promise<unknown> = Promise.resolve()
  return () => {
    const next = last.then(() => new Promise<BackupResult>((resolve) => runBackup(program, workspace, resolve)))
    last = next
    return next
  }
}

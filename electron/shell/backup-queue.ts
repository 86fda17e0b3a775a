import { runBackup, type BackupMessage } from './backup-process.ts'

export type BackupQueue = () => Promise<BackupMessage>

/** Makes one backup after the other: two at a time would take each other's unfinished file away. */
export function createBackupQueue(program: string, workspace: string): BackupQueue {
  let last: Promise<unknown> = Promise.resolve()
  return () => {
    const next = last.then(() => new Promise<BackupMessage>((resolve) => runBackup(program, workspace, resolve)))
    last = next
    return next
  }
}

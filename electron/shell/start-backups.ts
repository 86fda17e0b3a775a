import type { Notice } from '../contract/events.ts'
import { mayHaveChanged } from '../core/workspace/recovery/back-up.ts'
import { noBackupText } from '../wording/backups.ts'
import type { BackupQueue } from './backup-queue.ts'
import { later } from './later.ts'
import { workspaceFile } from './paths.ts'
import { keepBackups } from './rolling-backups.ts'

/** Keeps backups of the workspace while the app runs; gives the function that ends this. */
export function startBackups(backUp: BackupQueue, notify: (notice: Notice) => void): () => void {
  const workspace = workspaceFile()
  return keepBackups({
    mayHaveChanged: () => mayHaveChanged(workspace),
    run: (heard) => {
      let current = true
      const make = async (): Promise<void> => {
        const message = await backUp()
        if (current) heard(message)
        notify({ kind: 'backups_changed' })
      }
      void make()
      return () => {
        current = false
      }
    },
    later,
    warn: (reason) => {
      console.error(noBackupText(reason, workspace))
      notify({ kind: 'backup_not_made', workspace, reason })
    },
  })
}

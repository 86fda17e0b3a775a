import type { Notice } from '../contract/events.ts'
import { mayHaveChanged } from '../core/workspace/back-up.ts'
import { runBackup } from './backup-process.ts'
import { later } from './later.ts'
import { backupProgram, workspaceFile } from './paths.ts'
import { keepBackups } from './rolling-backups.ts'

/** Keeps backups of the workspace while the app runs; gives the function that ends this. */
export function startBackups(notify: (notice: Notice) => void): () => void {
  const workspace = workspaceFile()
  return keepBackups({
    workspace,
    mayHaveChanged: () => mayHaveChanged(workspace),
    run: (heard) => runBackup(backupProgram(), workspace, heard),
    later,
    tell: (message) => {
      console.error(message)
      notify({ kind: 'warning', title: 'No backup was made', message })
    },
  })
}

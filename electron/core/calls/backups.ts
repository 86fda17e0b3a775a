import { statSync } from 'node:fs'
import path from 'node:path'
import type { BackupFile } from '../../contract/backup.ts'
import type { Api } from '../../contract/calls.ts'
import { listBackups } from '../workspace/recovery/backups.ts'
import { removeBackups } from '../workspace/recovery/remove-backups.ts'
import { recordDone } from '../audit/record.ts'
import type { CallContext, CoreContext } from '../core-context.ts'

/** Backups keep what was in the workspace when they were made, secrets under the keys of that time too. */
export function backupCalls(core: CoreContext): Pick<Api<CallContext>, 'listBackups' | 'removeBackups'> {
  const { path: workspace } = core.workspace
  return {
    listBackups: async () =>
      listBackups(workspace).flatMap(({ file, at, kind }): BackupFile[] => {
        // One that a rolling backup pushes out meanwhile.
        const facts = statSync(file, { throwIfNoEntry: false })
        return facts === undefined ? [] : [{ name: path.basename(file), at, bytes: facts.size, kind }]
      }),

    removeBackups: async ({ names }) => {
      const made = await core.backUp()
      if (made.kind === 'not_made') {
        return { kind: 'refused', reason: { code: 'no_new_backup', evidence: { because: made.reason } } }
      }
      const { count, problem: notRemoved } = removeBackups(workspace, names)
      if (count > 0) recordDone(core, 'backups_removed', null, { count: String(count) })
      core.notify({ kind: 'backups_changed' })
      if (notRemoved === null) return { kind: 'removed', count }
      const evidence = { removed: count, message: notRemoved }
      return { kind: 'refused', reason: { code: 'files_not_removed', evidence } }
    },
  }
}

import { statSync } from 'node:fs'
import path from 'node:path'
import { assertNever } from '../../common/assert-never.ts'
import type { BackupFile } from '../../contract/backup.ts'
import type { Api } from '../../contract/calls.ts'
import type { BackupResult } from '../ports.ts'
import { listBackups } from '../workspace/recovery/backups.ts'
import { removeBackups } from '../workspace/recovery/remove-backups.ts'
import { recordDone } from './audit.ts'
import type { CallContext, CoreContext } from '../environment/current-environment.ts'

/** Backups keep what was in the workspace when they were made, secrets under the keys of that time too. */
export function backupCalls({ ports }: CoreContext): Pick<Api<CallContext>, 'listBackups' | 'removeBackups'> {
  const { path: workspace } = ports.workspace
  return {
    listBackups: async () =>
      listBackups(workspace).flatMap(({ file, at, kind }): BackupFile[] => {
        // One that a rolling backup pushes out meanwhile.
        const facts = statSync(file, { throwIfNoEntry: false })
        return facts === undefined ? [] : [{ name: path.basename(file), at, bytes: facts.size, kind }]
      }),

    removeBackups: async ({ names }) => {
      const problem = problemOf(await ports.backUp())
      if (problem !== null) {
        const message = `No backup of the workspace as it is now could be made: ${problem} The older ones are kept.`
        return { kind: 'refused', message }
      }
      const { count, problem: notRemoved } = removeBackups(workspace, names)
      if (count > 0) recordDone(ports, 'backups_removed', null, { count: String(count) })
      ports.notify({ kind: 'backups_changed' })
      if (notRemoved === null) return { kind: 'removed', count }
      return { kind: 'refused', message: `Not every backup could be removed (${count} removed): ${notRemoved}` }
    },
  }
}

function problemOf(made: BackupResult): string | null {
  switch (made.kind) {
    case 'made':
    case 'unchanged':
      return null
    case 'damaged':
      return made.problem
    case 'no_room':
      return 'the disk is too full.'
    case 'failed':
      return made.reason
    default:
      return assertNever(made)
  }
}

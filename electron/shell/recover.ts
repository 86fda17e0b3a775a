import { createWorkspaceFile } from '../core/workspace/create.ts'
import { type Backup, listBackups } from '../core/workspace/recovery/backups.ts'
import { keepReadableRows } from '../core/workspace/recovery/repair-rows.ts'
import { problemOfBackup, restoreBackup } from '../core/workspace/recovery/restore.ts'
import { setAside } from '../core/workspace/recovery/set-aside.ts'
import { clearSuspicion, isSuspect } from '../core/workspace/recovery/suspicion.ts'
import type { DamagedWorkspace } from '../contract/workspace-fault.ts'
import { workspaceFaultText } from '../wording/workspace-fault.ts'
import type { Question } from './ask.ts'
import { describeFault } from './fault.ts'

export interface RecoveryHost {
  ask: (question: Question) => Promise<string>
  /** Milliseconds since 1970. */
  now: () => number
  /** Hears that a backup has taken the place of the workspace. */
  restored: (backup: Backup) => void
}

const older = 'Choose an older backup…'
const keep = 'Go on without repairing it'
const keepReadable = 'Go on with what can be read'
const empty = 'Start with an empty workspace'
const quit = 'Quit'
const back = 'Back'

/**
 * Lets the person decide what becomes of a damaged workspace. Its file is set aside and never deleted; nothing else takes
 * its place by itself. False when the app is to end.
 * @throws Node's error when it cannot be set aside
 */
export async function recover(damaged: DamagedWorkspace, { ask, now, restored }: RecoveryHost): Promise<boolean> {
  const { path: workspace, damage } = damaged.evidence
  // Such a file can be read, so it may stay in use.
  const isReadable = damage === 'rows_changed'
  const mayStay = isReadable || (damage === 'history_malformed' && isSuspect(workspace))
  const goOn = isReadable ? keepReadable : keep
  let kept = mayStay
    ? `If you choose something else than to go on, it is set aside.${isReadable ? keptAsFound : ''}`
    : tellAside(setAside(workspace, now()))
  let problem = ''
  for (;;) {
    const backups = listBackups(workspace)
    const newest = backups.find(({ file }) => problemOfBackup(file) === null)
    const restoreNewest = newest === undefined ? [] : [`Restore the backup of ${dateOf(newest)}`]
    const choice = await ask({
      message: 'The workspace cannot be used as it is.',
      detail: [workspaceFaultText(damaged), kept, describeBackups(backups, newest), problem]
        .filter(Boolean)
        .join('\n\n'),
      buttons: [...restoreNewest, ...(backups.length > 1 ? [older] : []), ...(mayStay ? [goOn] : []), empty, quit],
    })
    if (choice === quit || choice === '') return false
    try {
      if (choice === keep) clearSuspicion(workspace)
      if (choice === keepReadable) keepReadableRows(workspace, now())
      if (choice === goOn) return true
      const chosen = choice === empty ? null : choice === older ? await chooseBackup(backups, ask) : newest
      if (chosen === undefined) continue
      const aside = setAside(workspace, now())
      if (aside !== null) kept = tellAside(aside)
      if (chosen === null) createWorkspaceFile(workspace)
      else {
        restoreBackup(chosen.file, workspace)
        restored(chosen)
      }
      return true
    } catch (failure) {
      problem = `That did not work: ${describeFault(failure)}`
    }
  }
}

async function chooseBackup(backups: readonly Backup[], ask: RecoveryHost['ask']): Promise<Backup | undefined> {
  const names = backups.map((backup, index) => `${index + 1}: ${dateOf(backup)}`)
  const choice = await ask({
    message: 'Which backup shall be restored?',
    detail: backups.map(({ file }, index) => `${index + 1}: ${file}`).join('\n'),
    buttons: [...names, back],
  })
  return backups[names.indexOf(choice)]
}

const keptAsFound =
  ' If you go on, the entries above are kept as they were found in a file beside it, and damaged requests, approvals and contacts are taken out.'

const tellAside = (file: string | null): string =>
  file === null ? '' : `The file was set aside as ${file} and is kept.`

function describeBackups(backups: readonly Backup[], newest: Backup | undefined): string {
  if (backups.length === 0) return 'There is no backup of it.'
  if (newest === undefined) return `None of its ${backups.length} backups is good.`
  return `The newest good backup of it is ${newest.file}. What was changed after it was made is not in it.`
}

function dateOf({ at, kind }: Backup): string {
  const date = new Date(at).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })
  return kind === 'rolling' ? date : `${date} (before an update)`
}

import { assertNever } from '../common/assert-never.ts'
import type { NoBackup, NotRemoved } from '../contract/backup.ts'
import { sentence } from './sentence.ts'
import { fileProblemText } from './workspace-fault.ts'

const kept = 'The workspace and its earlier backups are as they were.'

/** Why there is no new backup, what was kept, and the next step. */
export function noBackupText(reason: NoBackup, workspace: string): string {
  switch (reason.code) {
    case 'no_room': {
      const { free, needed } = reason.evidence
      return `There is no room for a backup of ${workspace}: ${megabytes(free)} are free, and ${megabytes(needed)} should be. ${kept} Free some space; the next start tries again.`
    }
    case 'damaged':
      return `The workspace ${workspace} is damaged: ${fileProblemText(reason.evidence.problem)} Its earlier backups are kept, and no new one is made. Quit and start the app again: it then offers them.`
    case 'failed':
    case 'process_ended':
    case 'process_unclear':
    case 'not_on_disk':
      return `No backup of ${workspace} could be made: ${causeText(reason)} ${kept} Check that its folder can be written to and that the disk is not full; the next start tries again.`
    default:
      return assertNever(reason)
  }
}

/** Why the chosen backups were not removed, or not all of them. */
export function notRemovedText(reason: NotRemoved): string {
  switch (reason.code) {
    case 'no_new_backup':
      return `No backup of the workspace as it is now could be made: ${causeText(reason.evidence.because)} The older ones are kept.`
    case 'files_not_removed':
      return `Not every backup could be removed (${reason.evidence.removed} removed): ${sentence(reason.evidence.message)}`
    default:
      return assertNever(reason)
  }
}

function causeText(reason: NoBackup): string {
  switch (reason.code) {
    case 'damaged':
      return fileProblemText(reason.evidence.problem)
    case 'no_room':
      return 'The disk is too full.'
    case 'failed':
      return sentence(reason.evidence.message)
    case 'process_ended':
      return `Its process ended with exit code ${reason.evidence.exitCode}.`
    case 'process_unclear':
      return 'Its process did not say how it went.'
    case 'not_on_disk':
      return 'The workspace is in memory only.'
    default:
      return assertNever(reason)
  }
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1_000_000).toLocaleString('en')} MB`

import { assertNever } from '../common/assert-never.ts'
import type { Warning } from '../contract/events.ts'
import { noBackupText } from './backups.ts'
import { damageSentence } from './damaged-entry.ts'
import { systemFailureText } from './system-failure.ts'

/** What a person reads of something in the background that did not work. */
export function warningText(warning: Warning): { title: string; message: string } {
  switch (warning.kind) {
    case 'entries_damaged':
      return { title: 'Damaged entries', message: damageSentence(warning.entries) }
    case 'backup_not_made':
      return { title: 'No backup was made', message: noBackupText(warning.reason, warning.workspace) }
    case 'exchange_not_recorded':
      return { title: 'This request is not recorded', message: systemFailureText(warning.failure) }
    case 'flow_run_not_kept':
      return { title: 'This run is not kept', message: systemFailureText(warning.failure) }
    case 'drift_not_kept':
      return { title: 'Changes were not compared', message: systemFailureText(warning.failure) }
    case 'audit_not_recorded':
      return {
        title: 'Audit log incomplete',
        message: `The last action was not recorded. ${systemFailureText(warning.failure)}`,
      }
    default:
      return assertNever(warning)
  }
}

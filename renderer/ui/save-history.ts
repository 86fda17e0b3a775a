import type { CallInput } from '../../electron/contract/calls.ts'
import { exportHistory } from '../state/history-export.ts'
import { toastFailed } from './toast.ts'
import { toastSaved } from './toast-saved.ts'

/** Saves exchanges to a file and says how that ended, also where its page was left meanwhile. `what` names them. */
export function saveHistory(what: string, input: CallInput<'exportHistory'>): void {
  exportHistory(input).then(
    (outcome) => toastSaved(what, outcome),
    (error: unknown) => toastFailed(`${what}: not saved`, error instanceof Error ? error.message : ''),
  )
}

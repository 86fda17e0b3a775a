import { saveProblemText } from '../../electron/wording/save-problem.ts'
import type { SaveOutcome } from '../../electron/contract/outcome.ts'
import { toastDone, toastFailed } from './toast.ts'

/** Says where a file was saved, or that `what` was not, and why; nothing when the person cancelled. */
export function toastSaved(what: string, outcome: SaveOutcome): void {
  if (outcome.kind === 'failed') toastFailed(`${what}: not saved`, saveProblemText(outcome.reason))
  if (outcome.kind === 'saved') toastDone(`Saved ${outcome.path}`)
}

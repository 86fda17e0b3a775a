import { saveProblemText } from '../../electron/wording/save-problem.ts'
import type { SaveOutcome } from '../../electron/contract/outcome.ts'
import { notify } from './notify.ts'

/** Says where a file was saved, or that `what` was not, and why; nothing when the person cancelled. */
export function toastSaved(what: string, outcome: SaveOutcome): void {
  if (outcome.kind === 'failed') toastFailed(`${what}: not saved`, saveProblemText(outcome.reason))
  if (outcome.kind === 'saved') toastDone(`Saved ${outcome.path}`)
}

/** Shown once, however often it is done while the toast is open. */
export function toastDone(message: string): void {
  notify({ id: message, message, color: 'teal', autoClose: 5000 })
}

/** The title names what failed, the message why. */
export function toastFailed(title: string, message: string): void {
  notify({ title, message, color: 'red', autoClose: 15_000 })
}

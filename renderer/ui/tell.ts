import { saveProblemText } from '../../electron/wording/save-problem.ts'
import { notifications } from '@mantine/notifications'
import type { SaveOutcome } from '../../electron/contract/outcome.ts'

/** Says where a file was saved, or that `what` was not, and why; a person who changed their mind is told nothing. */
export function tellSaved(what: string, outcome: SaveOutcome): void {
  if (outcome.kind === 'failed') tellFailed(`${what}: not saved`, saveProblemText(outcome.reason))
  if (outcome.kind === 'saved') tellDone(`Saved ${outcome.path}`)
}

/** Once, however often it is done while that stands there. */
export function tellDone(message: string): void {
  notifications.show({ id: message, message, color: 'teal', autoClose: 5000 })
}

/** The title names what failed, the message why. */
export function tellFailed(title: string, message: string): void {
  notifications.show({ title, message, color: 'red', autoClose: 15_000 })
}

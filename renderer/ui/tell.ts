import { notifications } from '@mantine/notifications'
import type { SaveOutcome } from '../../electron/contract/outcome.ts'

/** Says where a file was saved, or why it was not; a person who changed their mind is told nothing. */
export function tellSaved(outcome: SaveOutcome): void {
  if (outcome.kind === 'failed') tellFailed(outcome.message)
  if (outcome.kind === 'saved') tellDone(`Saved ${outcome.path}`)
}

/** Once, however often it is done while that stands there. */
export function tellDone(message: string): void {
  notifications.show({ id: message, message, color: 'teal', autoClose: 5000 })
}

export function tellFailed(message: string): void {
  notifications.show({ title: 'Nothing was exported', message, color: 'red', autoClose: 15_000 })
}

import { historyLimits } from '../../../../../electron/vocabulary/history.ts'

export type NoteState =
  | { kind: 'kept' }
  | { kind: 'saving' }
  | { kind: 'saved' }
  | { kind: 'too_long' }
  /** The exchange is no longer there, or was never recorded. */
  | { kind: 'gone' }
  | { kind: 'failed'; message: string }

/** From how many characters on the limit is said. */
const near = historyLimits.noteMaximum * 0.9

const count = (characters: number) => characters.toLocaleString('en')

/** What is said of a note of so many characters; empty where all is well and nothing was typed. */
export function noteStateText(state: NoteState, characters: number): string {
  switch (state.kind) {
    case 'too_long':
      return `Not saved: ${count(characters)} characters, at most ${count(historyLimits.noteMaximum)}`
    case 'gone':
      return 'Not saved: this exchange is not recorded'
    case 'failed':
      return `Not saved: ${state.message}`
    case 'saving':
      return 'Saving…'
    case 'saved':
    case 'kept': {
      const limit = characters < near ? '' : `${count(characters)} of ${count(historyLimits.noteMaximum)} characters`
      return [state.kind === 'saved' ? 'Saved' : '', limit].filter((part) => part !== '').join(' · ')
    }
  }
}

import type { Question } from './question.ts'

/** What the thread of the history hears: questions, and that the workspace is not as it was: `gone` are exchanges that are no longer there. */
export type ToThread =
  | { kind: 'question'; number: number; question: Question }
  | { kind: 'changed'; gone: readonly string[] }

/**
 * What it says: answers, and that it has now all that an answer before lacked. The seam: the value is what the method of the
 * question gives, and only who asked knows which.
 */
export type FromThread =
  | { kind: 'answer'; number: number; value: never }
  | { kind: 'failed'; number: number; message: string }
  | { kind: 'caught_up' }

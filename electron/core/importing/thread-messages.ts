import type { ImportNote } from '../../contract/import-note.ts'
import type { ImportProblem } from '../../contract/import-problem.ts'
import type { ForeignImport } from './drafts/foreign-import.ts'
import type { ReadEnvironment } from './read-environments.ts'

/** What the thread hears: the texts of files in parts, one after the other, then to read them; after that, to go on with the next piece. */
export type Asked =
  | { kind: 'file'; path: string }
  | { kind: 'part'; text: string }
  | { kind: 'read' }
  | { kind: 'next' }

/** Units of work that are done, of all. */
export interface Progress {
  done: number
  total: number
}

/** An environment whose calls are named by their places among all calls of the import: stages share them. */
export interface SentEnvironment {
  environment: Omit<ReadEnvironment, 'calls'>
  places: Uint32Array
}

/** A part of what was read; the thread waits for a word after each, so that none of them keeps the main thread for long. */
export type Piece =
  | { kind: 'calls'; calls: ReadEnvironment['calls'] }
  | { kind: 'environments'; environments: readonly SentEnvironment[] }
  | { kind: 'notes'; notes: readonly ImportNote[] }
  | { kind: 'rest'; rest: Omit<ForeignImport, 'environments' | 'notes'> }

/** What the thread says. `end` is the last: a problem, or null; `isKnown` is false where no file of another tool was found. */
export type Said =
  | { kind: 'progress'; progress: Progress }
  | { kind: 'piece'; piece: Piece }
  | { kind: 'end'; problem: ImportProblem | null; isKnown: boolean }

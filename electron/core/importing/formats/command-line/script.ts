import type { ImportFact } from '../../../../contract/import-note.ts'
import type { DraftVariable } from '../../drafts/import-draft.ts'

/** A command of a script, read and not run. Variables are `{{NAME}}`. */
export interface ScriptCommand {
  /** The program's own name, without folders and ending, in small letters. */
  program: string
  /** What is behind it. */
  words: readonly string[]
  line: number
  /** The comment right above it. */
  comment: string
  /** What is given to it as its standard input, where it is in the script. */
  input: string | null
  /** The variable that its output, or a part of that, goes into; empty for none. */
  into: string
  /** A quotation mark in it is not closed. */
  isUnclosed: boolean
  isRepeated: boolean
}

export interface Script {
  commands: readonly ScriptCommand[]
  /** In order; of several values of one variable each has its own name. */
  variables: readonly DraftVariable[]
  /** Names of variables that hold what a command answered. */
  answers: ReadonlySet<string>
  /** Of answers, those that are an access token. */
  tokens: ReadonlySet<string>
  /** Why a variable has no value. */
  outputs: ReadonlyMap<string, { fact: ImportFact; line: number }>
}

/** Programs whose requests are read. */
export const programs: ReadonlySet<string> = new Set(['curl', 'wget', 'http', 'https', 'xh', 'xhs', 'oauth2c'])

export const programOf = (word: string): string =>
  word
    .split(/[\\/]/)
    .at(-1)
    ?.toLowerCase()
    .replace(/\.exe$/, '') ?? ''

import type { ScriptState } from './script-state.ts'

/** A script, or a part of one, while it is read. */
export interface Reading {
  text: string
  state: ScriptState
  /** Of the text. */
  firstLine: number
  /** The variable that the output goes into. */
  into: string
  /** The comment above the command that it is a part of. */
  comment: string
  /** Substitutions around it. */
  depth: number
  read: (reading: Reading) => void
}

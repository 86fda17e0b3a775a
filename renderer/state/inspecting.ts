import { replaceEqualDeep } from '@tanstack/react-query'
import type { Inspection } from '../../electron/contract/decoded-token.ts'
import { inspectMaxCharacters } from '../../electron/vocabulary/limits.ts'
import { call } from '../host.ts'
import { createKept, keep, keptValue, useKept } from './kept.ts'

interface State {
  /** The text in the box. */
  typed: string
  /** What stood in the box before it was cleared. */
  cleared: string
  /** What was inspected last, and what it holds. */
  shown: { text: string; pick: number; inspection: Inspection } | null
  /** The environment that the token is judged by, or null. */
  environmentId: string | null
  pending: boolean
  /** Why the last text was not read. */
  problem: string | null
}

const kept = createKept<State>({
  typed: '',
  cleared: '',
  shown: null,
  environmentId: null,
  pending: false,
  problem: null,
})

/** What the inspector reads. It is in memory only, and there again when the person comes back. */
export function useInspecting() {
  const [state] = useKept(kept)
  return { ...state, ...steps }
}
export type Inspecting = ReturnType<typeof useInspecting>

/** The latest question; answers to earlier ones are not looked at. */
let latest = 0

const state = (): State => keptValue(kept)

const set = (change: Partial<State>): void => keep(kept, { ...state(), ...change })

/** What is as it was in the text before keeps its identity, and is not drawn again. */
const shared = (inspection: Inspection): Inspection => replaceEqualDeep(state().shown?.inspection, inspection)

async function read(text: string, pick: number, typed: string): Promise<void> {
  latest += 1
  const round = latest
  if (text.trim() === '') return set({ typed, shown: null, environmentId: null, pending: false, problem: null })
  if (text.length > inspectMaxCharacters) return set({ typed, pending: false, problem: tooLong(text.length) })
  set({ typed, pending: true, problem: null })
  const change = await call('inspectText', { text, pick }).then(
    (inspection) => ({ shown: { text, pick, inspection: shared(inspection) }, environmentId: null }),
    (error: unknown) => ({ problem: error instanceof Error ? error.message : String(error) }),
  )
  if (round === latest) set({ ...change, pending: false })
}

const steps = {
  type: (typed: string) => set({ typed, problem: null }),
  inspect: (typed: string) => read(typed, 0, typed),
  /** Another of the tokens that were found. */
  pick: (pick: number) => read(state().shown?.text ?? '', pick, state().typed),
  /** Says why a text is not taken, without showing it. */
  refuse: (problem: string) => set({ problem }),
  clear: () => {
    set({ cleared: state().typed })
    return read('', 0, '')
  },
  judgeBy: (environmentId: string | null) => set({ environmentId }),
}

/** Why a text of so many characters is not read. */
export function tooLong(characters: number): string {
  const count = (number: number) => number.toLocaleString('en')
  return `This text has ${count(characters)} characters; at most ${count(inspectMaxCharacters)} are read. Nothing was inspected.`
}

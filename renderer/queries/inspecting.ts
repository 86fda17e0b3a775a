import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { inspectMaxCharacters, type Inspection } from '../../electron/contract/decoded-token.ts'
import { call } from '../host.ts'
import { type Kept, keptValue, useKept } from './kept.ts'

interface State {
  /** What stands in the box. */
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

const kept: Kept<State> = {
  key: ['kept', 'inspector'],
  initial: { typed: '', cleared: '', shown: null, environmentId: null, pending: false, problem: null },
}

/** What the inspector reads. It is in memory only, and there again when the person comes back. */
export function useInspecting() {
  const [state] = useKept(kept)
  const client = useQueryClient()
  const steps = useMemo(() => stepsOf(client), [client])
  return { ...state, ...steps }
}
export type Inspecting = ReturnType<typeof useInspecting>

/** The latest question; answers to earlier ones are not looked at. */
let latest = 0

function stepsOf(client: QueryClient) {
  const state = (): State => keptValue(client, kept)
  const set = (change: Partial<State>): void => {
    client.setQueryData<State>(kept.key, { ...state(), ...change })
  }
  const read = async (text: string, pick: number, typed: string): Promise<void> => {
    latest += 1
    const round = latest
    if (text.trim() === '') return set({ typed, shown: null, environmentId: null, pending: false, problem: null })
    if (text.length > inspectMaxCharacters) return set({ typed, pending: false, problem: tooLong(text.length) })
    set({ typed, pending: true, problem: null })
    const change = await call('inspectText', { text, pick }).then(
      (inspection) => ({ shown: { text, pick, inspection }, environmentId: null }),
      (error: unknown) => ({ problem: error instanceof Error ? error.message : String(error) }),
    )
    if (round === latest) set({ ...change, pending: false })
  }
  return {
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
}

/** Why a text of so many characters is not read. */
export function tooLong(characters: number): string {
  const count = (number: number) => number.toLocaleString('en')
  return `This text has ${count(characters)} characters; at most ${count(inspectMaxCharacters)} are read. Nothing was inspected.`
}

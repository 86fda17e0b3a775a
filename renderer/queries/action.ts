import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import type { CallInput, CallOutput } from '../../electron/contract/calls.ts'
import {
  type ActionName,
  cancelRun,
  done,
  isRunning,
  type Progress,
  useDone,
  usePendingSince,
  useProgress,
} from '../state/runs.ts'
import { perform } from './perform.ts'

/** What can be done with one action of one subject. None of these changes while name and subject are the same. */
interface Steps<Name extends ActionName> {
  /** `onOutcome` is not called when the screen has gone meanwhile. While a run is under way, nothing is started. */
  run: (input: CallInput<Name>, onOutcome?: (outcome: CallOutput<Name>) => void) => void
  /** Does again what led to the outcome. */
  again: () => void
  cancel: () => void
  forget: () => void
}

/** What came of the last run, and what can be done. */
export interface Outcome<Name extends ActionName> extends Steps<Name> {
  outcome: CallOutput<Name> | null
  /** What the outcome is of. */
  input: CallInput<Name> | null
  /** The exchange of the token that was held when it was started, as `Options.of` named it. */
  of: string
  /** When the outcome came, in milliseconds since 1970; 0 without one. */
  at: number
  error: Error | null
}

export interface Action<Name extends ActionName> extends Outcome<Name> {
  /** When the request in flight was started, in milliseconds since 1970; null when none is. */
  pendingSince: number | null
  /** What it waits for; null while it is quick. */
  progress: Progress | null
}

interface Options<Name extends ActionName> {
  /** Of the input it keeps what this leaves of it. */
  kept?: (input: CallInput<Name>) => CallInput<Name>
  /** The exchange of the token that is held at the start, where the answer is about that token. */
  of?: (client: QueryClient, subject: string) => string
}

const all = <Input>(input: Input): Input => input
const ofNone = (): string => ''

/**
 * One action of one subject: an environment, or one call of it. Its state outlives the screen that shows it: going
 * elsewhere and back loses nothing, and no other subject shows it.
 */
export function useAction<Name extends ActionName>(
  name: Name,
  subject: string,
  options: Options<Name> = {},
): Action<Name> {
  return {
    ...useOutcome(name, subject, options),
    pendingSince: usePendingSince(name, subject),
    progress: useProgress(name, subject),
  }
}

/** The same for a screen that does not show that a run is under way, and is not drawn again when one starts. */
export function useOutcome<Name extends ActionName>(
  name: Name,
  subject: string,
  options: Options<Name> = {},
): Outcome<Name> {
  const last = useDone(name, subject)
  return {
    ...useSteps(name, subject, options),
    outcome: last?.outcome ?? null,
    input: last?.input ?? null,
    of: last?.of ?? '',
    at: last?.at ?? 0,
    error: last?.error ?? null,
  }
}

/** What can be done, for who does not show what came of it. */
export function useSteps<Name extends ActionName>(
  name: Name,
  subject: string,
  { kept = all, of = ofNone }: Options<Name>,
): Steps<Name> {
  const client = useQueryClient()
  const isHere = useIsHere()
  return useMemo(() => {
    const run: Steps<Name>['run'] = (input, onOutcome) => {
      if (isRunning(name, subject)) return
      perform(client, { name, subject, input, of: of(client, subject), kept }).then(
        (outcome) => (isHere.current ? onOutcome?.(outcome) : undefined),
        // It has landed as the error of this run.
        () => {},
      )
    }
    return {
      run,
      again: () => {
        const last = done[name].get(subject)
        if (last !== null) run(last.input)
      },
      cancel: () => cancelRun(name, subject),
      forget: () => done[name].set(subject, null),
    }
  }, [client, name, subject, of, kept, isHere])
}

/** Whether the screen is still there. */
function useIsHere() {
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  return isHere
}

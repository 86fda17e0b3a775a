import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query'
import type { CallInput, CallOutput } from '../../electron/contract/calls.ts'
import { type ActionName, cancelRun, forgetOutcome, perform, useDone } from './outcomes.ts'

export interface Action<Name extends ActionName> {
  /** `onOutcome` is not called when the screen has gone by then. */
  run: (input: CallInput<Name>, onOutcome?: (outcome: CallOutput<Name>) => void) => void
  /** Does again what led to the outcome. */
  again: () => void
  cancel: () => void
  /** When the request in flight was started, in milliseconds since 1970; null when none is. */
  pendingSince: number | null
  outcome: CallOutput<Name> | null
  /** What the outcome is of. */
  input: CallInput<Name> | null
  /** The exchange of the token that was held when it was started, as `Options.of` named it. */
  of: string
  /** When the outcome came, in milliseconds since 1970; 0 without one. */
  at: number
  error: Error | null
  forget: () => void
}

interface Options<Name extends ActionName> {
  /** Of the input it keeps what this leaves of it. */
  kept?: (input: CallInput<Name>) => CallInput<Name>
  /** The exchange of the token that is held now, where the answer is about that token. */
  of?: string
}

/**
 * One action of one subject: an environment, or one call of it. Its state outlives the screen that shows it: going
 * elsewhere and back loses nothing, and no other subject shows it.
 */
export function useAction<Name extends ActionName>(
  name: Name,
  subject: string,
  { kept = (input) => input, of = '' }: Options<Name> = {},
): Action<Name> {
  const client = useQueryClient()
  const key = [name, subject]
  const done = useDone(name, subject)
  const mutation = useMutation({
    mutationKey: key,
    mutationFn: (input: CallInput<Name>) => perform(client, { name, subject, input, of, kept }),
    // What was typed is in there.
    gcTime: 1000,
  })
  const [pendingSince = null] = useMutationState({
    filters: { mutationKey: key, status: 'pending' },
    select: ({ state }) => state.submittedAt,
  })
  const run: Action<Name>['run'] = (input, onOutcome) => {
    if (pendingSince === null) mutation.mutate(input, { onSuccess: (value) => onOutcome?.(value) })
  }
  return {
    run,
    again: () => {
      if (done !== null) run(done.input)
    },
    cancel: () => cancelRun(name, subject),
    pendingSince,
    outcome: done?.outcome ?? null,
    input: done?.input ?? null,
    of: done?.of ?? '',
    at: done?.at ?? 0,
    error: pendingSince === null ? (done?.error ?? null) : null,
    forget: () => forgetOutcome(client, name, subject),
  }
}

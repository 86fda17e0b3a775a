import { useMutation, useMutationState, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CallInput, CallOutput } from '../../electron/contract/calls.ts'
import { call } from '../host.ts'

/** Calls that send requests: they take time, can be cancelled, and leave an outcome that stays on screen. */
type ActionName =
  | 'requestToken'
  | 'verifyToken'
  | 'openToken'
  | 'introspectToken'
  | 'revokeToken'
  | 'sendApiCall'
  | 'discover'
  | 'listKeys'
  | 'testSecretSource'

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
  error: Error | null
  forget: () => void
}

interface Done<Name extends ActionName> {
  input: CallInput<Name>
  outcome: CallOutput<Name>
}

const controllers = new Map<string, AbortController>()

/**
 * One action of one environment. Its state outlives the screen that shows it: going elsewhere and back loses nothing.
 * Of the input it keeps what `kept` leaves of it.
 */
export function useAction<Name extends ActionName>(
  name: Name,
  environmentId: string,
  kept: (input: CallInput<Name>) => CallInput<Name> = (input) => input,
): Action<Name> {
  const client = useQueryClient()
  const key = [name, environmentId]
  const controllerKey = key.join(':')
  const { data: done } = useQuery<Done<Name> | null>({
    queryKey: ['outcome', ...key],
    queryFn: () => null,
    enabled: false,
    initialData: null,
    gcTime: Number.POSITIVE_INFINITY,
  })
  const mutation = useMutation({
    mutationKey: key,
    mutationFn: (input: CallInput<Name>) => {
      const controller = new AbortController()
      controllers.set(controllerKey, controller)
      return call(name, input, controller.signal)
    },
    onSuccess: (outcome, input) => client.setQueryData(['outcome', ...key], { input: kept(input), outcome }),
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
    cancel: () => controllers.get(controllerKey)?.abort(),
    pendingSince,
    outcome: done?.outcome ?? null,
    input: done?.input ?? null,
    error: mutation.error,
    forget: () => client.setQueryData(['outcome', ...key], null),
  }
}

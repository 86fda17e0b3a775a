import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CallInput, CallOutput } from '../../electron/contract/calls.ts'
import { call } from '../host.ts'

/** All of them, with what a list shows. */
export function useEnvironments() {
  return useQuery({ queryKey: ['environments'], queryFn: () => call('listEnvironments', undefined) })
}

/** The whole of one; null when it is gone. */
export const environmentQuery = (environmentId: string) =>
  queryOptions({
    queryKey: ['environment', environmentId],
    queryFn: () => call('getEnvironment', { environmentId }),
  })

export function useEnvironment(environmentId: string) {
  return useQuery(environmentQuery(environmentId))
}

/** The state of each secret of these environments, without those that are gone. */
export function useSecretStates(environmentIds: readonly string[]) {
  return useQuery({
    queryKey: ['secretStates', environmentIds],
    queryFn: () => call('listSecretStates', { environmentIds: [...environmentIds] }),
    gcTime: 0,
  })
}

/** Saved, or not, because the storage of secrets is not ready. */
type SaveResult = Exclude<CallOutput<'saveEnvironment'>, { kind: 'gone' }>

/** Saves what is typed: all of it, or nothing. */
export function useSaveEnvironment() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (toSave: CallInput<'saveEnvironment'>): Promise<SaveResult> => {
      const outcome = await call('saveEnvironment', toSave)
      if (outcome.kind === 'gone') throw new Error('This environment no longer exists.')
      return outcome
    },
    onSuccess: (outcome) => {
      if (outcome.kind === 'saved') {
        client.setQueryData(environmentQuery(outcome.environment.id).queryKey, outcome.environment)
      }
    },
  })
}

export function useDeleteEnvironment() {
  return useMutation({ mutationFn: (environmentId: string) => call('deleteEnvironment', { environmentId }) })
}

export function useRestoreEnvironment() {
  return useMutation({ mutationFn: (environmentId: string) => call('restoreEnvironment', { environmentId }) })
}

export function useMoveEnvironment() {
  return useMutation({ mutationFn: (move: CallInput<'moveEnvironment'>) => call('moveEnvironment', move) })
}

export function useDuplicateEnvironment() {
  return useMutation({ mutationFn: (environmentId: string) => call('duplicateEnvironment', { environmentId }) })
}

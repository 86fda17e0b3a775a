import { useMutation, useQuery } from '@tanstack/react-query'
import type { CallInput, CallOutput } from '../../electron/contract/calls.ts'
import { call } from '../host.ts'

export function useEnvironments() {
  return useQuery({ queryKey: ['environments'], queryFn: () => call('listEnvironments', undefined) })
}

/** Saved, or not, because the storage of secrets is not ready. */
type SaveResult = Exclude<CallOutput<'saveEnvironment'>, { kind: 'gone' }>

/** Saves what is typed: all of it, or nothing. */
export function useSaveEnvironment() {
  return useMutation({
    mutationFn: async (toSave: CallInput<'saveEnvironment'>): Promise<SaveResult> => {
      const outcome = await call('saveEnvironment', toSave)
      if (outcome.kind === 'gone') throw new Error('This environment no longer exists.')
      return outcome
    },
  })
}

export function useDeleteEnvironment() {
  return useMutation({ mutationFn: (environmentId: string) => call('deleteEnvironment', { environmentId }) })
}

export function useRestoreEnvironment() {
  return useMutation({ mutationFn: (environmentId: string) => call('restoreEnvironment', { environmentId }) })
}

export function useDuplicateEnvironment() {
  return useMutation({ mutationFn: (environmentId: string) => call('duplicateEnvironment', { environmentId }) })
}

import { useMutation, useQuery } from '@tanstack/react-query'
import type { EnvironmentInput } from '../../electron/contract/environment.ts'
import { call } from '../host.ts'

export function useEnvironments() {
  return useQuery({ queryKey: ['environments'], queryFn: () => call('listEnvironments', undefined) })
}

/** Saves what was typed; a secret only when one was typed. Creates the environment when `id` is null. */
export function useSaveEnvironment() {
  return useMutation({
    mutationFn: async ({
      id,
      value,
      clientSecret,
    }: {
      id: string | null
      value: EnvironmentInput
      clientSecret: string
    }) => {
      const saved =
        id === null ? await call('createEnvironment', value) : await call('updateEnvironment', { id, value })
      if (saved === null) throw new Error('This environment does not exist any more.')
      if (clientSecret !== '') await call('setClientSecret', { environmentId: saved.id, clientSecret })
      return saved
    },
  })
}

export function useForgetSecret() {
  return useMutation({
    mutationFn: (environmentId: string) => call('setClientSecret', { environmentId, clientSecret: '' }),
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

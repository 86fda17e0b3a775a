import { useMutation, useQuery } from '@tanstack/react-query'
import type { Environment, EnvironmentInput } from '../../electron/contract/environment.ts'
import { type SecretName, secretNameSchema, type TypedSecrets } from '../../electron/contract/secret.ts'
import { call } from '../host.ts'

export function useEnvironments() {
  return useQuery({ queryKey: ['environments'], queryFn: () => call('listEnvironments', undefined) })
}

/** Saves what was typed; secrets only those that were typed. Creates the environment when `id` is null. */
export function useSaveEnvironment() {
  return useMutation({
    mutationFn: async ({
      id,
      value,
      secrets,
    }: {
      id: string | null
      value: EnvironmentInput
      secrets: TypedSecrets
    }): Promise<Environment> => {
      let saved = id === null ? await call('createEnvironment', value) : await call('updateEnvironment', { id, value })
      if (saved === null) throw gone()
      for (const name of secretNameSchema.options) {
        const typed = secrets[name] ?? ''
        if (typed === '') continue
        saved = await call('setSecret', { environmentId: saved.id, name, value: typed })
        if (saved === null) throw gone()
      }
      return saved
    },
  })
}

const gone = () => new Error('This environment does not exist any more.')

export function useForgetSecret() {
  return useMutation({
    mutationFn: ({ environmentId, name }: { environmentId: string; name: SecretName }) =>
      call('setSecret', { environmentId, name, value: '' }),
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

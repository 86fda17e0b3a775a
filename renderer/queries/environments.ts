import { useMutation, useQuery } from '@tanstack/react-query'
import type { Environment, EnvironmentInput } from '../../electron/contract/environment.ts'
import { type SecretName, secretNameSchema, type TypedSecrets } from '../../electron/contract/secret.ts'
import type { SecretStorage } from '../../electron/contract/secret-storage.ts'
import { call } from '../host.ts'

export function useEnvironments() {
  return useQuery({ queryKey: ['environments'], queryFn: () => call('listEnvironments', undefined) })
}

interface ToSave {
  /** Null creates the environment. */
  id: string | null
  value: EnvironmentInput
  /** Those that were typed, to be stored or kept for the session. */
  secrets: TypedSecrets
  /** Those of which the old one is kept until the new one has obtained a token. */
  keepOld: ReadonlySet<SecretName>
}

/**
 * Saved; or the storage of secrets is not ready, and `notKept` are those that it did not take. `environment` is then null
 * where nothing at all was saved.
 */
export type SaveResult =
  | { kind: 'saved'; environment: Environment }
  | { kind: 'not_kept'; environment: Environment | null; notKept: readonly SecretName[]; storage: SecretStorage }

/** Saves what was typed. When a secret could not be stored, nothing is saved as far as that is known before. */
export function useSaveEnvironment() {
  return useMutation({ mutationFn: save })
}

async function save({ id, value, secrets, keepOld }: ToSave): Promise<SaveResult> {
  const names = secretNameSchema.options.filter((name) => (secrets[name] ?? '') !== '')
  const toStore = names.filter((name) => (value.secretSources[name]?.kind ?? 'stored') === 'stored')
  if (toStore.length > 0) {
    const storage = await call('secretStorage', undefined)
    if (storage.kind !== 'ready' && storage.kind !== 'new') {
      return { kind: 'not_kept', environment: null, notKept: toStore, storage }
    }
  }
  let environment = await (id === null ? call('createEnvironment', value) : call('updateEnvironment', { id, value }))
  const notKept: SecretName[] = []
  let storage: SecretStorage | null = null
  for (const name of names) {
    if (environment === null) throw gone()
    const typed = secrets[name] ?? ''
    const outcome = await call('setSecret', {
      environmentId: environment.id,
      name,
      value: typed,
      keepOld: keepOld.has(name),
    })
    if (outcome.kind === 'gone') throw gone()
    if (outcome.kind === 'set') environment = outcome.environment
    else {
      notKept.push(name)
      storage = outcome.storage
    }
  }
  if (environment === null) throw gone()
  if (storage === null) return { kind: 'saved', environment }
  if (id !== null) return { kind: 'not_kept', environment, notKept, storage }
  // A new one would be there twice once it is saved again with its secret.
  await call('deleteEnvironment', { environmentId: environment.id })
  return { kind: 'not_kept', environment: null, notKept, storage }
}

const gone = () => new Error('This environment does not exist any more.')

export function useDeleteEnvironment() {
  return useMutation({ mutationFn: (environmentId: string) => call('deleteEnvironment', { environmentId }) })
}

export function useRestoreEnvironment() {
  return useMutation({ mutationFn: (environmentId: string) => call('restoreEnvironment', { environmentId }) })
}

export function useDuplicateEnvironment() {
  return useMutation({ mutationFn: (environmentId: string) => call('duplicateEnvironment', { environmentId }) })
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { storageRefusalText } from '../../electron/wording/secret-storage.ts'
import { assertNever } from '../../electron/common/assert-never.ts'
import type { SecretStorage, StorageChange } from '../../electron/contract/secret-storage.ts'
import { call } from '../host.ts'
import type { StorageAct, StorageChanges } from '../ui/storage-changes.ts'

export function useSecretStorage() {
  return useQuery({ queryKey: ['secretStorage'], queryFn: () => call('secretStorage', undefined) })
}

/** Changes how stored secrets are protected. `onReady` is called when they can be stored and read afterwards. */
export function useStorageChanges(onReady: () => void): StorageChanges {
  const client = useQueryClient()
  const { mutate, isPending, data, error, variables } = useMutation({
    mutationFn: make,
    onSuccess: ({ kind, storage }) => {
      client.setQueryData<SecretStorage>(['secretStorage'], storage)
      if (kind === 'done' && (storage.kind === 'ready' || storage.kind === 'new')) onReady()
    },
    // A passphrase is in there.
    gcTime: 0,
  })
  return {
    make: mutate,
    pending: isPending,
    refusal: error?.message ?? (data?.kind === 'refused' ? storageRefusalText(data.reason) : null),
    done: data?.kind === 'done' ? (variables?.kind ?? null) : null,
  }
}

function make(act: StorageAct): Promise<StorageChange> {
  switch (act.kind) {
    case 'unlock':
      return call('unlockSecretStorage', { passphrase: act.passphrase })
    case 'protect':
      return call('protectSecrets', { passphrase: act.passphrase })
    case 'rotate':
      return call('rotateDataKey', undefined)
    case 'forget':
      return call('forgetStoredSecrets', undefined)
    default:
      return assertNever(act)
  }
}

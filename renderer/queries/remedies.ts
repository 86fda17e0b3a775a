import { useMutation } from '@tanstack/react-query'
import type { SecretName } from '../../electron/contract/secret.ts'
import { call } from '../host.ts'
import type { AllowOrigin, Remedies } from '../ui/remedies.ts'
import { useSecretStorage, useStorageChanges } from './secret-storage.ts'

interface What {
  environmentId: string
  verb: string
  /** Makes the same request again. */
  again: () => void
  dismiss: () => void
}

export function useRemedies({ environmentId, verb, again, dismiss }: What): Remedies {
  const storage = useSecretStorage().data ?? null
  const changes = useStorageChanges(again)
  const allow = useMutation({
    mutationFn: ({ secret, origin, way }: AllowOrigin) => call('allowOrigin', { environmentId, secret, origin, way }),
    onSuccess: again,
  })
  const answer = useMutation({
    mutationFn: ({ name, value }: { name: SecretName; value: string }) =>
      call('answerSecret', { environmentId, name, value }),
    onSuccess: again,
    // The secret is in there.
    gcTime: 0,
  })
  return {
    verb,
    allow: allow.mutate,
    answer: (name, value) => answer.mutate({ name, value }),
    storage,
    changes,
    dismiss,
    pending: allow.isPending || answer.isPending,
    error: allow.error ?? answer.error,
  }
}

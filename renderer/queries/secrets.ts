import { useMutation } from '@tanstack/react-query'
import type { SecretName } from '../../electron/contract/secret.ts'
import { call } from '../host.ts'

interface OfSecret {
  environmentId: string
  name: SecretName
}

export function useForgetSecret() {
  return useMutation({
    mutationFn: async (secret: OfSecret) => {
      const outcome = await call('setSecret', { ...secret, value: '', keepOld: false })
      if (outcome.kind === 'not_kept') throw new Error('The stored secrets are locked; see Secrets in Settings.')
    },
  })
}

/** Goes back to the secret that was kept while a new one waited for its first token. */
export function useDiscardNewSecret() {
  return useMutation({ mutationFn: (secret: OfSecret) => call('discardNewSecret', secret) })
}

/** The secret itself; the caller forgets it by `reset`. */
export function useRevealSecret() {
  return useMutation({ mutationFn: (secret: OfSecret) => call('revealSecret', secret), gcTime: 0 })
}

/** Null when it is on the clipboard, else why not. */
export function useCopySecret() {
  return useMutation({ mutationFn: (secret: OfSecret) => call('copySecret', secret) })
}

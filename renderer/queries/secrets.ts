import { useMutation } from '@tanstack/react-query'
import type { SecretName } from '../../electron/contract/secret.ts'
import { call } from '../host.ts'

interface OfSecret {
  environmentId: string
  name: SecretName
}

export function useForgetSecret() {
  return useMutation({ mutationFn: (secret: OfSecret) => call('forgetSecret', secret) })
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

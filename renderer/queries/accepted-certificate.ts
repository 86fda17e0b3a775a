import { useMutation } from '@tanstack/react-query'
import type { CallInput } from '../../electron/contract/calls.ts'
import { notAcceptedSentence } from '../../electron/wording/not-accepted.ts'
import { call } from '../host.ts'

/** Accepts the server certificate of one exchange for its environment. */
export function useAcceptCertificate() {
  return useMutation({
    mutationFn: async (shown: CallInput<'acceptCertificate'>) => {
      const outcome = await call('acceptCertificate', shown)
      if (outcome.kind === 'not_accepted') throw new Error(notAcceptedSentence[outcome.reason])
    },
  })
}

export function useUndoAcceptCertificate() {
  return useMutation({
    mutationFn: async (environmentId: string) => {
      const isUndone = await call('undoAcceptCertificate', { environmentId })
      if (!isUndone) throw new Error('The accepted certificate was changed since. See Configure, Network.')
    },
  })
}

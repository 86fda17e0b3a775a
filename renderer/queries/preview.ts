import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CallInput } from '../../electron/contract/calls.ts'
import type { SecretStates } from '../../electron/contract/secret.ts'
import { call } from '../host.ts'

type Input = Omit<CallInput<'previewTokenRequest'>, 'reveal'>

/**
 * The token request, masked, as it would be sent now. Files that it names may have changed while the person was
 * elsewhere, so it is built anew when the window is looked at again.
 */
export function usePreview(input: Input | null, held: SecretStates | null) {
  return useQuery({
    queryKey: ['preview', input, held],
    queryFn: ({ signal }) => (input === null ? null : call('previewTokenRequest', { ...input, reveal: false }, signal)),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: 'always',
    gcTime: 0,
  })
}

/** The same with its secrets, while `input` is not null. */
export function useRevealedPreview(input: Input | null) {
  return useQuery({
    queryKey: ['revealed preview', input],
    queryFn: ({ signal }) => (input === null ? null : call('previewTokenRequest', { ...input, reveal: true }, signal)),
    gcTime: 0,
  })
}

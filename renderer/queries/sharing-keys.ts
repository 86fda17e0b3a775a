import { useMutation, type UseMutationResult, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CallInput, CallOutput } from '../../electron/contract/calls.ts'
import { call } from '../host.ts'

const key = ['sharingKeys']

export function useSharingKeys() {
  return useQuery({ queryKey: key, queryFn: () => call('sharingKeys', undefined) })
}

type ChangeName = 'createSharingKeys' | 'saveRecipient' | 'deleteRecipient' | 'deleteAuthor' | 'restoreAuthor'

/** Changes the keys for sharing; a change that is refused leaves them as they are. */
export function useChangeSharingKeys<Name extends ChangeName>(
  name: Name,
): UseMutationResult<CallOutput<Name>, Error, CallInput<Name>> {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: CallInput<Name>) => call(name, input),
    onSuccess: (change) => {
      if (change.kind === 'done') client.setQueryData(key, change.keys)
    },
  })
}

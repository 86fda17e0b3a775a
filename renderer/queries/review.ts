import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CallInput } from '../../electron/contract/calls.ts'
import { call } from '../host.ts'

/** Whether an environment is set up well, as far as it is known; null where it is gone. Sends nothing. */
export function useReview(environmentId: string) {
  return useQuery({
    queryKey: ['review', environmentId],
    queryFn: () => call('getReview', { environmentId }),
    // What was sent or saved meanwhile is in it.
    refetchOnMount: 'always',
    gcTime: 60_000,
  })
}

export function useAcceptFinding() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (given: CallInput<'acceptFinding'>) => call('acceptFinding', given),
    onSettled: () => client.invalidateQueries({ queryKey: ['review'] }),
  })
}

export function useWithdrawAcceptance() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (given: CallInput<'withdrawAcceptance'>) => call('withdrawAcceptance', given),
    onSettled: () => client.invalidateQueries({ queryKey: ['review'] }),
  })
}

export const saveReview = (given: CallInput<'saveReview'>) => call('saveReview', given)

export const copyReview = (given: CallInput<'copyReview'>) => call('copyReview', given)

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CallInput } from '../../electron/contract/calls.ts'
import { call } from '../host.ts'

const queryKey = ['historyLimits']

export function useHistoryLimits() {
  return useQuery({ queryKey, queryFn: () => call('getHistoryLimits', undefined) })
}

export function useSetHistoryLimits() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: CallInput<'setHistoryLimits'>) => call('setHistoryLimits', change),
    onSuccess: (limits) => client.setQueryData(queryKey, limits),
  })
}

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '../host.ts'

export function useExchanges(environmentId: string) {
  return useQuery({
    queryKey: ['exchanges', environmentId],
    queryFn: () => call('listExchanges', { environmentId, limit: 50 }),
  })
}

export function useExchange(id: string | null) {
  return useQuery({
    queryKey: ['exchange', id],
    queryFn: () => (id === null ? null : call('getExchange', { id })),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  })
}

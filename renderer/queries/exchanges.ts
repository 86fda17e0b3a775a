import { keepPreviousData, type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ExchangeSummary } from '../../electron/contract/exchange.ts'
import { call } from '../host.ts'

const exchange = (id: string) => ({
  queryKey: ['exchange', id],
  queryFn: () => call('getExchange', { id }),
  gcTime: 60_000,
})

/** The exchanges that led to this one, in order; it is the last. Each is known by itself then. */
const exchangeChain = (client: QueryClient, last: string) => ({
  queryKey: ['exchangeChain', last],
  queryFn: async () => {
    const chain = await call('getExchangeChain', { id: last })
    for (const found of chain) client.setQueryData(exchange(found.id).queryKey, found)
    return chain
  },
  gcTime: 60_000,
})

const listed = (environmentId: string) => ['exchanges', environmentId]

/** The newest are listed together with all that is shown of the newest one, so that they are drawn at once. */
export function useExchanges(environmentId: string) {
  const client = useQueryClient()
  return useQuery({
    queryKey: listed(environmentId),
    queryFn: async () => {
      const listed = await call('listExchanges', { environmentId, limit: 50 })
      const [newest] = listed
      if (newest !== undefined) await client.prefetchQuery(exchangeChain(client, newest.id))
      return listed
    },
  })
}

/** The newest that is listed, as far as the window knows. */
export const newestExchange = (client: QueryClient, environmentId: string): string | null =>
  client.getQueryData<readonly ExchangeSummary[]>(listed(environmentId))?.[0]?.id ?? null

export function useExchange(id: string | null) {
  return useQuery({
    ...exchange(id ?? ''),
    ...(id === null && { queryFn: () => null }),
    placeholderData: keepPreviousData,
  })
}

/** Reads one when it is asked for; null where it is no longer recorded. */
export function useReadExchange() {
  const client = useQueryClient()
  return (id: string) => client.fetchQuery({ ...exchange(id), staleTime: Infinity })
}

export function useExchangeChain(last: string) {
  return useQuery(exchangeChain(useQueryClient(), last))
}

export function useSaveResponseBody() {
  return useMutation({ mutationFn: (id: string) => call('saveResponseBody', { id }) })
}

export function useSaveHar() {
  return useMutation({ mutationFn: (exchangeIds: string[]) => call('saveHar', { exchangeIds }) })
}

/** The newest of an environment that can be listed; of exchanges without one, those of all. */
export function useRecentExchanges(environmentId: string | null) {
  return useQuery({
    queryKey: ['exchanges', 'recent', environmentId],
    queryFn: () => call('listExchanges', { environmentId, limit: 200 }),
    gcTime: 60_000,
  })
}

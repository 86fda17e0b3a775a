import { keepPreviousData, type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Exchange } from '../../electron/contract/exchange.ts'
import { call } from '../host.ts'

/** No chain of redirects is longer. */
const longestChain = 30

const exchange = (id: string) => ({
  queryKey: ['exchange', id],
  queryFn: () => call('getExchange', { id }),
  gcTime: 60_000,
})

/** The exchanges that led to this one, by redirect or because it was sent again, in order; it is the last. */
const exchangeChain = (client: QueryClient, last: string) => ({
  queryKey: ['exchangeChain', last],
  queryFn: async () => {
    const chain: Exchange[] = []
    let next: string | null = last
    while (next !== null && chain.length < longestChain) {
      const found: Exchange | null = await client.fetchQuery(exchange(next))
      if (found !== null) chain.unshift(found)
      next = found?.redirectedFrom ?? found?.retryOf ?? null
    }
    return chain
  },
  gcTime: 60_000,
})

/** The newest are listed together with all that is shown of the newest one, so that they are drawn at once. */
export function useExchanges(environmentId: string) {
  const client = useQueryClient()
  return useQuery({
    queryKey: ['exchanges', environmentId],
    queryFn: async () => {
      const listed = await call('listExchanges', { environmentId, limit: 50 })
      const [newest] = listed
      if (newest !== undefined) await client.prefetchQuery(exchangeChain(client, newest.id))
      return listed
    },
  })
}

export function useExchange(id: string | null) {
  return useQuery({
    ...exchange(id ?? ''),
    ...(id === null && { queryFn: () => null }),
    placeholderData: keepPreviousData,
  })
}

export function useExchangeChain(last: string) {
  return useQuery(exchangeChain(useQueryClient(), last))
}

export function useSaveHar() {
  return useMutation({ mutationFn: (exchangeIds: string[]) => call('saveHar', { exchangeIds }) })
}

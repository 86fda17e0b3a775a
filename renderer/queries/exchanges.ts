import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import type { Exchange } from '../../electron/contract/exchange.ts'
import { call } from '../host.ts'

/** No chain of redirects is longer. */
const longestChain = 30

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

/** The exchanges that led to this one, by redirect or because it was sent again, in order; it is the last. */
export function useExchangeChain(last: string | null) {
  return useQuery({
    queryKey: ['exchangeChain', last],
    queryFn: async () => {
      const chain: Exchange[] = []
      let next = last
      while (next !== null && chain.length < longestChain) {
        const exchange = await call('getExchange', { id: next })
        if (exchange !== null) chain.unshift(exchange)
        next = exchange?.redirectedFrom ?? exchange?.retryOf ?? null
      }
      return chain
    },
    gcTime: 60_000,
  })
}

export function useSaveHar() {
  return useMutation({ mutationFn: (exchangeIds: string[]) => call('saveHar', { exchangeIds }) })
}

import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'

/** What a screen keeps in memory while the person goes elsewhere and comes back. */
export interface Kept<T> {
  key: readonly unknown[]
  initial: T
}

export function keptValue<T>(client: QueryClient, { key, initial }: Kept<T>): T {
  return client.getQueryData<T>(key) ?? initial
}

export function useKept<T>({ key, initial }: Kept<T>): [value: T, change: (next: (now: T) => T) => void] {
  const client = useQueryClient()
  const { data = initial } = useQuery<T>({
    queryKey: key,
    queryFn: () => initial,
    enabled: false,
    gcTime: Number.POSITIVE_INFINITY,
  })
  const change = useCallback(
    (next: (now: T) => T) => client.setQueryData<T>(key, (now) => next(now ?? initial)),
    [client, key, initial],
  )
  return [data, change]
}

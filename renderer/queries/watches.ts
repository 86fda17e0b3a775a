import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Watch } from '../../electron/contract/watch.ts'
import { call } from '../host.ts'

/** Milliseconds after which the state of watches is asked for again, while it is shown. */
const movesOnAfter = 15_000

/** What is watched, and how that gets on. */
export function useWatches() {
  return useQuery({
    queryKey: ['watches'],
    queryFn: () => call('listWatches', undefined),
    refetchInterval: movesOnAfter,
    refetchOnMount: 'always',
  })
}

/** The watch of an environment; null for none. */
export const useWatch = (environmentId: string) =>
  useWatches().data?.find((watch) => watch.environmentId === environmentId) ?? null

export function useSetWatch() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (watch: Watch) => call('setWatch', watch),
    onSettled: () => client.invalidateQueries({ queryKey: ['watches'] }),
  })
}

export function useEndWatch() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (environmentId: string) => call('endWatch', { environmentId }),
    onSettled: () => client.invalidateQueries({ queryKey: ['watches'] }),
  })
}

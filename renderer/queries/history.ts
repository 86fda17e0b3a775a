import { keepPreviousData, skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ChosenExchanges, HistoryFilter, HistorySearch } from '../../electron/contract/history.ts'
import { call } from '../host.ts'

/** Milliseconds after which exchanges that are not in the index yet are looked for again. */
const indexing = 1000

/**
 * What `find` finds; `key` names what it looks for, and `before` is what it found the last time. Until it is found, what was found
 * of another key is shown.
 */
export function useSearchHistory<What extends { search: HistorySearch }>(
  key: string,
  find: (before: What | undefined, signal: AbortSignal) => Promise<What>,
) {
  const client = useQueryClient()
  const queryKey = ['history', 'search', key]
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => find(client.getQueryData<What>(queryKey), signal),
    placeholderData: keepPreviousData,
    structuralSharing: false,
    refetchOnMount: 'always',
    refetchInterval: ({ state: { data } }) => (data !== undefined && data.search.notIndexed > 0 ? indexing : false),
    // What was found is read by its name, which is forgotten after some more searches.
    gcTime: 0,
  })
}

export const searchHistory = (filter: HistoryFilter, signal: AbortSignal) => call('searchHistory', filter, signal)

export const readHistory = (searchId: string, from: number, count: number) =>
  call('readHistory', { searchId, from, count })

export const placeInHistory = (searchId: string, id: string) => call('placeInHistory', { searchId, id })

export function useHistoryFacts() {
  return useQuery({
    queryKey: ['history', 'facts'],
    queryFn: () => call('historyFacts', undefined),
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
  })
}

export function useSetPinned() {
  const refresh = useRefreshHistory()
  return useMutation({
    mutationFn: (what: { ids: string[]; isPinned: boolean }) => call('setPinned', what),
    onSettled: refresh,
  })
}

/** What a filter finds that would be deleted, and how many of it stay because they are pinned. Null finds nothing. */
export function useHistoryToDelete(filter: HistoryFilter | null) {
  return useQuery({
    queryKey: ['history', 'toDelete', filter],
    queryFn: filter === null ? skipToken : ({ signal }) => countToDelete(filter, signal),
    refetchInterval: ({ state: { data } }) => (data !== undefined && data.toDelete === null ? indexing : false),
    // It is counted just before it is deleted.
    gcTime: 0,
    refetchOnMount: 'always',
  })
}

/** `toDelete` is null while exchanges are not in the index yet: they would stay. */
async function countToDelete(filter: HistoryFilter, signal: AbortSignal) {
  const pinned = await searchHistory({ ...filter, isPinned: true }, signal)
  const { searchId, found, notIndexed } = await searchHistory(filter, signal)
  return { toDelete: notIndexed > 0 ? null : { searchId, count: found - pinned.found }, stay: pinned.found }
}

export function useDeleteHistory() {
  const refresh = useRefreshHistory()
  return useMutation({
    mutationFn: (chosen: ChosenExchanges) => call('deleteHistory', chosen),
    onSettled: refresh,
  })
}

function useRefreshHistory() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['history'] })
}

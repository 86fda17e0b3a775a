import { keepPreviousData, skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CallOutput } from '../../electron/contract/calls.ts'
import type { SaveOutcome } from '../../electron/contract/outcome.ts'
import type { HistoryFormat } from '../../electron/vocabulary/history.ts'
import { call } from '../host.ts'

/** Asked again with the lists of exchanges, for what solved it may be recorded meanwhile. */
const entryKey = (id: string) => ['exchanges', 'entry', id]

/** One exchange with what is kept with it; null when it is gone or damaged. Until it is there, the one before it. */
export function useHistoryEntry(id: string) {
  return useQuery({
    queryKey: entryKey(id),
    queryFn: () => call('getHistoryEntry', { id }),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  })
}

/** What differs between two exchanges; null asks for nothing, and is the answer where one of them is gone. */
export function useExchangeComparison(left: string, right: string | null) {
  return useQuery({
    queryKey: ['exchangeComparison', left, right],
    queryFn: right === null ? skipToken : () => call('compareExchanges', { left, right }),
    staleTime: Infinity,
    gcTime: 60_000,
  })
}

/** The token that an exchange issued or carried, with what was recorded when it was issued; asked for while it is wanted. */
export function useRecordedToken(id: string, isWanted: boolean) {
  return useQuery({
    queryKey: ['exchanges', 'token', id],
    queryFn: isWanted ? () => call('getRecordedToken', { id }) : skipToken,
    gcTime: 60_000,
  })
}

type Entry = NonNullable<CallOutput<'getHistoryEntry'>>

/** Changes what the window knows of an entry, so that it is shown at once; lists ask again. */
function useChangedEntry() {
  const client = useQueryClient()
  return (id: string, change: Partial<Entry>) => {
    client.setQueryData<Entry | null>(entryKey(id), (entry) =>
      entry === null || entry === undefined ? entry : { ...entry, ...change },
    )
    void client.invalidateQueries({ queryKey: ['history'] })
  }
}

/** Keeps the note of an exchange. False when the exchange is no longer there. */
export function useSetNote() {
  const changed = useChangedEntry()
  return async (id: string, note: string): Promise<boolean> => {
    const isKept = await call('setNote', { id, note })
    if (isKept) changed(id, { note })
    return isKept
  }
}

export function useSetPinned() {
  const changed = useChangedEntry()
  return useMutation({
    mutationFn: ({ id, isPinned }: { id: string; isPinned: boolean }) => call('setPinned', { ids: [id], isPinned }),
    onSuccess: (_done, { id, isPinned }) => changed(id, { isPinned }),
  })
}

/** Deletes one exchange for good; gives how many were deleted. */
export function useDeleteExchange() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call('deleteHistory', { kind: 'ids', ids: [id] }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['exchanges'] })
      void client.invalidateQueries({ queryKey: ['history'] })
    },
  })
}

/** Writes one exchange, masked as it is recorded, to a file that the person chooses. */
export const exportEntry = (id: string, format: HistoryFormat): Promise<SaveOutcome> =>
  call('exportHistory', { chosen: { kind: 'ids', ids: [id] }, format })

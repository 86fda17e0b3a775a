import { keepPreviousData, queryOptions, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { AuditEntry, AuditFilter } from '../../electron/contract/audit.ts'
import { call } from '../host.ts'

/** Entries that are read at once. */
const pageSize = 100

const page = (filter: AuditFilter, number: number) =>
  queryOptions({
    queryKey: ['auditEntries', filter, number],
    queryFn: () => call('listAuditEntries', { filter, skip: number * pageSize, count: pageSize }),
    // Pages that were scrolled past are let go.
    gcTime: 30_000,
  })

/** How many entries there are; those of an earlier filter while the answer is awaited. */
export function useAuditCount(filter: AuditFilter) {
  return useQuery({
    ...page(filter, 0),
    select: ({ found }) => found,
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
  })
}

/**
 * The entries from one place of the list to another, newest first; null for one that is not read yet. `found` is how many there
 * are, null while that is not known.
 */
export function useAuditEntries(
  filter: AuditFilter,
  { from, to, found }: { from: number; to: number; found: number | null },
): (place: number) => AuditEntry | null {
  const client = useQueryClient()
  const first = Math.floor(Math.max(0, from) / pageSize)
  const count = to < from ? 0 : Math.floor(to / pageSize) - first + 1
  const read = useQueries({
    queries: Array.from({ length: count }, (_empty, index) => page(filter, first + index)),
  })
  const other = read.find(({ data }) => data !== undefined && found !== null && data.found !== found)?.data?.found
  useEffect(() => {
    // Entries were added: all others are at another place now.
    if (other !== undefined) void client.invalidateQueries({ queryKey: ['auditEntries', filter] })
  }, [client, other, filter])
  return (place) => read[Math.floor(place / pageSize) - first]?.data?.entries[place % pageSize] ?? null
}

/** The place of an entry in the whole trail, newest first; where it is missing, that of the next one before it. */
export async function placeOfEntry(filter: AuditFilter, number: number): Promise<number> {
  const read = async (skip: number) => call('listAuditEntries', { filter, skip, count: 1 })
  const newest = await read(0)
  let low = 0
  let high = newest.found
  // Numbers fall from place to place; without gaps the first guess is right.
  let guess = Math.max(0, (newest.entries[0]?.number ?? 0) - number)
  while (low < high) {
    const middle = Math.min(Math.max(guess, low), high - 1)
    const found = (await read(middle)).entries[0]?.number ?? 0
    if (found === number) return middle
    if (found > number) low = middle + 1
    else high = middle
    guess = Math.floor((low + high) / 2)
  }
  return Math.max(0, low)
}

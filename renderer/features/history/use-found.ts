import { useState } from 'react'
import type { HistorySearch } from '../../../electron/contract/history.ts'
import { readHistory, searchHistory, useSearchHistory } from '../../queries/history.ts'
import { filterOf } from './filter-of.ts'
import { type HistoryPlace, queryOf } from './history-place.ts'
import { newSince } from './new-since.ts'
import { createRows, type Rows } from './table/rows.ts'

/** What was found of what was looked for, with its rows as far as they are read. */
export interface Found {
  key: string
  search: HistorySearch
  rows: Rows
}

/** What was found, as the table shows it: it stays as it is while a person reads in it, and what is new is counted. */
export function useFound(place: HistoryPlace) {
  const key = queryOf({ ...place, against: '' })
  const query = useSearchHistory<Found>(key, async (before, signal) =>
    foundOf(key, await searchHistory(filterOf(place, Date.now()), signal), before),
  )
  const [held, hold] = useState<Found | null>(null)
  const latest = query.data ?? null
  const arrived = held === null || latest === null || held.key !== latest.key ? 0 : newSince(held.search, latest.search)
  const found = arrived > 0 ? held : latest
  return {
    found,
    error: query.error,
    /** What is shown is of the search before. */
    isSearching: query.isPlaceholderData,
    searchAgain: () => void query.refetch(),
    /** Exchanges that came since, and are not shown. */
    arrived,
    /** Keeps what is shown as it is, or goes on to what is known now. */
    keepAsIs: (isKept: boolean) => hold(isKept ? found : null),
  }
}

function foundOf(key: string, search: HistorySearch, before: Found | undefined): Found {
  const isSame = before !== undefined && newSince(before.search, search) === 0 && before.search.found === search.found
  const rows = createRows({
    first: search.rows,
    found: search.found,
    read: (from, count) => readHistory(search.searchId, from, count),
    ...(isSame && { until: before.rows.pages() }),
  })
  return { key, search, rows }
}

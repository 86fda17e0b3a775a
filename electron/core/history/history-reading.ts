import type { HistoryFacts, HistoryFilter, HistoryRow, HistorySearch } from '../../contract/history.ts'

/** The history as core asks it: in a thread, or, of a workspace in memory, in the same one. */
export interface HistoryReading {
  search: (filter: HistoryFilter) => Promise<HistorySearch>
  /** Null when the search is no longer kept. */
  read: (searchId: string, from: number, count: number) => Promise<HistoryRow[] | null>
  facts: () => Promise<HistoryFacts>
  /** Has the index caught up soon with a workspace that changed; nothing where nobody searched yet. */
  changed: () => void
}

import type { ActivityRange } from '../../vocabulary/activity.ts'
import type { Figures } from '../activity/figures.ts'
import type { HistoryFacts, HistoryFilter, HistoryRow, HistorySearch } from '../../contract/history.ts'

/** The history as core asks it: in a thread, or, of a workspace in memory, in the same one. */
export interface HistoryReading {
  search: (filter: HistoryFilter) => Promise<HistorySearch>
  /** Null when the search is no longer kept. */
  read: (searchId: string, from: number, count: number) => Promise<HistoryRow[] | null>
  /** Of all that a search found, newest first. Null when the search is no longer kept. */
  ids: (searchId: string) => Promise<string[] | null>
  facts: () => Promise<HistoryFacts>
  /** Of an environment; `now` is in milliseconds since 1970. */
  activity: (environmentId: string, range: ActivityRange, now: number) => Promise<Figures>
  /** Has the index caught up soon with a workspace that changed; `gone` are exchanges that are no longer there. */
  changed: (gone: readonly string[]) => void
}

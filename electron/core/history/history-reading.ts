import type { ActivityRange } from '../../vocabulary/activity.ts'
import type { Figures } from '../activity/figures.ts'
import type { RecordedFigures } from '../review-facts/figures-reader.ts'
import type { ChosenExchanges, HistoryFacts, HistoryFilter, HistoryRow, HistorySearch } from '../../contract/history.ts'
import type { ExportPart, HistoryExportOptions } from './export-parts.ts'

/** The history as core asks it: in a thread, or, of a workspace in memory, in the same one. */
export interface HistoryReading {
  search: (filter: HistoryFilter) => Promise<HistorySearch>
  /** Null when the search is no longer kept. */
  read: (searchId: string, from: number, count: number) => Promise<HistoryRow[] | null>
  /** Of an exchange among what a search found. Null where it is not there, or the search is no longer kept. */
  place: (searchId: string, id: string) => Promise<number | null>
  /** Of what a search found, newest first; gone ones too. Null when the search is no longer kept. */
  ids: (searchId: string, from: number, count: number) => Promise<string[] | null>
  facts: () => Promise<HistoryFacts>
  /** Begins to make a file of exchanges, oldest first; `total` counts them. Null when the search is no longer kept. */
  beginExport: (
    chosen: ChosenExchanges,
    options: HistoryExportOptions,
  ) => Promise<{ exportId: string; total: number } | null>
  /** Null when there is no more. @throws where the export was given up meanwhile */
  nextPart: (exportId: string) => Promise<ExportPart | null>
  endExport: (exportId: string) => Promise<void>
  /** Of an environment; `now` is in milliseconds since 1970. */
  activity: (environmentId: string, range: ActivityRange, now: number) => Promise<Figures>
  review: (environmentId: string, now: number) => Promise<RecordedFigures>
  /** Has the index caught up soon with a workspace that changed; `gone` are exchanges that are no longer there. */
  changed: (gone: readonly string[]) => void
}

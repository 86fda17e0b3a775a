import type { HistoryFilter } from '../../../electron/contract/history.ts'
import { timeSpan } from '../../filters/time-choice.ts'
import type { HistoryPlace } from './history-place.ts'

/** What main looks for; `now` in milliseconds since 1970 is where spans end. */
export function filterOf(place: HistoryPlace, now: number): HistoryFilter {
  const { text, environmentIds, purposes, senders, statuses, findings, host, isPinned } = place
  return { text, environmentIds, purposes, senders, statuses, findings, host, isPinned, ...timeSpan(place.time, now) }
}

import type { HistoryFilter } from '../../../electron/contract/history.ts'
import type { HistoryPlace, Span, TimeChoice } from './history-place.ts'

const hour = 3_600_000

/** Milliseconds. */
const lengths: Readonly<Record<Span, number>> = { '1h': hour, '24h': 24 * hour, '7d': 168 * hour, '30d': 720 * hour }

/** What main looks for; `now` in milliseconds since 1970 is where spans end. */
export function filterOf(place: HistoryPlace, now: number): HistoryFilter {
  const { text, environmentIds, purposes, statuses, findings, host, isPinned } = place
  return { text, environmentIds, purposes, statuses, findings, host, isPinned, ...timeSpan(place.time, now) }
}

function timeSpan(time: TimeChoice, now: number): { from: number | null; to: number | null } {
  if (time.kind === 'any') return { from: null, to: null }
  // Without an end: what arrives meanwhile belongs to it.
  return time.kind === 'last' ? { from: now - lengths[time.span], to: null } : { from: time.from, to: time.to }
}

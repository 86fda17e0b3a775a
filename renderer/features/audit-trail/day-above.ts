import type { AuditEntry } from '../../../electron/contract/audit.ts'
import { dayTitle } from '../../ui/day-title.ts'

/**
 * The day that is named above an entry: where the one above it in the list is of another day, or there is none. Null where no
 * day is named, and where the one above is not read yet. `today` is its midnight, in milliseconds since 1970.
 */
export function dayAbove(entry: AuditEntry, above: AuditEntry | null, isFirst: boolean, today: number): string | null {
  if (!isFirst && (above === null || dayOf(above.at) === dayOf(entry.at))) return null
  return Number.isNaN(dayOf(entry.at)) ? 'Time not known' : dayTitle(entry.at, today)
}

const dayOf = (at: number): number => new Date(at).setHours(0, 0, 0, 0)

import type { HistorySearch } from '../../../electron/contract/history.ts'

/** How many exchanges a later search of the same found above those of the one before. */
export function newSince(before: HistorySearch, now: HistorySearch): number {
  const [newest] = before.rows
  if (newest === undefined) return now.found
  const at = now.rows.findIndex(({ id }) => id === newest.id)
  return at < 0 ? Math.max(0, now.found - before.found) : at
}

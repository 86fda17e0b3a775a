import type { HistoryFacts } from '../../../electron/contract/history.ts'
import { count } from '../../ui/count.ts'
import { byteCount, calendarDate } from '../../ui/format.ts'

/** How much is recorded, in a sentence. */
export function historyText({ exchanges, bytes, pinned, oldest }: HistoryFacts): string {
  if (exchanges === 0) return 'Nothing is recorded yet.'
  const since = oldest === null ? '' : `, the oldest of ${calendarDate(oldest)}`
  const kept = pinned === 0 ? '' : ` ${pinned.toLocaleString('en')} pinned.`
  return `${count(exchanges, 'exchange')}, ${byteCount(bytes)}${since}.${kept}`
}

/** What would be deleted, and what stays because it is pinned. */
export function deletionText(exchanges: number, pinned: number): string {
  if (exchanges === 0) return pinned === 0 ? 'Nothing to delete.' : 'Nothing to delete: all of it is pinned.'
  const stay = pinned === 0 ? '' : ` ${count(pinned, 'pinned exchange')} ${pinned === 1 ? 'stays' : 'stay'}.`
  return `${count(exchanges, 'exchange')} will be deleted, with their notes.${stay} This can't be undone. Backups keep what was in them.`
}

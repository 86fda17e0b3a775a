import type { HistoryEntry, Verdict } from '../../../../electron/contract/history.ts'

export type EntryVerdict = Verdict | 'cancelled'

/** As it was judged; of one that never was, as its status or failure says. */
export function verdictOf({ exchange, conclusion }: Pick<HistoryEntry, 'exchange' | 'conclusion'>): EntryVerdict {
  if (exchange.failure?.code === 'cancelled') return 'cancelled'
  if (conclusion !== null) return conclusion.verdict
  return exchange.failure === null && exchange.response !== null && exchange.response.status < 400 ? 'good' : 'failed'
}

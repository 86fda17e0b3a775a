import { allExchanges } from '../../../electron/common/all-exchanges.ts'
import type { HistoryFilter } from '../../../electron/contract/history.ts'

/** What of the history is to be deleted. */
export interface Deletion {
  kind: 'all' | 'older' | 'environment'
  days: number
  environmentId: string
}

/** The search that finds it; `now` in milliseconds since 1970. */
export function deletionFilter({ kind, days, environmentId }: Deletion, now: number): HistoryFilter {
  return {
    ...allExchanges,
    environmentIds: kind === 'environment' ? [environmentId] : [],
    to: kind === 'older' ? now - days * 86_400_000 : null,
  }
}

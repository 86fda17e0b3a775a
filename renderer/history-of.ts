import type { HistoryRoute } from './route.ts'

/** The history of one environment: "Open in History". */
export const historyOf = (environmentId: string): HistoryRoute => ({
  kind: 'history',
  query: new URLSearchParams({ environment: environmentId }).toString(),
})

/** The history with one exchange open. */
export const historyAt = (exchangeId: string): HistoryRoute => ({ kind: 'history', id: exchangeId })

import type { HistoryFilter } from '../contract/history.ts'

/** The filter of the history that leaves nothing out. */
export const allExchanges: HistoryFilter = {
  text: '',
  environmentIds: [],
  purposes: [],
  senders: [],
  statuses: [],
  host: '',
  from: null,
  to: null,
  findings: [],
  isPinned: false,
}

import type { HistoryFilter } from '../../../electron/contract/history.ts'

/** The filter that finds all. */
export const everything: HistoryFilter = {
  text: '',
  environmentIds: [],
  purposes: [],
  statuses: [],
  host: '',
  from: null,
  to: null,
  findings: [],
  isPinned: false,
}

import type { HistorySearch } from '../../../electron/contract/history.ts'

/** `214 found in 6 ms`. */
export const resultText = ({ found, ms }: HistorySearch): string =>
  `${found.toLocaleString('en')} found in ${Math.max(1, Math.round(ms)).toLocaleString('en')} ms`

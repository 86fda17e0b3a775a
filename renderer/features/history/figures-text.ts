import type { HistoryFacts } from '../../../electron/contract/history.ts'
import { count } from '../../ui/count.ts'
import { byteCount } from '../../ui/format.ts'

/** `18,420 exchanges, redacted, 41 MB`. */
export const figuresText = ({ exchanges, bytes }: HistoryFacts): string =>
  `${count(exchanges, 'exchange')}, redacted, ${byteCount(bytes).replace(/^(\d{2,})\.\d /, '$1 ')}`

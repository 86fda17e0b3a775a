import type { ActivityRange } from '../../../electron/vocabulary/activity.ts'
import { dayText, shortWeekday, timeText } from './calendar-text.ts'

/** What is below a column of calls per token. */
export function columnLabel(range: ActivityRange, startsAt: number): string {
  if (range === '24h') return timeText(startsAt)
  return range === '7d' ? shortWeekday(startsAt) : dayText(startsAt)
}

/** `31`, `1.5`; a dash where no token was issued. */
export function ratioText(ratio: number | null): string {
  if (ratio === null) return '–'
  return ratio >= 10 || Number.isInteger(ratio) ? Math.round(ratio).toLocaleString('en') : ratio.toFixed(1)
}

/** How many of the issued tokens were requested too early. */
export function earlyText(issued: number, early: number): string {
  if (issued === 0) return 'No token was issued.'
  if (issued === 1) return '1 token was issued: there was no earlier one to use again.'
  const was = early > 1 ? 'were' : 'was'
  return `${early === 0 ? 'None' : early} of ${issued} tokens ${was} requested while another was valid.`
}

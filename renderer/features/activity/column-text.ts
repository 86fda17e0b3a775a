import type { Activity } from '../../../electron/contract/activity.ts'
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

export const onlyWatch = 'Only the watch was issued tokens.'

type Early = Pick<Activity, 'perToken' | 'tokensIssued' | 'requestedEarly'>

/** How many of the issued tokens were requested too early; those of a watch are left out. */
export function earlyText({ perToken, tokensIssued, requestedEarly }: Early): string {
  const issued = perToken.reduce((sum, { tokens }) => sum + tokens, 0)
  if (issued === 0) return tokensIssued === 0 ? 'No token was issued.' : onlyWatch
  const early = earlyOf(issued, requestedEarly)
  return issued === tokensIssued ? early : `${early} Those of the watch are left out.`
}

function earlyOf(issued: number, early: number): string {
  if (issued === 1) return '1 token was issued: there was no earlier one to use again.'
  const was = early > 1 ? 'were' : 'was'
  return `${early === 0 ? 'None' : early} of ${issued} tokens ${was} requested while another was valid.`
}

import { calendarDate } from '../ui/format.ts'

/** When a day of this computer's calendar begins (`2026-11-28`), in milliseconds since 1970; null for what is no day. */
export function startOfDay(day: string): number | null {
  return startOf(day, 0)
}

/** When the day after begins. */
export function dayAfter(day: string): number | null {
  return startOf(day, 1)
}

function startOf(text: string, later: number): number | null {
  const found = /^(\d{4,6})-(\d{2})-(\d{2})$/.exec(text)
  if (found === null) return null
  const [year, month, day] = found.slice(1).map(Number)
  const at = new Date(year ?? 0, (month ?? 1) - 1, (day ?? 1) + later).getTime()
  return Number.isNaN(at) || at < 0 ? null : at
}

/** `from 2026-11-01`, `2026-11-01 to 2026-11-28`, by this computer's calendar; `to` is the first moment that is left out. */
export function daysText({ from, to }: { from: number | null; to: number | null }): string {
  if (to === null) return from === null ? 'any' : `from ${calendarDate(from)}`
  const last = calendarDate(to - 1)
  if (from === null) return `until ${last}`
  const first = calendarDate(from)
  return first === last ? first : `${first} to ${last}`
}

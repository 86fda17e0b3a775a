const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short' })
const longWeekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long' })
const dayAndMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

const day = 86_400_000

/** `Thu`. All of these are by the calendar of this computer. */
export const shortWeekday = (at: number): string => weekday.format(at)
/** `26 Nov`. */
export const dayText = (at: number): string => dayAndMonth.format(at)
/** `Thu 26 Nov`. */
export const dateText = (at: number): string => `${weekday.format(at)} ${dayAndMonth.format(at)}`
/** `09:12`. */
export const timeText = (at: number): string => time.format(at)
/** `Thu 26 Nov, 09:12`. */
export const momentText = (at: number): string => `${dateText(at)}, ${timeText(at)}`

/** `Thu 26 Nov, 09:00–10:00`, `Thu 26 Nov` of a day, `22 Nov – 26 Nov` of several. The end is not included. */
export function spanText({ startsAt, endsAt }: { startsAt: number; endsAt: number }): string {
  const isWhole = isMidnight(startsAt) && isMidnight(endsAt)
  if (!isWhole) return `${dateText(startsAt)}, ${timeText(startsAt)}–${timeText(endsAt)}`
  return sameDay(startsAt, endsAt - 1) ? dateText(startsAt) : `${dayText(startsAt)} – ${dayText(endsAt - 1)}`
}

/** `today`, `since yesterday`, `since Thursday`, `since 12 Nov`. */
export function sinceText(at: number, now: number): string {
  if (sameDay(at, now)) return 'today'
  if (sameDay(at, now - day)) return 'since yesterday'
  return now - at < 6 * day && now > at ? `since ${longWeekday.format(at)}` : `since ${dayText(at)}`
}

function isMidnight(at: number): boolean {
  return new Date(at).toTimeString().startsWith('00:00:00')
}

function sameDay(one: number, other: number): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString()
}

import { timeOfDay } from '../../../ui/format.ts'

/** `28 Nov 2026, 14:21:43` by this computer's clock. */
export function dayAndTime(at: number): string {
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return 'not a time'
  const day = date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
  return `${day}, ${timeOfDay(at)}`
}

/** `14:21:43`, and the day where it is another than that of `besides`. */
export function timeBeside(at: number, besides: number): string {
  const isSameDay = new Date(at).toDateString() === new Date(besides).toDateString()
  return isSameDay ? timeOfDay(at) : dayAndTime(at)
}

import type { ActivityStep } from '../../../electron/contract/activity.ts'
import type { ActivityRange } from '../../../electron/vocabulary/activity.ts'
import { dateText, dayText, timeText } from './calendar-text.ts'
import { placeOf } from './latency-lines.ts'

interface AxisLabel {
  /** From 0 to 1: of the middle of what it names. */
  place: number
  text: string
}

/** `Sun 22` in the middle of each of seven days, every third hour, or every fifth day. */
export function axisLabels(
  range: ActivityRange,
  steps: readonly ActivityStep[],
  span: { from: number; to: number },
): AxisLabel[] {
  if (range === '7d') return daysIn(steps, span)
  const [every, textOf] = range === '24h' ? [4, timeText] : [5, dayText]
  const middle = range === '24h' ? 0 : 0.5
  return steps
    .filter((_, index) => index % every === (range === '24h' ? 2 : 0))
    .map(({ startsAt, endsAt }) => ({
      place: placeOf(startsAt + (endsAt - startsAt) * middle, span),
      text: textOf(startsAt),
    }))
}

function daysIn(steps: readonly ActivityStep[], span: { from: number; to: number }): AxisLabel[] {
  const days: ActivityStep[][] = []
  for (const step of steps) {
    const isSame = new Date(step.startsAt).toDateString() === new Date(days.at(-1)?.[0]?.startsAt ?? 0).toDateString()
    if (isSame) days.at(-1)?.push(step)
    else days.push([step])
  }
  return days.flatMap((day) => {
    const [first, last] = [day[0], day.at(-1)]
    if (first === undefined || last === undefined) return []
    const text = dateText(first.startsAt).split(' ').slice(0, 2).join(' ')
    return [{ place: placeOf((first.startsAt + last.endsAt) / 2, span), text }]
  })
}

import type { ActivityRange } from '../../vocabulary/activity.ts'

/** Milliseconds since 1970; `endsAt` is not included. */
export interface Span {
  startsAt: number
  endsAt: number
}

interface RangeSteps {
  /** Steps of the latency: hours, three hours, or days. They follow each other without gaps. */
  steps: Span[]
  /** Columns of calls per token: three hours, days, or five days. */
  columns: Span[]
}

/**
 * The steps of a range that ends with the hour, or day, of `now`, by the calendar of this computer: a day on which the clocks
 * change has 23 or 25 hours, and begins and ends at midnight as others do.
 */
export function timeSteps(range: ActivityRange, now: number): RangeSteps {
  if (range === '24h') {
    const steps = hoursUntil(now, 24)
    return { steps, columns: joined(steps, 3) }
  }
  const days = daysUntil(now, range === '7d' ? 7 : 30)
  return range === '7d' ? { steps: days.flatMap(partsOfDay), columns: days } : { steps: days, columns: joined(days, 5) }
}

/** The hours by the clock on the wall: where it is put back, the same hour comes twice. */
function hoursUntil(now: number, count: number): Span[] {
  const starts = [startOfHour(now)]
  for (let at = now; starts.length < count;) {
    at = (starts[0] ?? at) - 1
    starts.unshift(startOfHour(at))
  }
  return spans(starts, startOfHour((starts.at(-1) ?? now) + 3_600_000))
}

/** Zones may be off by a part of an hour. */
function startOfHour(at: number): number {
  return at - new Date(at).getMinutes() * 60_000 - (at % 60_000)
}

function daysUntil(now: number, count: number): Span[] {
  const today = new Date(now)
  const at = (days: number) => new Date(today.getFullYear(), today.getMonth(), today.getDate() + days).getTime()
  const starts = Array.from({ length: count }, (_, index) => at(index + 1 - count))
  return spans(starts, at(1))
}

/** Three hours each; one of them is longer or shorter on a day on which the clocks change. */
function partsOfDay({ startsAt, endsAt }: Span): Span[] {
  const day = new Date(startsAt)
  const starts = [3, 6, 9, 12, 15, 18, 21].map((hours) =>
    new Date(day.getFullYear(), day.getMonth(), day.getDate(), hours).getTime(),
  )
  return spans([startsAt, ...starts.filter((at) => at > startsAt && at < endsAt)], endsAt)
}

const spans = (starts: readonly number[], end: number): Span[] =>
  starts.map((startsAt, index) => ({ startsAt, endsAt: starts[index + 1] ?? end }))

/** Every `count` spans as one. */
function joined(all: readonly Span[], count: number): Span[] {
  const firsts = all.filter((_, index) => index % count === 0).map(({ startsAt }) => startsAt)
  return spans(firsts, all.at(-1)?.endsAt ?? 0)
}

/** The place of the span that `at` is in; -1 for none. The spans follow each other. */
export function spanAt(all: readonly Span[], at: number): number {
  let [low, high] = [0, all.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const span = all[middle]
    if (span === undefined) return -1
    if (at < span.startsAt) high = middle - 1
    else if (at >= span.endsAt) low = middle + 1
    else return middle
  }
  return -1
}

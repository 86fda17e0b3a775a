import { afterEach, describe, expect, test, vi } from 'vitest'
import { spanAt, timeSteps } from '../../../electron/core/activity/time-steps.ts'
import { activityRanges } from '../../../electron/vocabulary/activity.ts'

const at = (text: string): number => new Date(text).getTime()
const hours = ({ startsAt, endsAt }: { startsAt: number; endsAt: number }): number => (endsAt - startsAt) / 3_600_000
const inZone = (zone: string) => vi.stubEnv('TZ', zone)

afterEach(() => void vi.unstubAllEnvs())

describe('the steps of a range', () => {
  test('24 hours end with the hour of now, and have three hours to a column', () => {
    inZone('UTC')
    const { steps, columns } = timeSteps('24h', at('2026-11-28T14:20:00Z'))
    expect(steps).toHaveLength(24)
    expect(steps[0]?.startsAt).toBe(at('2026-11-27T15:00:00Z'))
    expect(steps.at(-1)?.endsAt).toBe(at('2026-11-28T15:00:00Z'))
    expect(columns.map(hours)).toEqual(Array.from({ length: 8 }, () => 3))
  })

  test('7 days begin at midnight of this computer, and have steps of three hours', () => {
    inZone('Asia/Kolkata')
    const { steps, columns } = timeSteps('7d', at('2026-11-28T14:20:00+05:30'))
    expect(steps).toHaveLength(56)
    expect(steps[0]?.startsAt).toBe(at('2026-11-22T00:00:00+05:30'))
    expect(columns).toHaveLength(7)
    expect(columns.at(-1)?.endsAt).toBe(at('2026-11-29T00:00:00+05:30'))
  })

  test('30 days have a step to a day, and five days to a column', () => {
    inZone('UTC')
    const { steps, columns } = timeSteps('30d', at('2026-11-28T00:00:00Z'))
    expect(steps).toHaveLength(30)
    expect(columns.map(hours)).toEqual(Array.from({ length: 6 }, () => 120))
  })

  test('a day on which the clocks are put back has 25 hours, and steps that follow each other', () => {
    inZone('Europe/Berlin')
    const { steps, columns } = timeSteps('7d', at('2026-10-28T12:00:00+01:00'))
    expect(columns.map(hours)).toEqual([24, 24, 24, 25, 24, 24, 24])
    expect(steps.filter((step) => hours(step) === 4)).toHaveLength(1)
    expect(steps.slice(1).every(({ startsAt }, index) => startsAt === steps[index]?.endsAt)).toBe(true)
  })

  test('a day on which the clocks are put forward has 23 hours', () => {
    inZone('Europe/Berlin')
    expect(timeSteps('30d', at('2026-04-10T12:00:00+02:00')).steps.filter((day) => hours(day) === 23)).toHaveLength(1)
    expect(timeSteps('24h', at('2026-03-29T12:10:00+02:00')).steps.map(hours)).toEqual(
      Array.from({ length: 24 }, () => 1),
    )
  })

  test.each(['Australia/Lord_Howe', 'America/St_Johns', 'Africa/Cairo', 'America/Havana', 'Pacific/Apia'])(
    'no step is empty on any day of a year in %s',
    (zone) => {
      inZone(zone)
      for (let day = 0; day < 366; day += 1) {
        for (const range of activityRanges) {
          const { steps, columns } = timeSteps(range, Date.UTC(2026, 0, 1 + day, 13, 41))
          for (const all of [steps, columns]) {
            const ends = all.every(({ endsAt }, index) => endsAt === (all[index + 1]?.startsAt ?? endsAt))
            expect(ends && all.every((step) => hours(step) > 0), `${zone} ${day} ${range}`).toBe(true)
          }
        }
      }
    },
  )
})

describe('the span of a time', () => {
  const spans = [
    { startsAt: 0, endsAt: 10 },
    { startsAt: 10, endsAt: 30 },
  ]
  test.each([
    [-1, -1],
    [0, 0],
    [9, 0],
    [10, 1],
    [29, 1],
    [30, -1],
  ])('%i is in span %i', (time, place) => expect(spanAt(spans, time)).toBe(place))

  test('no spans hold no time', () => expect(spanAt([], 5)).toBe(-1))
})

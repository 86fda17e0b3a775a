import { expect, test } from 'vitest'
import { ageOfExchanges } from '../../../electron/core/history/age-of-exchanges.ts'

const day = 86_400_000
const today = Date.UTC(2026, 10, 30)

/** Ages in days, `running` days after a start, by a clock that was `ahead` then and is `ahead + moved` now. */
function agesOf(sent: readonly number[], { running = 0, ahead = 0, moved = 0, newest = 1 as number | null }): number[] {
  const start = { now: today + ahead * day, uptime: 0 }
  const clocks = { now: () => start.now + (running + moved) * day, uptime: () => running * day }
  const ageOf = ageOfExchanges(clocks, start, newest === null ? null : today - newest * day)
  return sent.map((daysBefore) => ageOf(today - daysBefore * day) / day)
}

test('exchanges from before the start are as old as the newest of them says', () => {
  expect(agesOf([100, 1], {})).toEqual([99, 0])
})

test('a clock that was ahead at the start makes nothing older', () => {
  expect(agesOf([100, 1], { ahead: 3000 })).toEqual([99, 0])
  expect(agesOf([-3000], { ahead: 3000 })).toEqual([0])
})

test('what the app runs is added, also to what it recorded meanwhile', () => {
  expect(agesOf([100, 1, -2], { running: 50 })).toEqual([149, 50, 48])
  expect(agesOf([-2], { running: 50, newest: null })).toEqual([48])
})

test('a clock that is set while the app runs makes nothing older', () => {
  expect(agesOf([100, -2], { running: 5, moved: 3000 })).toEqual([104, 3])
  expect(agesOf([100], { running: 5, moved: -3000 })[0]).toBeLessThan(0)
})

test('a clock that was behind makes nothing from before the start old', () => {
  expect(agesOf([100], { ahead: -3000 })[0]).toBeLessThan(0)
})

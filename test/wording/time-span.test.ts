import { expect, test } from 'vitest'
import { relativeTime, timeSpan } from '../../electron/wording/time-span.ts'

const day = 86_400_000

test.each([
  [0, '0 s'],
  [499, '0 s'],
  [108_000, '1 min 48 s'],
  [-3_600_000, '1 h'],
  [2 * day + 3 * 3_600_000 + 59_000, '2 d 3 h'],
  [59 * day, '59 d'],
  [60 * day + 5 * 3_600_000, '60 days'],
  [730 * day, '730 days'],
  [731 * day, '2 years'],
  [1110 * day + 11 * 3_600_000, '3 years'],
  [3650 * day, '9 years'],
])('%i ms are %s', (ms, text) => {
  expect(timeSpan(ms)).toBe(text)
})

test('a moment is before, after, or now', () => {
  expect(relativeTime(1000, 61_000)).toBe('1 min ago')
  expect(relativeTime(61_000, 1000)).toBe('in 1 min')
  expect(relativeTime(1000, 1499)).toBe('now')
})

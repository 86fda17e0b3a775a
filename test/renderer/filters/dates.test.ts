import { expect, test } from 'vitest'
import { daysText, dayAfter, startOfDay } from '../../../renderer/filters/dates.ts'

test('a day begins by the calendar of this computer, and ends where the next begins', () => {
  expect(startOfDay('2026-11-28')).toBe(new Date(2026, 10, 28).getTime())
  expect(dayAfter('2026-12-31')).toBe(new Date(2027, 0, 1).getTime())
})

test('what is no day is none', () => {
  expect(startOfDay('')).toBeNull()
  expect(startOfDay('0002-01-01')).toBeNull()
  expect(dayAfter('yesterday')).toBeNull()
})

test('days are said with the last one included', () => {
  const [from, to] = [startOfDay('2026-11-01'), dayAfter('2026-11-28')]
  expect(daysText({ from, to })).toBe('2026-11-01 to 2026-11-28')
  expect(daysText({ from, to: dayAfter('2026-11-01') })).toBe('2026-11-01')
  expect(daysText({ from, to: null })).toBe('from 2026-11-01')
  expect(daysText({ from: null, to })).toBe('until 2026-11-28')
})

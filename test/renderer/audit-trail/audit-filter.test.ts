import { expect, test } from 'vitest'
import { filterOf } from '../../../renderer/features/audit-trail/audit-filter.ts'
import { wholeTrail } from '../../../renderer/state/audit-view.ts'

const now = new Date(2026, 10, 28, 14, 23).getTime()
const day = (date: number, month = 10) => new Date(2026, month, date).getTime()

test('the whole trail has no limits', () => {
  expect(filterOf(wholeTrail, now)).toEqual({ text: '', kinds: [], environmentIds: [], from: null, to: null })
})

test('the last days include today, and begin at midnight', () => {
  expect(filterOf({ ...wholeTrail, time: 'today' }, now).from).toBe(day(28))
  expect(filterOf({ ...wholeTrail, time: '7' }, now).from).toBe(day(22))
})

test('both days of "between" are included', () => {
  const between = { ...wholeTrail, time: 'between' as const, fromDay: '2026-10-31', toDay: '2026-11-01' }
  expect(filterOf(between, now)).toMatchObject({ from: day(31, 9), to: day(2) })
})

test('a day that is half typed is no limit', () => {
  const between = { ...wholeTrail, time: 'between' as const, fromDay: '', toDay: '2026-' }
  expect(filterOf(between, now)).toMatchObject({ from: null, to: null })
})

test('a subject is its kinds; one that is not known finds all', () => {
  expect(filterOf({ ...wholeTrail, subject: 'files' }, now).kinds).toEqual(['exported', 'imported', 'import_undone'])
  expect(filterOf({ ...wholeTrail, subject: 'gone' }, now).kinds).toEqual([])
})

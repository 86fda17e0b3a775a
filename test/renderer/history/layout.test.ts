import { expect, test } from 'vitest'
import { dayTitle } from '../../../renderer/ui/day-title.ts'
import {
  dayHeight,
  itemsBetween,
  layoutOf,
  mostRows,
  rowAt,
  rowHeight,
} from '../../../renderer/features/history/table/layout.ts'
import { movedBy } from '../../../renderer/features/history/table/use-anchor.ts'

const days = [
  { startsAt: 3000, count: 2 },
  { startsAt: 2000, count: 1 },
  { startsAt: 1000, count: 100_000 },
]

test('days have a heading above their rows', () => {
  const layout = layoutOf(days)
  expect(layout.height).toBe(3 * dayHeight + 100_003 * rowHeight)
  expect(itemsBetween(layout, 0, 2 * dayHeight + 3 * rowHeight)).toEqual([
    { kind: 'day', startsAt: 3000, top: 0, at: 0 },
    { kind: 'row', place: 0, top: 36, at: 1 },
    { kind: 'row', place: 1, top: 64, at: 2 },
    { kind: 'day', startsAt: 2000, top: 92, at: 3 },
    { kind: 'row', place: 2, top: 128, at: 4 },
  ])
})

test('what is seen is found from any height, and so is any row', () => {
  const layout = layoutOf(days)
  for (const place of [0, 1, 2, 3, 54_321, 100_002]) {
    const row = rowAt(layout, place)
    if (row === null) throw new Error(`no row at ${place}`)
    const [first] = itemsBetween(layout, row.top, row.top + rowHeight)
    expect(first).toEqual(row)
  }
  expect(rowAt(layout, 100_003)).toBeNull()
  expect(rowAt(layout, -1)).toBeNull()
  expect(itemsBetween(layout, layout.height, layout.height + 500)).toEqual([])
})

test('nothing found is no rows', () => {
  expect(layoutOf([])).toEqual({ days: [], rows: 0, height: 0 })
  expect(itemsBetween(layoutOf([]), 0, 1000)).toEqual([])
})

test('more than a page can hold is cut at the oldest', () => {
  const layout = layoutOf([...days, { startsAt: 500, count: 1_000_000 }, { startsAt: 0, count: 5 }])
  expect(layout.rows).toBe(mostRows)
  expect(layout.days).toHaveLength(4)
  expect(layout.height).toBeLessThan(2 ** 25 / 2.5)
})

test('days are called by how a person would', () => {
  const now = new Date(2026, 10, 28, 14).getTime()
  const title = (...date: [number, number, number]) => dayTitle(new Date(...date).getTime(), now)
  expect(title(2026, 10, 28)).toBe('Today, 28 November')
  expect(title(2026, 10, 27)).toBe('Yesterday, 27 November')
  expect(title(2026, 10, 26)).toBe('Thursday, 26 November')
  expect(title(2025, 11, 31)).toBe('Wednesday, 31 December 2025')
  expect(title(2026, 10, 29)).toBe('Sunday, 29 November')
})

test('rows in sight move by what came above them, with the heading of a new day', () => {
  const now = layoutOf([{ startsAt: 4000, count: 2 }, { startsAt: 3000, count: 3 }, ...days.slice(1)])
  expect(movedBy(layoutOf(days), now, 500, 3)).toBe(3 * rowHeight + dayHeight)
  expect(movedBy(layoutOf(days), layoutOf(days), 500, 0)).toBe(0)
})

import { expect, test } from 'vitest'
import type { HistorySearch } from '../../../electron/contract/history.ts'
import { newSince } from '../../../renderer/features/history/new-since.ts'
import { row } from './row.ts'

const search = (numbers: readonly number[], found = numbers.length): HistorySearch => ({
  searchId: 'search',
  found,
  ms: 1,
  days: [],
  rows: numbers.map(row),
  notIndexed: 0,
})

test('what is above the newest of before is new', () => {
  expect(newSince(search([3, 2, 1]), search([5, 4, 3, 2]))).toBe(2)
  expect(newSince(search([3, 2, 1]), search([3, 2, 1]))).toBe(0)
  expect(newSince(search([]), search([2, 1]))).toBe(2)
})

test('more than the first rows are counted by what was found', () =>
  expect(newSince(search([1], 10), search([900, 899], 1000))).toBe(990))

test('nothing is new where the newest of before was deleted', () =>
  expect(newSince(search([3, 2, 1]), search([2, 1]))).toBe(0))

import { expect, test } from 'vitest'
import { causeCodes } from '../../electron/contract/cause-codes.ts'
import { readRecords } from './records.ts'

const records = readRecords()

test('every cause is the answer of a record', () => {
  const answers = new Set(records.flatMap(({ cause, also = [] }) => [cause, ...also]))
  expect(causeCodes.filter((code) => !answers.has(code))).toEqual([])
})

test('there are at least 160 failures and 40 healthy exchanges, and a part of them really happened', () => {
  const healthy = records.filter(({ cause }) => cause === null)
  const recorded = records.filter(({ from }) => from.startsWith('recorded: '))
  expect(records.length - healthy.length).toBeGreaterThanOrEqual(160)
  expect(healthy.length).toBeGreaterThanOrEqual(40)
  expect(recorded.length).toBeGreaterThanOrEqual(160)
})

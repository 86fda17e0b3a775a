import { expect, test } from 'vitest'
import type { RepeatSample } from '../../../electron/contract/repetition.ts'
import { readSettings } from '../../../renderer/features/api-calls/repeat/repeat-settings.ts'
import { axisEnd, repetitionSummary } from '../../../renderer/features/api-calls/repeat/repetition-summary.ts'
import { sampleState } from '../../../renderer/features/api-calls/repeat/sample-state.ts'

const sample = (index: number, status: number | null, totalMs: number): RepeatSample => ({
  index,
  at: index * 100,
  status,
  failure: status === null ? 'reset' : null,
  totalMs,
  tokenUse: 'reused',
  exchangeId: `x${index}`,
})
const samples = [sample(0, 200, 12.4), sample(1, 429, 80), sample(2, 200, 20), sample(3, null, 5)]

test('a repetition is said by what came how often, and by its times', () => {
  expect(repetitionSummary(samples)).toBe(
    '2 × 200, 1 × 429, 1 × Connection closed by the server · 5 to 80 ms, median 12 ms',
  )
  expect(repetitionSummary([])).toBe('')
})

test('an answer, a refusal, a busy server and no answer each have a state', () => {
  expect([...samples, sample(4, 404, 1), sample(5, 503, 1)].map(sampleState)).toEqual([
    'good',
    'warn',
    'good',
    'none',
    'bad',
    'warn',
  ])
})

test.each([
  [0, 1],
  [7, 10],
  [12, 20],
  [480, 500],
  [501, 1000],
])('an axis for %i ms ends at %i ms', (ms, end) => {
  expect(axisEnd([sample(0, 200, ms)])).toBe(end)
})

test.each([
  ['20', '0.5', null, null],
  ['20', '0,25', null, null],
  ['1', '0', 'At least twice.', null],
  ['201', '61', 'At most 200 times.', 'At most 60 s.'],
  ['2e2', '-1', 'Enter a whole number.', 'Enter a number of seconds.'],
  ['', ' ', 'Enter a whole number.', 'Enter a number of seconds.'],
])('%j times with a pause of %j s', (times, pause, timesProblem, pauseProblem) => {
  expect(readSettings({ isOpen: true, times, pause })).toMatchObject({ timesProblem, pauseProblem })
})

import { expect, test } from 'vitest'
import { interrupted } from '../../../electron/core/flow-run/interrupted.ts'
import { summaryOf } from '../../../electron/core/flow-run/summary.ts'
import { flowRun, runningRun } from './flow-run.ts'

test('a run under way is interrupted with its act, and what waits is left out', () => {
  const run = interrupted(runningRun)
  expect(run.state).toBe('interrupted')
  expect(run.acts.map(({ state, leftOut }) => [state, leftOut])).toEqual([
    ['passed', null],
    ['interrupted', null],
    ['left_out', 'stopped'],
  ])
  expect(summaryOf(run)).toMatchObject({ state: 'interrupted', stoppedAt: 'introspect' })
})

test('a run that is over stays as it is, and stopped nowhere when it passed', () => {
  expect(interrupted(flowRun)).toBe(flowRun)
  expect(summaryOf(flowRun)).toEqual({
    id: 'r1',
    scenario: 'run',
    state: 'passed',
    startedAt: flowRun.startedAt,
    ms: 60,
    stoppedAt: null,
  })
})

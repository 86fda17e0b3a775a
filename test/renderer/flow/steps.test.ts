import { expect, test } from 'vitest'
import type { Row } from '../../../electron/picture/picture.ts'
import { selectedRow } from '../../../renderer/features/flow/selected-row.ts'
import { stepAct } from '../../../renderer/features/flow/step-keys.ts'
import { stepsOf } from '../../../renderer/features/flow/steps.ts'
import { rowSample } from './row-sample.ts'

const hops = [rowSample('hop.1'), rowSample('hop.2')]
const rows = [rowSample('request'), rowSample('hops', { folded: hops }), rowSample('answer')]
const open = new Set(['hops'])

test('what is folded is listed under its row once that is unfolded', () => {
  expect(stepsOf(rows, new Set()).map(({ row, isUnfolded }) => [row.id, isUnfolded])).toEqual([
    ['request', null],
    ['hops', false],
    ['answer', null],
  ])
  expect(stepsOf(rows, open).map(({ row, parent }) => [row.id, parent])).toEqual([
    ['request', null],
    ['hops', null],
    ['hop.1', 'hops'],
    ['hop.2', 'hops'],
    ['answer', null],
  ])
})

test('arrows, Home and End lead through the steps', () => {
  const steps = stepsOf(rows, new Set())
  expect(stepAct('ArrowDown', steps, 'request')).toEqual({ kind: 'select', id: 'hops' })
  expect(stepAct('End', steps, 'request')).toEqual({ kind: 'select', id: 'answer' })
  expect(stepAct('Home', steps, 'answer')).toEqual({ kind: 'select', id: 'request' })
  expect(stepAct('a', steps, 'answer')).toBeNull()
})

test('Right unfolds and then goes in, Left goes out and then folds, Enter opens', () => {
  expect(stepAct('ArrowRight', stepsOf(rows, new Set()), 'hops')).toEqual({ kind: 'unfold', id: 'hops' })
  expect(stepAct('ArrowRight', stepsOf(rows, open), 'hops')).toEqual({ kind: 'select', id: 'hop.1' })
  expect(stepAct('ArrowLeft', stepsOf(rows, open), 'hop.2')).toEqual({ kind: 'select', id: 'hops' })
  expect(stepAct('ArrowLeft', stepsOf(rows, open), 'hops')).toEqual({ kind: 'fold', id: 'hops' })
  expect(stepAct('ArrowRight', stepsOf(rows, open), 'answer')).toBeNull()
  expect(stepAct('Enter', stepsOf(rows, open), 'answer')).toEqual({ kind: 'open' })
})

test('the running step is followed, then the one that failed, then the last that passed', () => {
  const of = (...states: Row['state'][]) =>
    ['1', '2', '3'].map((id, index) => rowSample(id, { state: states[index] ?? 'will' }))
  expect(selectedRow(of('done', 'running'), null, 'run')?.id).toBe('2')
  expect(selectedRow(of('done', 'failed', 'left_out'), null, 'run')?.id).toBe('2')
  expect(selectedRow(of('done', 'noted', 'will'), null, 'run')?.id).toBe('2')
  expect(selectedRow(of(), null, 'plan')?.id).toBe('1')
  expect(selectedRow([], null, 'plan')).toBeNull()
})

test('a step that was chosen stays chosen while the same run is shown', () => {
  const running = [rowSample('1', { state: 'done' }), rowSample('2', { state: 'running' })]
  const choice = { rowId: '1', of: 'run' }
  expect(selectedRow(running, choice, 'run')?.id).toBe('1')
  expect(selectedRow(running, choice, 'another run')?.id).toBe('2')
  expect(selectedRow(running, { rowId: 'gone', of: 'run' }, 'run')?.id).toBe('2')
})

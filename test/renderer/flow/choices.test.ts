import { expect, test } from 'vitest'
import { newEnvironment } from '../../../electron/catalogue/new-environment.ts'
import type { FlowRunSummary } from '../../../electron/contract/flow.ts'
import { choiceOf } from '../../../renderer/features/flow/choice-of.ts'
import { comparableRuns } from '../../../renderer/features/flow/earlier-runs.ts'
import { runEnd } from '../../../renderer/features/flow/run-text.ts'
import { withField } from '../../../renderer/diagnosis/with-field.ts'

const usual = { scenario: 'run', tokenChoice: 'new', callId: undefined, scope: undefined } as const
const calls = [{ id: 'orders' }, { id: 'ledger' }]
const scopes = ['read', 'write']

test('the first call is called and the first scope left out until something else is chosen', () => {
  expect(choiceOf(usual, calls, scopes)).toEqual({
    scenario: 'run',
    tokenChoice: 'new',
    callId: 'orders',
    scope: 'write',
  })
  expect(choiceOf({ ...usual, callId: null, scope: 'read' }, calls, scopes)).toMatchObject({
    callId: null,
    scope: 'read',
  })
})

test('a call and scopes that are gone are not chosen any longer', () => {
  expect(choiceOf({ ...usual, callId: 'deleted', scope: 'read admin' }, calls, scopes)).toMatchObject({
    callId: 'orders',
    scope: 'read',
  })
  expect(choiceOf(usual, [], []).callId).toBeNull()
})

const run = (id: string, given: Partial<FlowRunSummary> = {}): FlowRunSummary => ({
  id,
  state: 'passed',
  startedAt: 0,
  ms: 12.3,
  scenario: 'run',
  stoppedAt: null,
  ...given,
})

test('a run is compared with those of its scenario that are over', () => {
  const runs = [run('now'), run('going', { state: 'running' }), run('proof', { scenario: 'revoke' }), run('before')]
  expect(comparableRuns(runs, run('now')).map(({ id }) => id)).toEqual(['before'])
  expect(comparableRuns(runs, null)).toEqual([])
  expect(comparableRuns(runs, run('going', { state: 'running' }))).toEqual([])
})

test('a run says what it took, or where it stopped', () => {
  expect(runEnd(run('passed'))).toBe('12 ms')
  expect(runEnd(run('failed', { state: 'failed', stoppedAt: 'call' }))).toBe('stopped at API call')
  expect(runEnd(run('cancelled', { state: 'cancelled' }))).toBe('cancelled')
})

test('a field is set by its path, where it holds the same kind of value', () => {
  expect(withField(newEnvironment, 'audience', 'https://api.example')?.audience).toBe('https://api.example')
  expect(withField(newEnvironment, 'dpop.enabled', true)?.dpop.enabled).toBe(true)
  expect(withField(newEnvironment, 'resource', 'https://api.example')).toBeNull()
  expect(withField(newEnvironment, 'no.such.field', true)).toBeNull()
  expect(newEnvironment.audience).toBe('')
})

import { expect, test } from 'vitest'
import type { AssertionResult } from '../../../electron/contract/assertion.ts'
import type { ApiCallOutcome } from '../../../electron/contract/outcome.ts'
import { lineOfPlace } from '../../../renderer/features/api-calls/assertions/assertion-lines.ts'
import { assertionsFailed, firstUnmet } from '../../../renderer/features/api-calls/assertions/assertion-verdicts.ts'

const text = '{\n  "orders": [\n    {\n      "a/b": 1\n    }\n  ],\n  "next": null\n}'

test.each([
  ['', 1],
  ['/orders', 2],
  ['/orders/0', 3],
  ['/orders/0/a~1b', 4],
  ['/next', 7],
  ['/nowhere', null],
])('%s is in line %s', (pointer, line) => {
  expect(lineOfPlace(text, pointer)).toBe(line)
})

const passed: AssertionResult = { state: 'passed' }
const unmet = (state: 'failed' | 'not_checked'): AssertionResult => ({
  state,
  reason: 'value_differs',
  actual: null,
  pointer: null,
  rule: null,
})
const outcome = (assertions: readonly AssertionResult[]): ApiCallOutcome => ({
  kind: 'answered',
  status: 200,
  statusText: '',
  challenge: null,
  tokenUse: 'new',
  findings: [],
  exchangeId: 'e',
  assertions,
})

test('what failed comes before what was not checked, and only that makes a call fail', () => {
  expect(firstUnmet([passed, passed])).toBeNull()
  expect(firstUnmet([passed, unmet('not_checked'), unmet('failed')])?.index).toBe(2)
  expect(firstUnmet([passed, unmet('not_checked')])?.index).toBe(1)
  expect(assertionsFailed(outcome([passed, unmet('failed')]))).toBe(true)
  expect(assertionsFailed(outcome([passed, unmet('not_checked')]))).toBe(false)
  expect(assertionsFailed({ kind: 'not_sent', problems: [] })).toBe(false)
})

import { expect, test } from 'vitest'
import type { Assertion, AssertionResult } from '../../../electron/contract/assertion.ts'
import type { ApiCallOutcome } from '../../../electron/contract/outcome.ts'
import { isAsAsserted } from '../../../renderer/features/api-calls/assertions/assertion-verdicts.ts'

const passed: AssertionResult = { state: 'passed' }
const failed: AssertionResult = { state: 'failed', reason: 'place_missing', rule: null, actual: null, pointer: '/a' }
const status: Assertion = { kind: 'status', expected: '403' }
const place: Assertion = { kind: 'json', pointer: '/a', test: 'exists', value: '' }

const answered = (code: number, assertions?: AssertionResult[]): ApiCallOutcome => ({
  kind: 'answered',
  status: code,
  statusText: '',
  challenge: null,
  tokenUse: 'reused',
  findings: [],
  exchangeId: 'e',
  ...(assertions !== undefined && { assertions }),
})

test('a refusal without assertions, or of which another one failed, is no success', () => {
  expect(isAsAsserted([], answered(403))).toBe(false)
  expect(isAsAsserted([status, place], answered(403, [passed, failed]))).toBe(false)
})

test('a refusal is no success where nothing asserts its status', () => {
  expect(isAsAsserted([place], answered(403, [passed]))).toBe(false)
})

test('a refusal is as asserted where its status is, and all else passed', () => {
  expect(isAsAsserted([status, place], answered(403, [passed, passed]))).toBe(true)
})

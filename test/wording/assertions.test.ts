import { describe, expect, test } from 'vitest'
import type { Assertion, AssertionResult } from '../../electron/contract/assertion.ts'
import { assertionReasonSchema } from '../../electron/contract/assertion.ts'
import { assertionTests } from '../../electron/vocabulary/assertion-rules.ts'
import {
  assertionReasonText,
  assertionSummary,
  assertionText,
  assertionVerdict,
  failedAssertionText,
  notAsserted,
} from '../../electron/wording/assertions.ts'

type NotPassed = Exclude<AssertionResult, { state: 'passed' }>
const status: Assertion = { kind: 'status', expected: '2xx' }
const schema: Assertion = { kind: 'schema', pointer: '/orders', schema: '{}' }
const notPassed = (reason: NotPassed['reason'], change: Partial<NotPassed> = {}): NotPassed => ({
  state: 'failed',
  reason,
  actual: null,
  pointer: null,
  rule: null,
  ...change,
})

test('each kind and test of an assertion has its words', () => {
  const of = assertionTests.flatMap((kind): Assertion[] => {
    const tested = { test: kind, value: 'true' }
    return [
      { kind: 'header', name: 'content-type', ...tested },
      { kind: 'json', pointer: '/a/b', ...tested },
      { kind: 'json', pointer: '', ...tested },
      { kind: 'claim', pointer: '/scopes', ...tested },
      { kind: 'claim', pointer: '/a/b', ...tested },
    ]
  })
  expect([status, schema, ...of].map(assertionText)).toEqual([
    'Status is 2xx',
    '/orders matches the schema',
    'Header content-type exists',
    '/a/b exists',
    'The body exists',
    'Token claim scopes exists',
    'Token claim /a/b exists',
    'Header content-type is true',
    '/a/b is true',
    'The body is true',
    'Token claim scopes is true',
    'Token claim /a/b is true',
    'Header content-type has true',
    '/a/b has true',
    'The body has true',
    'Token claim scopes has true',
    'Token claim /a/b has true',
  ])
})

test('each reason has its words', () => {
  const change = { actual: 'false', pointer: '/a', rule: '"type": "string"' }
  const texts = assertionReasonSchema.options.map((reason) => [
    reason,
    assertionReasonText(notPassed(reason, change), null),
  ])
  expect(Object.fromEntries(texts)).toEqual({
    status_differs: 'It is false',
    header_missing: 'The answer has no such header',
    value_differs: 'It is false',
    value_lacks: 'It is false',
    place_missing: 'It is not there',
    place_twice: 'A name on the way is there twice: false',
    schema_violated: '/a does not match "type": "string". It is false',
    not_json: 'The body is not JSON',
    body_incomplete: 'Not checked: the body is incomplete',
    schema_invalid: 'Not checked: the schema is not valid: "type": "string"',
    schema_reference: 'Not checked: the schema refers to "type": "string", which is not fetched',
    too_slow: 'Not checked: it took too much time or memory',
    no_token: 'Not checked: the call carried no token',
    token_opaque: 'Not checked: the claims of the token cannot be read',
  })
})

test('a line is named where it is known, and an empty value is called empty', () => {
  expect(assertionReasonText(notPassed('value_differs', { actual: 'false' }), 10)).toBe('It is false, line 10')
  expect(assertionReasonText(notPassed('value_differs', { actual: '' }), null)).toBe('It is empty')
})

describe('what failed, in one sentence', () => {
  test.each<[Assertion, NotPassed, string]>([
    [
      { kind: 'json', pointer: '/orders/0/shipped', test: 'equals', value: 'true' },
      notPassed('value_differs', { actual: 'false' }),
      '/orders/0/shipped is false, expected true',
    ],
    [
      { kind: 'header', name: 'content-type', test: 'contains', value: 'json' },
      notPassed('value_lacks', { actual: 'text/html' }),
      'Header content-type is text/html, expected it to have json',
    ],
    [status, notPassed('status_differs', { actual: '404' }), 'Status is 404, expected 2xx'],
    [
      { kind: 'json', pointer: '/next', test: 'equals', value: 'null' },
      notPassed('place_missing'),
      '/next is null. It is not there',
    ],
    [
      schema,
      notPassed('schema_violated', { rule: '"required": "id"', pointer: '/orders/0' }),
      '/orders matches the schema. /orders/0 does not match "required": "id"',
    ],
  ])('%j', (assertion, result, expected) => {
    expect(failedAssertionText(assertion, result)).toBe(expected)
  })
})

test('how all came out is counted', () => {
  const passed: AssertionResult = { state: 'passed' }
  const failed = notPassed('value_differs')
  const skipped = notPassed('no_token', { state: 'not_checked' })
  expect([[passed], [passed, passed], [passed, failed, skipped], [passed, skipped]].map(assertionSummary)).toEqual([
    '1 passed',
    'All 2 passed',
    '1 of 3 failed',
    '1 of 2 not checked',
  ])
  expect([[failed], [passed, failed, skipped], [passed, skipped]].map(assertionVerdict)).toEqual([
    '1 of 1 assertion failed',
    '1 of 3 assertions failed',
    '1 of 2 assertions not checked',
  ])
  expect(notAsserted('48 ms')).toBe('48 ms, not asserted')
})

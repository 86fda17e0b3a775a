import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Assertion, AssertionResult } from '../../../electron/contract/assertion.ts'
import { type Answer, Evaluation } from '../../../electron/core/assertions/evaluate.ts'

const answered: Answer = {
  status: 200,
  headers: [
    ['Content-Type', 'application/json; charset=utf-8'],
    ['Set-Cookie', 'a=1'],
    ['set-cookie', 'b=2'],
    ['X-Empty', ''],
  ],
  body: Buffer.from(
    '{"orders":[{"id":"ord_1041","total":1196.00,"ledger_no":9007199254740993,"shipped":false}],"next":null,"a/b":{"~":1},"":2}',
  ),
  isWhole: true,
  claims: '{"scope":"orders.read orders.write.all","aud":["a","b"],"sub":"x"}',
  hasToken: true,
}

const check = (assertion: Assertion, change: Partial<Answer> = {}): AssertionResult =>
  new Evaluation({ ...answered, ...change }).check(assertion, () => ({ kind: 'valid' }))

/** `passed`, or why not. */
const outcome = (assertion: Assertion, change: Partial<Answer> = {}): string => {
  const result = check(assertion, change)
  return result.state === 'passed' ? 'passed' : `${result.state} ${result.reason} ${result.actual ?? '–'}`
}
const json = (pointer: string, test: 'exists' | 'equals' | 'contains', value = ''): Assertion => ({
  kind: 'json',
  pointer,
  test,
  value,
})
const header = (name: string, test: 'exists' | 'equals' | 'contains', value = ''): Assertion => ({
  kind: 'header',
  name,
  test,
  value,
})
const claim = (pointer: string, test: 'exists' | 'equals' | 'contains', value = ''): Assertion => ({
  kind: 'claim',
  pointer,
  test,
  value,
})

describe('a status', () => {
  test.each([
    ['200', 'passed'],
    ['2xx', 'passed'],
    ['201', 'failed status_differs 200'],
    ['4xx', 'failed status_differs 200'],
  ])('%s: %s', (expected, result) => {
    expect(outcome({ kind: 'status', expected })).toBe(result)
  })
})

describe('a header', () => {
  test.each([
    [header('content-TYPE', 'contains', 'json'), 'passed'],
    [header('content-type', 'equals', 'application/json; charset=utf-8'), 'passed'],
    [header('content-type', 'equals', 'application/json'), 'failed value_differs application/json; charset=utf-8'],
    [header('set-cookie', 'equals', 'b=2'), 'passed'],
    [header('set-cookie', 'contains', 'c='), 'failed value_lacks a=1, b=2'],
    [header('x-empty', 'exists'), 'passed'],
    [header('x-empty', 'equals', ''), 'passed'],
    [header('etag', 'exists'), 'failed header_missing –'],
    [header('constructor', 'exists'), 'failed header_missing –'],
  ])('%j: %s', (assertion, result) => {
    expect(outcome(assertion)).toBe(result)
  })
})

describe('a place in the JSON', () => {
  test.each([
    [json('/orders', 'exists'), 'passed'],
    [json('', 'exists'), 'passed'],
    [json('/', 'equals', '2'), 'passed'],
    [json('/a~1b/~0', 'equals', '1'), 'passed'],
    [json('/orders/0/total', 'equals', '1196'), 'passed'],
    [json('/orders/0/ledger_no', 'equals', '9007199254740993'), 'passed'],
    [json('/orders/0/ledger_no', 'equals', '9007199254740992'), 'failed value_differs 9007199254740993'],
    [json('/orders/0/shipped', 'equals', 'true'), 'failed value_differs false'],
    [json('/orders/0/id', 'equals', 'ord_1041'), 'passed'],
    [json('/orders/0/id', 'equals', '"ord_1041"'), 'passed'],
    [json('/orders/0/id', 'contains', '1041'), 'passed'],
    [json('/orders', 'contains', '{"id":"ord_1041"}'), 'failed value_lacks'],
    [json('/orders/0', 'contains', '{"id":"ord_1041","total":1196}'), 'passed'],
    [json('/next', 'exists'), 'passed'],
    [json('/next', 'equals', 'null'), 'passed'],
    [json('/orders/1', 'exists'), 'failed place_missing –'],
    [json('/orders/00', 'exists'), 'failed place_missing –'],
    [json('/orders/-', 'exists'), 'failed place_missing –'],
    [json('/orders/length', 'exists'), 'failed place_missing –'],
    [json('/next/x', 'exists'), 'failed place_missing –'],
    [json('/__proto__', 'exists'), 'failed place_missing –'],
    [json('/constructor/name', 'exists'), 'failed place_missing –'],
  ])('%j: %s', (assertion, result) => {
    expect(outcome(assertion)).toContain(result)
  })

  test('a name that is there twice is found, and its value is not compared', () => {
    const twice = { body: Buffer.from('{"a":1,"a":2,"b":{"c":1,"c":1}}') }
    expect(outcome(json('/a', 'exists'), twice)).toBe('passed')
    expect(outcome(json('/a', 'equals', '2'), twice)).toBe('failed place_twice a')
    expect(outcome(json('/b/c', 'contains', '1'), twice)).toBe('failed place_twice c')
    expect(outcome(json('/b', 'exists'), twice)).toBe('passed')
  })

  test.each([
    ['no JSON', { body: Buffer.from('<html>') }, 'failed not_json –'],
    ['nothing', { body: Buffer.from('') }, 'failed not_json –'],
    ['bytes', { body: Buffer.from([0xff, 0xfe, 0x00, 0x80]) }, 'failed not_json –'],
    ['200,000 levels', { body: Buffer.from('['.repeat(200_000)) }, 'failed not_json –'],
    ['201 levels', { body: Buffer.from('['.repeat(201) + ']'.repeat(201)) }, 'failed not_json –'],
    ['a part', { isWhole: false }, 'not_checked body_incomplete –'],
  ])('in %s: %s', (_, change, result) => {
    expect(outcome(json('', 'exists'), change)).toBe(result)
    expect(outcome({ kind: 'schema', pointer: '', schema: '{}' }, change)).toBe(result)
  })

  test('a byte order mark and a bare value are JSON', () => {
    expect(outcome(json('', 'equals', '1'), { body: Buffer.from('\uFEFF 1.0\n') })).toBe('passed')
    expect(outcome(json('', 'contains', 'b'), { body: Buffer.from('"abc"') })).toBe('passed')
  })

  test('what was found is cut at 10,000 characters', () => {
    const result = check(json('', 'equals', '1'), { body: Buffer.from(JSON.stringify('x'.repeat(100_000))) })
    expect(result.state === 'failed' && result.actual).toHaveLength(10_000)
  })
})

describe('a claim of the token', () => {
  test.each([
    [claim('/scope', 'contains', 'orders.read'), 'passed'],
    [claim('/scope', 'contains', 'orders.write'), 'failed value_lacks "orders.read orders.write.all"'],
    [claim('/aud', 'contains', 'b'), 'passed'],
    [claim('/aud/0', 'equals', 'a'), 'passed'],
    [claim('/sub', 'equals', 'y'), 'failed value_differs "x"'],
    [claim('/exp', 'exists'), 'failed place_missing –'],
  ])('%j: %s', (assertion, result) => {
    expect(outcome(assertion)).toBe(result)
  })

  test('cannot be checked of an opaque token, nor without one', () => {
    expect(outcome(claim('/sub', 'exists'), { claims: null })).toBe('not_checked token_opaque –')
    expect(outcome(claim('/sub', 'exists'), { claims: null, hasToken: false })).toBe('not_checked no_token –')
  })
})

test('no body and no pointer makes it throw', () => {
  const pointer = fc.array(fc.string()).map((steps) => steps.map((step) => `/${step.replaceAll('~', '~0')}`).join(''))
  const body = fc.oneof(fc.json(), fc.string()).map((text) => Buffer.from(text))
  const tests = fc.constantFrom('exists', 'equals', 'contains' as const)
  fc.assert(
    fc.property(body, pointer, tests, fc.string(), (bytes, place, kind, value) => {
      expect(['passed', 'failed']).toContain(check(json(place, kind, value), { body: bytes }).state)
    }),
  )
})

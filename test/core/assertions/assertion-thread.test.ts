import { expect, test } from 'vitest'
import type { Assertion, AssertionResult } from '../../../electron/contract/assertion.ts'
import { checkInThread } from '../../../electron/core/assertions/assertion-thread.ts'

const answer = (body: unknown) => ({
  status: 200,
  headers: [],
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
  isWhole: true,
  claims: null,
  hasToken: false,
})
const schema = (text: unknown, pointer = ''): Assertion => ({
  kind: 'schema',
  pointer,
  schema: typeof text === 'string' ? text : JSON.stringify(text),
})
const forever = new AbortController().signal
const shown = (result: AssertionResult | undefined) =>
  result?.state === 'passed'
    ? 'passed'
    : `${result?.state} ${result?.reason} ${result?.pointer ?? '–'} ${result?.rule ?? '–'}`

const order = { id: 'ord_1', quantity: 4, lines: [{ sku: 'a' }, { sku: 1 }] }

test('schemas of both dialects are checked, and what was violated is named with its place', async () => {
  const draft7 = 'http://json-schema.org/draft-07/schema#'
  const cases: [Assertion, string][] = [
    [schema({ type: 'object' }), 'passed'],
    [schema('true'), 'passed'],
    [schema('false'), 'failed schema_violated – false'],
    [schema({ required: ['id', 'total'] }), 'failed schema_violated – "required": "total"'],
    [
      schema({ additionalProperties: false, properties: { id: true } }),
      'failed schema_violated – "additionalProperties": "quantity"',
    ],
    [
      schema({ items: { properties: { sku: { type: 'string' } } } }, '/lines'),
      'failed schema_violated /lines/1/sku "type": "string"',
    ],
    [schema({ prefixItems: [{ required: ['x'] }] }, '/lines'), 'failed schema_violated /lines/0 "required": "x"'],
    [
      schema({ $schema: draft7, items: [{ required: ['x'] }] }, '/lines'),
      'failed schema_violated /lines/0 "required": "x"',
    ],
    [schema({ format: 'email' }, '/id'), 'failed schema_violated /id "format": "email"'],
    [
      schema({ $defs: { id: { minLength: 9 } }, properties: { id: { $ref: '#/$defs/id' } } }),
      'failed schema_violated /id "minLength": 9',
    ],
    [schema({ 'x-ours': 1, format: 'unheard-of' }), 'passed'],
    [schema({ required: ['constructor'] }), 'failed schema_violated – "required": "constructor"'],
    [schema('{"required":["__proto__"]}'), 'failed schema_violated – "required": "__proto__"'],
    [schema({ type: 'object' }, '/nowhere'), 'failed place_missing – –'],
  ]
  const results = await checkInThread({ assertions: cases.map(([one]) => one), answer: answer(order) }, forever)
  expect(results.map(shown).map((text) => text.replace('violated  ', 'violated – '))).toEqual(
    cases.map(([, expected]) => expected),
  )
})

test('a schema that is none, or leads elsewhere, is named and nothing is fetched', async () => {
  const cases: [Assertion, string][] = [
    [schema('{'), 'not_checked schema_invalid – –'],
    [schema('[]'), 'not_checked schema_invalid – –'],
    [schema({ type: 'strnig' }), 'not_checked schema_invalid – /type'],
    [schema({ pattern: '(' }), 'not_checked schema_invalid – '],
    [schema('{"not":'.repeat(10_000) + '{}' + '}'.repeat(10_000)), 'not_checked schema_invalid – –'],
    [
      schema({ $ref: 'https://127.0.0.1:9/schema.json' }),
      'not_checked schema_reference – https://127.0.0.1:9/schema.json',
    ],
    [schema({ $ref: 'file:///etc/passwd' }), 'not_checked schema_reference – file:///etc/passwd'],
    [schema({ $ref: '#/$defs/nowhere' }), 'not_checked schema_reference – #/$defs/nowhere'],
    [schema({ $schema: 'https://evil.example/schema' }), 'not_checked schema_reference – https://evil.example/schema'],
    [schema({ $schema: '__proto__' }), 'not_checked schema_reference – __proto__'],
    [schema({ $async: true, type: 'string' }), 'not_checked schema_invalid – '],
  ]
  const results = await checkInThread({ assertions: cases.map(([one]) => one), answer: answer(order) }, forever)
  for (const [index, [, expected]] of cases.entries()) expect(shown(results[index])).toContain(expected)
})

test('a hostile schema is ended after its time, and the others are checked', async () => {
  const cases: [Assertion, string][] = [
    [{ kind: 'status', expected: '200' }, 'passed'],
    [schema({ pattern: '^(a+)+$' }, '/long'), 'not_checked too_slow – –'],
    [schema({ $ref: '#' }), 'not_checked'],
    [schema({ $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } }, $ref: '#/$defs/a' }), 'not_checked'],
    [{ kind: 'json', pointer: '/id', test: 'equals', value: 'ord_1' }, 'passed'],
    [schema({ type: 'object' }), 'passed'],
  ]
  const body = answer({ ...order, long: `${'a'.repeat(60)}!` })
  const results = await checkInThread({ assertions: cases.map(([one]) => one), answer: body }, forever)
  for (const [index, [, expected]] of cases.entries()) expect(shown(results[index])).toContain(expected)
})

test('a schema of 100,000 characters is checked', async () => {
  const properties = Object.fromEntries(
    Array.from({ length: 2500 }, (_, index) => [`name-${index}`, { type: 'string' }]),
  )
  const [result] = await checkInThread({ assertions: [schema({ properties })], answer: answer(order) }, forever)
  expect(['passed', 'not_checked too_slow – –']).toContain(shown(result))
})

test('a cancelled call leaves its assertions unchecked', async () => {
  const assertions = [schema({ pattern: '^(a+)+$' }, '/long'), schema({})]
  const body = answer({ long: `${'a'.repeat(60)}!` })
  const results = await checkInThread({ assertions, answer: body }, AbortSignal.timeout(50))
  expect(results.map(shown)).toEqual(['not_checked too_slow – –', 'not_checked too_slow – –'])
})

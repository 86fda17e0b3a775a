import { expect, test } from 'vitest'
import type { Body, Exchange, Headers } from '../../../electron/contract/exchange.ts'
import { compareAnswers } from '../../../electron/core/compare-answers/compare-answers.ts'
import { exactNumber } from '../../../electron/core/json/exact-number.ts'
import { exchange } from '../evidence/exchange.ts'

const answer = (text: string, { headers = [], ...facts }: Partial<Body> & { headers?: Headers } = {}): Exchange => ({
  ...exchange,
  response: {
    status: 200,
    statusText: 'OK',
    httpVersion: '1.1',
    headers,
    body: { text, encoding: 'utf-8', wireBytes: text.length, decodedBytes: text.length, truncated: false, ...facts },
  },
})
const bodyOf = (left: string, right: string) => compareAnswers(answer(left), answer(right)).body

test('the same body is the same', () => {
  expect(bodyOf('{"a":1}', '{"a":1}')).toEqual({ kind: 'same' })
})

test('white space, the order of members and the way a number is written mean nothing', () => {
  expect(bodyOf('{"a":1,"b":[true,null],"c":10}', '{ "c": 1.00e1, "b": [true, null], "a": 1.0 }')).toEqual({
    kind: 'json',
    rows: [],
    more: 0,
  })
})

test('numbers that differ in a digit which a double loses are different', () => {
  expect(bodyOf('{"id":12345678901234567890}', '{"id":12345678901234567891}')).toMatchObject({
    rows: [{ pointer: '/id', left: '12345678901234567890', right: '12345678901234567891' }],
  })
})

test('what changed, came and went is listed by its pointer, with "/" and "~" in names escaped', () => {
  expect(bodyOf('{"a/b":{"c~d":1},"gone":[1]}', '{"a/b":{"c~d":"1"},"new":{}}')).toMatchObject({
    rows: [
      { pointer: '/a~1b/c~0d', left: '1', right: '"1"' },
      { pointer: '/gone', left: '[1]', right: null },
      { pointer: '/new', left: null, right: '{}' },
    ],
  })
})

test('items are compared by their index', () => {
  expect(bodyOf('[1,2,3]', '[1,3]')).toMatchObject({
    rows: [
      { pointer: '/1', left: '2', right: '3' },
      { pointer: '/2', left: '3', right: null },
    ],
  })
})

test('an object in place of a list is one difference', () => {
  expect(bodyOf('{"a":[1]}', '{"a":{"0":1}}')).toMatchObject({ rows: [{ pointer: '/a', left: '[1]' }] })
})

test('names such as __proto__ are data', () => {
  expect(bodyOf('{"__proto__":1}', '{"__proto__":2}')).toMatchObject({ rows: [{ pointer: '/__proto__' }] })
})

test('JSON that is nested too deeply, or is cut off, is compared line by line', () => {
  const deep = '['.repeat(5000)
  expect(bodyOf(deep, `${deep}1`)).toMatchObject({ kind: 'text' })
  expect(bodyOf('{"a":1', '{"a":2')).toMatchObject({ kind: 'text' })
})

test('of two texts the lines that differ are listed with their numbers', () => {
  expect(bodyOf('one\ntwo\nthree\nfour', 'one\nzwei\nthree\nextra\nfour')).toEqual({
    kind: 'text',
    rows: [
      { leftLine: 2, rightLine: 2, left: 'two', right: 'zwei' },
      { leftLine: null, rightLine: 4, left: null, right: 'extra' },
    ],
    more: 0,
  })
})

test('many thousand different lines are counted, and not all listed', () => {
  const lines = (word: string) => Array.from({ length: 5000 }, (_, index) => `${word} ${index}`).join('\n')
  const body = bodyOf(lines('a'), lines('b'))
  expect(body).toMatchObject({ kind: 'text', more: 4500 })
})

test('header fields are compared in any case and order; those that every answer has its own of say so', () => {
  const left: Headers = [
    ['Date', 'Mon'],
    ['ETag', '"1"'],
    ['X-Request-Id', 'a'],
    ['Vary', 'Accept'],
  ]
  const right: Headers = [
    ['vary', 'Accept'],
    ['etag', '"2"'],
    ['date', 'Tue'],
    ['x-request-id', 'b'],
    ['Via', 'proxy'],
  ]
  expect(compareAnswers(answer('', { headers: left }), answer('', { headers: right })).headers).toEqual([
    { name: 'Date', isOfEach: true, left: 'Mon', right: 'Tue' },
    { name: 'ETag', isOfEach: false, left: '"1"', right: '"2"' },
    { name: 'X-Request-Id', isOfEach: true, left: 'a', right: 'b' },
    { name: 'Via', isOfEach: false, left: null, right: 'proxy' },
  ])
})

test('bytes are compared by how many there are, and what was never answered by nothing', () => {
  const bytes = answer('AAAA', { encoding: 'base64', decodedBytes: 3 })
  expect(compareAnswers(bytes, { ...exchange, response: null })).toMatchObject({
    status: { left: 200, right: null },
    body: { kind: 'bytes', leftBytes: 3, rightBytes: 0 },
  })
})

test('says when only the beginning of a body was compared', () => {
  expect(compareAnswers(answer('a', { isHead: true }), answer('b')).isPartial).toBe(true)
})

test.each([
  ['0', '-0.00'],
  ['100', '1e2'],
  ['0.10', '1E-1'],
  ['-1.5', '-15e-1'],
  ['1e400', '10e399'],
])('%s is worth the same as %s', (one, other) => {
  expect(exactNumber(one)).toBe(exactNumber(other))
})

test('names and exponents of 100,000 characters do not make what is shown long, and are compared', () => {
  const name = 'n'.repeat(100_000)
  const of = (digit: string) => answer(`{"${name}":[${`1e${digit.repeat(100_000)},`.repeat(2)}${digit}]}`)
  const { body } = compareAnswers(of('1'), of('2'))
  if (body.kind !== 'json') throw new Error(body.kind)
  expect(body.rows).toHaveLength(3)
  expect(JSON.stringify(body).length).toBeLessThan(20_000)
})

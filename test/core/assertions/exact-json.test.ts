import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exactOf, hasJson, isSameJson } from '../../../electron/core/assertions/exact-json.ts'

const isSame = (one: string, other: string) => isSameJson(exactOf(one), exactOf(other))
const has = (value: string, part: string) => hasJson(exactOf(value), exactOf(part))

test.each([
  ['1', '1.0'],
  ['1', '10e-1'],
  ['1E+2', '100'],
  ['0', '-0.000'],
  ['0', '0e9999999999'],
  ['-1.50', '-15e-1'],
  ['1e400', '10e399'],
  ['"a"', '"\\u0061"'],
  ['"\\"1\\""', '"\\u00221\\""'],
  ['{"a":1,"b":[1.0]}', ' { "b" : [ 1 ], "\\u0061" : 1 } '],
  ['null', 'null'],
  ['{"__proto__":1}', '{"__proto__":1.0}'],
])('%s means the same as %s', (one, other) => {
  expect(isSame(one, other)).toBe(true)
})

test.each([
  ['9007199254740993', '9007199254740992'],
  ['0.1', '0.10000000000000001'],
  ['1e400', '1e401'],
  ['1e99999999999999999999999', '2'],
  ['1', '-1'],
  ['1', '"1"'],
  ['"n1e0"', '1'],
  ['true', '"true"'],
  ['null', 'false'],
  ['[]', '{}'],
  ['[1,2]', '[2,1]'],
  ['[null]', '[]'],
  ['{"a":null}', '{}'],
  ['{"a":1}', '{"constructor":1}'],
  ['{"toString":1}', '{"valueOf":1}'],
])('%s does not mean the same as %s', (one, other) => {
  expect(isSame(one, other)).toBe(false)
})

test.each([
  ['"application/json"', '"json"', true],
  ['"a"', '"n"', false],
  ['"s"', '"ss"', false],
  ['[1.0,"a"]', '1', true],
  ['["ab"]', '"a"', false],
  ['{"a":1,"b":2}', '{"b":2.0}', true],
  ['{"a":1}', '{}', true],
  ['{"a":1}', '{"constructor":{}}', false],
  ['12', '1', false],
  ['12', '12.0', true],
  ['null', 'null', true],
])('%s has %s: %s', (value, part, expected) => {
  expect(has(value, part)).toBe(expected)
})

test('any value means the same as itself, however it is written', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(isSame(JSON.stringify(value), JSON.stringify(value, null, 3))).toBe(true)
    }),
  )
})

test('values that JavaScript tells apart do not mean the same', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), (one, other) => {
      expect(isSame(String(one), String(other))).toBe(one === other)
    }),
  )
})

test.each(['', '01', '1.', '+1', "'a'", '{"a":1,}', 'NaN', '"a', '{a:1}', '1 2'])('%s is no JSON', (text) => {
  expect(() => exactOf(text)).toThrow(SyntaxError)
})

test('a number of 100,000 digits is compared in moments', () => {
  const digits = '9'.repeat(100_000)
  expect(isSame(digits, `${digits}.0`)).toBe(true)
  expect(isSame(digits, `${digits}0`)).toBe(false)
})

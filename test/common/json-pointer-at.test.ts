import { expect, test } from 'vitest'
import { jsonPointerAt } from '../../electron/common/json-pointer-at.ts'

const json = '{\n  "orders": [\n    {"id": 1, "a/b": {"~c": null}},\n    [true, "x,y]}"]\n  ],\n  "count": 2\n}'
const at = (text: string, further = 0) => jsonPointerAt(json, json.indexOf(text) + further)

test.each([
  ['"id"', '/orders/0/id'],
  ['1,', '/orders/0/id'],
  ['null', '/orders/0/a~1b/~0c'],
  ['true', '/orders/1/0'],
  ['x,y', '/orders/1/1'],
  ['"count"', '/count'],
  ['2\n', '/count'],
])('the place of %j is %s', (text, pointer) => {
  expect(at(text)).toBe(pointer)
})

test('a bracket belongs to the value that it closes', () => {
  expect(at('}},')).toBe('/orders/0/a~1b')
  expect(at('],\n  "count"')).toBe('/orders')
  expect(jsonPointerAt(json, json.length - 1)).toBe('')
})

test('the beginning, and what is no JSON, is the top', () => {
  expect(jsonPointerAt(json, 0)).toBe('')
  expect(jsonPointerAt('no JSON', 3)).toBe('')
  expect(jsonPointerAt('', 0)).toBe('')
})

test('a long text with deep nesting is read in one pass', () => {
  const deep = `${'[0,'.repeat(10_000)}1${']'.repeat(10_000)}`
  expect(jsonPointerAt(deep, deep.indexOf('1')).split('/')).toHaveLength(10_001)
})

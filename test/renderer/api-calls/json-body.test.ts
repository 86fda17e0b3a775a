import { expect, test } from 'vitest'
import { beautified } from '../../../renderer/features/api-calls/request/body/beautified.ts'
import { jsonFault } from '../../../renderer/features/api-calls/request/json-editor/json-fault.ts'

test('a fault in JSON is said with its line and column, and what was expected', () => {
  expect(jsonFault('{"a": 1,\n "b" 2}')).toEqual({ offset: 14, sentence: 'Line 2, column 6: expected a colon.' })
})

test('a variable may be in the place of a value and within a string, and no place moves for it', () => {
  expect(jsonFault('{"a": {{id}}, "b": "x {{name}}"}')).toBeNull()
  expect(jsonFault('{"a": {{id}} "b"}')?.offset).toBe(13)
})

test('no digit, escape, repeated member or variable is lost when JSON is beautified', () => {
  const text = String.raw`{"n":12345678901234567890,"m":1.10e+2,"a":1,"a":2,"v":{{id}},"s":"\u0041 {{name}}","\uE000":"${'\uE000'}"}`
  const pretty = beautified(text)
  expect(pretty?.split('\n')).toHaveLength(9)
  expect(pretty?.replaceAll(/\n *|(?<=:) /g, '')).toBe(text)
})

test.each(['', '{', '{"a": {{not a name}}}', 'hello'])('%j is not beautified', (text) => {
  expect(beautified(text)).toBeNull()
})

import { jsonLanguage } from '@codemirror/lang-json'
import { expect, test } from 'vitest'
import { firstMember } from '../../../renderer/json-view/first-member.ts'
import { asItCame, indented } from '../../../renderer/json-view/indented.ts'

const folded = (source: string): string => {
  const value = jsonLanguage.parser.parse(source).topNode.firstChild
  return value === null ? '' : firstMember(value, (from, to) => source.slice(from, to))
}

test.each([
  ['', ''],
  ['{"a":1', '{"a":1'],
  ['{"a":1}\n{"a":2}', '{"a":1}\n{"a":2}'],
  ['{color: red}', '{color: red}'],
  ['<html>  {}</html>', '<html>  {}</html>'],
  ['error: [not json]', 'error: [not json]'],
])('text that is not JSON is shown as it came: %j', (source, text) => {
  expect(indented(source)).toEqual({ text, isJson: false })
})

test('no digit, escape or repeated member is lost when JSON is indented', () => {
  const source = '{"n":12345678901234567890,"m":1.10e+2,"n":-0,"s":"\\u0041\\/","e":{},"l":[true,null]}'
  expect(indented(source).text.replaceAll(/\s/g, '')).toBe(source)
  expect(indented(source).text.split('\n')).toHaveLength(11)
})

test('JSON can be shown exactly as it came', () => {
  expect(asItCame('{"a" :1}')).toEqual({ text: '{"a" :1}', isJson: true })
})

test('a text of ten megabytes is indented without nesting calls', () => {
  const source = `[${Array.from({ length: 200_000 }, (_, index) => `{"id":${index},"name":"order ${index}, still open"}`).join(',')}]`
  expect(indented(source).text.split('\n')).toHaveLength(4 * 200_000 + 2)
})

test.each([
  ['{}', '…'],
  ['[]', '…'],
  ['{"id":"ord_1042","a":1,"b":2}', 'id: "ord_1042", 2 more'],
  ['{"only":true}', 'only: true'],
  ['[{"a":1},2,3]', '{…}, 2 more'],
  ['{"list":[1,2]}', 'list: […]'],
  ['{"half":', 'half'],
  ['[12345678901234567890]', '12345678901234567890'],
])('a folded part shows its first member: %j', (source, text) => {
  expect(folded(source)).toBe(text)
})

test('of a long first member the beginning is shown, and of many members that they are many', () => {
  expect(folded(`{"${'n'.repeat(5000)}":"${'v'.repeat(5000)}"}`)).toHaveLength(84)
  expect(folded(`[${'1,'.repeat(5000)}1]`)).toBe('1, more than 1,000 more')
})

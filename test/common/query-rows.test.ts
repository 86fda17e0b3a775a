import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitUrl, urlText, withSplitUrl, withUrlText } from '../../electron/common/query-rows.ts'
import type { QueryParameter } from '../../electron/contract/api-call.ts'

const row = (name: string, value: string | null, enabled = true): QueryParameter => ({ name, value, enabled })

test('a query is split at each "&" and the first "=", and nothing in it is decoded', () => {
  expect(splitUrl('https://a.example/x?status=open%20now&q=a=b&flag&&c=')).toEqual({
    url: 'https://a.example/x',
    query: [row('status', 'open%20now'), row('q', 'a=b'), row('flag', null), row('', null), row('c', '')],
  })
})

test('the rows of any text give the same text again', () => {
  const text = fc.oneof(fc.string(), fc.stringMatching(/^[ab?&=%#{}]{0,20}$/))
  fc.assert(
    fc.property(text, (typed) => {
      expect(urlText(splitUrl(typed))).toBe(typed)
    }),
  )
})

const part = fc.stringMatching(/^[a-c%2{}]{0,3}$/)
const rows = fc.array(fc.record({ name: part, value: fc.oneof(fc.constant(null), part), enabled: fc.boolean() }), {
  maxLength: 8,
})

test('after typing, the box shows what was typed, and every row that is not sent is there in its order', () => {
  const typed = fc.stringMatching(/^x(?:\?[a-c&=]{0,12})?$/)
  fc.assert(
    fc.property(rows, typed, (query, text) => {
      const after = withUrlText({ url: 'x', query }, text)
      expect(urlText(after)).toBe(text)
      const notSent = (list: readonly QueryParameter[]) => list.filter(({ enabled }) => !enabled)
      expect(notSent(after.query)).toEqual(notSent(query))
    }),
  )
})

test('typing what is there already changes no row', () => {
  fc.assert(
    fc.property(rows, (query) => {
      const before = { url: 'x', query }
      expect(withUrlText(before, urlText(before))).toEqual(before)
    }),
  )
})

test('a row that is not sent keeps its place when one before it is added, changed or removed', () => {
  const before = { url: 'x', query: [row('a', '1'), row('b', '2'), row('off', '', false), row('c', '3')] }
  const namesAfter = (text: string) => withUrlText(before, text).query.map(({ name }) => name)
  expect(namesAfter('x?a=1&b=2&c=4')).toEqual(['a', 'b', 'off', 'c'])
  expect(namesAfter('x?new&a=1&b=2&c=3')).toEqual(['new', 'a', 'b', 'off', 'c'])
  expect(namesAfter('x?b=2&c=3')).toEqual(['b', 'off', 'c'])
  expect(namesAfter('x')).toEqual(['off'])
})

test('a call that has a query in its URL and rows as well has one list of rows, in the order in which they are sent', () => {
  expect(withSplitUrl({ url: 'x?a=1', query: [row('b', null)] })).toEqual({
    url: 'x',
    query: [row('a', '1'), row('b', null)],
  })
})

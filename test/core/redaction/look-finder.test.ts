import { expect, test } from 'vitest'
import { lookFinder } from '../../../electron/core/redaction/search-views.ts'

function found(looks: readonly string[], view: string): [string, number][] {
  const all: [string, number][] = []
  lookFinder(looks.map((text) => ({ text })))(view, ({ text }, at) => all.push([text, at]))
  return all
}

test('nothing is found in a view that ends before a look does, or differs in its last byte', () => {
  expect(found(['abcd-efgh'], 'abcd')).toEqual([])
  expect(found(['abcd-efgh'], 'x abcd-efgi')).toEqual([])
  expect(found(['abcd'], '')).toEqual([])
  expect(found([], 'abcd')).toEqual([])
})

test('a look is found at the beginning, in the middle and at the end, and over itself', () => {
  expect(found(['aaaa'], 'aaaaa-aaaa')).toEqual([
    ['aaaa', 0],
    ['aaaa', 1],
    ['aaaa', 6],
  ])
})

test('looks that begin alike are all found, one within another too', () => {
  expect(found(['abcd', 'abcde', 'cdef'], 'abcdef')).toEqual([
    ['abcd', 0],
    ['abcde', 0],
    ['cdef', 2],
  ])
})

test('a look of bytes over 127 is found', () => {
  expect(found(['\u00C3\u00A9\u00FF\u0080'], 'a\u00C3\u00A9\u00FF\u0080')).toEqual([['\u00C3\u00A9\u00FF\u0080', 1]])
})

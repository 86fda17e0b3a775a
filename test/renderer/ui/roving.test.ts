import { describe, expect, test } from 'vitest'
import { roved, stopOf } from '../../../renderer/ui/roving.ts'

describe('keys in a list', () => {
  test('lead nowhere beyond its ends, and nowhere at all in an empty one', () => {
    expect(roved('ArrowUp', 0, 200)).toBe(0)
    expect(roved('ArrowDown', 199, 200)).toBe(199)
    expect(roved('PageDown', 195, 200)).toBe(199)
    expect(roved('ArrowDown', -1, 0)).toBeNull()
  })

  test('lead by one, by a page, to the first and to the last', () => {
    expect(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'].map((key) => roved(key, 50, 200))).toEqual([
      51, 49, 60, 40, 0, 199,
    ])
  })

  test('that are no way leave everything as it is', () => {
    expect(roved('a', 3, 200)).toBeNull()
    expect(roved('Tab', 3, 200)).toBeNull()
  })
})

test('the Tab key comes to where the person was, else to what is shown, else to the first', () => {
  expect(stopOf(['a', 'b', 'c'], ['b', 'c'])).toBe('b')
  expect(stopOf(['a', 'b', 'c'], ['filtered away', 'c'])).toBe('c')
  expect(stopOf(['a', 'b', 'c'], [null, null])).toBe('a')
  expect(stopOf([], ['a'])).toBeNull()
})

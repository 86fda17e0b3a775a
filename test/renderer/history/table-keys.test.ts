import { expect, test } from 'vitest'
import { keyAct, keyPlace } from '../../../renderer/features/history/table/table-keys.ts'

const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false }
const place = (key: string, at: number, count = 100) => keyPlace({ ...none, key }, at, count, 20)

test('arrows and pages lead to the end and no further', () => {
  expect(place('ArrowDown', 98)).toBe(99)
  expect(place('ArrowDown', 99)).toBe(99)
  expect(place('PageDown', 90)).toBe(99)
  expect(place('PageUp', 10)).toBe(0)
  expect(place('Home', 50)).toBe(0)
  expect(place('End', 50)).toBe(99)
})

test('other keys, and keys of the system, lead nowhere', () => {
  expect(place('x', 5)).toBeNull()
  expect(place('End', 0, 0)).toBeNull()
  expect(keyPlace({ ...none, ctrlKey: true, key: 'End' }, 5, 100, 20)).toBeNull()
  expect(keyAct({ ...none, altKey: true, key: 'Enter' })).toBeNull()
  expect(keyAct({ ...none, ctrlKey: true, key: 'c' })).toBeNull()
})

test('space selects, with Shift up to there; Ctrl+A selects all', () => {
  expect(keyAct({ ...none, key: ' ' })).toBe('choose')
  expect(keyAct({ ...none, key: ' ', shiftKey: true })).toBe('choose_to')
  expect(keyAct({ ...none, key: 'A', metaKey: true })).toBe('choose_all')
})

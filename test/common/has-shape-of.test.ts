import { expect, test } from 'vitest'
import { hasShapeOf } from '../../electron/common/has-shape-of.ts'

const example = { name: '', size: 0, rows: [{ key: '' }], inner: { flag: false } }

test('a value of the same members and types has the shape, no matter its values and however long its lists', () => {
  expect(hasShapeOf(example, { ...example, name: 'x', rows: [] })).toBe(true)
  expect(hasShapeOf(example, { ...example, rows: [{ key: 'a' }, { key: 'b' }], inner: { flag: true } })).toBe(true)
})

test.each([
  ['nothing', null],
  ['a list', [example]],
  ['a member less', { name: '', size: 0, rows: [] }],
  ['a member more', { ...example, secret: 'x' }],
  ['another type', { ...example, size: '0' }],
  ['null for a text', { ...example, name: null }],
  ['a list for an object', { ...example, inner: [] }],
  ['an object for a list', { ...example, rows: { key: '' } }],
  ['an element that is unlike', { ...example, rows: [{ key: 1 }] }],
  ['a member that is only inherited', Object.create(example)],
])('%s has not', (_, value) => {
  expect(hasShapeOf(example, value)).toBe(false)
})

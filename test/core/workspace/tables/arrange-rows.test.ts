import { expect, test } from 'vitest'
import { arrangedRows } from '../../../../electron/core/workspace/tables/arrange-rows.ts'

const row = (id: string, position: number, folder = '') => ({
  id,
  position,
  value: JSON.stringify({ name: id, folder }),
})
const list = [row('a', 3), row('b', 5), row('c', 8, 'Shop')]

/** What is written: id, position and folder of each row. */
const arranged = (...order: [id: string, folder?: string][]) =>
  arrangedRows(
    list,
    order.map(([id, folder = '']) => ({ id, folder })),
  )?.map((one) => `${String(one['id'])} ${String(one['position'])} ${JSON.parse(String(one['value'])).folder}`.trim())

test('an order that names a row that is not there, or one twice, is refused', () => {
  expect(arranged(['a'], ['x'])).toBeUndefined()
  expect(arranged(['a'], ['a'])).toBeUndefined()
})

test('rows share the positions that they have, and those that stay are not written', () => {
  expect(arranged(['a'], ['b'], ['c', 'Shop'])).toEqual([])
  expect(arranged(['b'], ['a'], ['c', 'Shop'])).toEqual(['b 3', 'a 5'])
  expect(arranged(['a'], ['b', 'Shop'], ['c', 'Shop'])).toEqual(['b 5 Shop'])
})

test('rows that are not named come last, in the order they had', () => {
  expect(arranged(['c', 'Shop'])).toEqual(['c 3 Shop', 'a 5', 'b 8'])
})

test('rows that share a position get one each', () => {
  const written = arrangedRows(
    [row('a', 4), row('b', 4), row('c', 4)],
    [
      { id: 'c', folder: '' },
      { id: 'a', folder: '' },
    ],
  )
  expect(written?.map(({ id, position }) => [id, position])).toEqual([
    ['a', 5],
    ['b', 6],
  ])
})

test('a row whose value cannot be read gets its place, and its value stays', () => {
  const damaged = { id: 'a', position: 1, value: '{' }
  expect(
    arrangedRows(
      [damaged, row('b', 2)],
      [
        { id: 'b', folder: '' },
        { id: 'a', folder: 'Shop' },
      ],
    ),
  ).toEqual([
    { ...row('b', 2), position: 1 },
    { ...damaged, position: 2 },
  ])
})

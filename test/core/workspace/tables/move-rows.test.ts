import { expect, test } from 'vitest'
import { movedRows, type Place } from '../../../../electron/core/workspace/tables/move-rows.ts'

const row = (id: string, position: number, folder = '') => ({
  id,
  position,
  value: JSON.stringify({ name: id, folder }),
})
const list = [row('a', 3), row('b', 5), row('c', 8, 'Shop'), row('d', 9)]

/** What is written: id, position and folder of each row. */
const moved = (id: string, place: Partial<Place>) =>
  movedRows(list, id, { folder: '', before: null, ...place })?.map((one) => {
    const { folder } = JSON.parse(String(one['value']))
    return `${String(one['id'])} ${String(one['position'])}${folder === '' ? '' : ` ${folder}`}`
  })

test('one that is not there cannot move, nor can any move before one that is not there or before itself', () => {
  expect(moved('x', {})).toBeUndefined()
  expect(moved('a', { before: 'x' })).toBeUndefined()
  expect(moved('a', { before: 'a' })).toBeUndefined()
})

test('a row whose value cannot be read stays where it is', () => {
  expect(movedRows([{ id: 'a', position: 1, value: '{' }, ...list], 'a', { folder: 'Shop', before: null })).toBeNull()
})

test('those that are passed share the positions, and no other row is written', () => {
  expect(moved('d', { before: 'b' })).toEqual(['d 5', 'b 8', 'c 9 Shop'])
  expect(moved('a', { before: 'b' })).toEqual([])
})

test('into a folder, it comes behind the last that is in it; into a new one, behind all', () => {
  expect(moved('a', { folder: 'Shop' })).toEqual(['b 3', 'c 5 Shop', 'a 8 Shop'])
  expect(moved('a', { folder: 'New' })).toEqual(['b 3', 'c 5 Shop', 'd 8', 'a 9 New'])
  expect(moved('d', { folder: 'Shop' })).toEqual(['d 9 Shop'])
})

test('a row out of its folder is written with all else that it holds', () => {
  const written = movedRows(list, 'c', { folder: '', before: null }) ?? []
  expect(written.map(({ id, position, value }) => [id, position, JSON.parse(String(value))])).toEqual([
    ['d', 8, { name: 'd', folder: '' }],
    ['c', 9, { name: 'c', folder: '' }],
  ])
})

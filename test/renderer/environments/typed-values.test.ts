import { expect, test } from 'vitest'
import { addedVariables } from '../../../renderer/features/environments/variables/added-variables.ts'
import {
  typedValue,
  valuesToStore,
  withName,
  withoutRow,
  withRoomAt,
  withValue,
} from '../../../renderer/features/environments/variables/typed-values.ts'

const secret = (name: string) => ({ name, value: '', secret: true })
const typed = [
  { index: 0, name: 'a', value: 'of a' },
  { index: 2, name: 'c', value: 'of c' },
]

test('a typed value goes along when its row is renamed, even over the name of another row', () => {
  const renamed = withName(withName(typed, 2, 'a'), 2, 'ab')
  expect(typedValue(renamed, 2, 'ab')).toBe('of c')
  expect(typedValue(renamed, 0, 'a')).toBe('of a')
})

test('a typed value follows its row when one above it goes and comes back', () => {
  const without = withoutRow(typed, 0)
  expect(without).toEqual([{ index: 1, name: 'c', value: 'of c' }])
  const back = withValue(withRoomAt(without, 0), { index: 0, name: 'a', value: 'of a' })
  expect(back.toSorted((one, other) => one.index - other.index)).toEqual(typed)
})

test('an empty value is none', () => expect(withValue(typed, { index: 0, name: 'a', value: '' })).toHaveLength(1))

test('a value is stored only for a secret row that still has the name it was typed for', () => {
  expect(valuesToStore(typed, [secret('a'), secret('b'), secret(' c ')])).toEqual(typed)
  expect(valuesToStore(typed, [secret('x'), secret('b'), { ...secret('c'), secret: false }])).toEqual([])
  expect(valuesToStore(typed, [])).toEqual([])
})

test('a missing variable gets a row, one that is there gets none', () => {
  expect(addedVariables([secret('a')], ['a', 'b'])).toEqual({
    rows: [secret('a'), { name: 'b', value: '', secret: false }],
    at: ['variables.0.value', 'variables.1.value'],
  })
  expect(addedVariables([], [])).toEqual({ rows: [], at: ['variables'] })
  const full = Array.from({ length: 200 }, (_, index) => secret(`v${index}`))
  expect(addedVariables(full, ['b'])).toEqual({ rows: full, at: ['variables'] })
})

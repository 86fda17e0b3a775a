import { expect, test } from 'vitest'
import { presentEnvironment, twoEnvironments } from '../../../renderer/features/compare/presets.ts'
import type { Sides } from '../../../renderer/queries/comparison.ts'

const environments = ['a', 'b', 'c'].map((id) => ({ id, name: id }))
const token = (environmentId: string) => ({ environmentId, previousIssuedAt: null })
const nothing: Sides = { left: null, right: null }

test('without any environment there is none to compare in', () => {
  expect(presentEnvironment(nothing, { environments: [], tokens: [] })).toBeNull()
})

test('an environment that is gone is passed over', () => {
  const sides: Sides = { left: { kind: 'asked', environmentId: 'gone' }, right: { kind: 'held', environmentId: 'b' } }
  expect(presentEnvironment(sides, { environments, tokens: [] })).toBe('b')
})

test('with nothing chosen it is the first that holds a token, else the first', () => {
  expect(presentEnvironment(nothing, { environments, tokens: [token('c')] })).toBe('c')
  expect(presentEnvironment(nothing, { environments, tokens: [] })).toBe('a')
  expect(presentEnvironment({ left: { kind: 'pasted', text: '' }, right: null }, { environments, tokens: [] })).toBe(
    'a',
  )
})

test('the second environment is left open where no other holds a token', () => {
  expect(twoEnvironments('a', { environments, tokens: [token('a')] }).right).toBeNull()
  expect(twoEnvironments('a', { environments, tokens: [token('a'), token('c')] }).right).toEqual({
    kind: 'held',
    environmentId: 'c',
  })
})

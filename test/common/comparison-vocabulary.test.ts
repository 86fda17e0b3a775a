import { expect, test } from 'vitest'
import {
  askedVocabulary,
  introspectionVocabulary,
  swapped,
  tellingFirst,
  tokenVocabulary,
  type Change,
} from '../../electron/common/comparison-vocabulary.ts'

const rows: { name: string; change: Change }[] = [
  { name: 'jti', change: 'changed' },
  { name: 'iss', change: 'same' },
  { name: 'aud', change: 'removed' },
  { name: 'exp', change: 'equivalent' },
  { name: 'scope', change: 'changed' },
  { name: 'roles', change: 'added' },
]
const names = (...args: Parameters<typeof tellingFirst>) => tellingFirst(...args).map(({ name }) => name)

test('what differs comes first, what differs between any two tokens after it, and the order stays otherwise', () => {
  expect(names(rows, tokenVocabulary)).toEqual(['aud', 'scope', 'roles', 'jti', 'iss', 'exp'])
})

test('of a token and what its server says only contradictions come first, another token ID among them', () => {
  expect(names(rows, introspectionVocabulary)).toEqual(['jti', 'scope', 'iss', 'aud', 'exp', 'roles'])
})

test('asked and granted keep their words when the sides are swapped', () => {
  const { left, right, words } = swapped(askedVocabulary)
  expect([left, right]).toEqual(['granted', 'asked for'])
  expect(words.added).toBe('Not in the token')
  expect(swapped(swapped(askedVocabulary))).toEqual(askedVocabulary)
})

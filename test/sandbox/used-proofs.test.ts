import { expect, test } from 'vitest'
import { createFirstUse } from '../../electron/sandbox/api/used-proofs.ts'

test('the same proof is new once, until it is forgotten', () => {
  let now = 0
  const isFirstUse = createFirstUse(() => now, 1000)
  expect(isFirstUse('key', 'a')).toBe(true)
  now = 999
  expect(isFirstUse('key', 'a')).toBe(false)
  now = 1000
  expect(isFirstUse('key', 'a')).toBe(true)
})

test('another key may use the same jti, and a jti cannot pass for a part of a key', () => {
  const isFirstUse = createFirstUse(() => 0, 1000)
  expect(isFirstUse('key', 'a')).toBe(true)
  expect(isFirstUse('other', 'a')).toBe(true)
  expect(isFirstUse('key', 'a b')).toBe(true)
})

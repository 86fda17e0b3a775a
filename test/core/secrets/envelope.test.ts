import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { seal, unseal } from '../../../electron/core/secrets/envelope.ts'

const key = randomBytes(32)
const context = ['secret', 'environment', 'client_secret', 1] as const
const sealed = seal(key, 'canary-of-a-secret', context)

test('a flipped bit anywhere is noticed', () => {
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const changed = Buffer.from(sealed)
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    expect(unseal(key, changed, context)).toBeNull()
  }
})

test('what is cut at any length, or lengthened, does not open', () => {
  for (let length = 0; length < sealed.length; length += 1) {
    expect(unseal(key, sealed.subarray(0, length), context)).toBeNull()
  }
  expect(unseal(key, Buffer.concat([sealed, Buffer.of(0)]), context)).toBeNull()
})

test('4,000 other keys open nothing, and never garbage', () => {
  for (let tries = 0; tries < 4000; tries += 1) expect(unseal(randomBytes(32), sealed, context)).toBeNull()
})

test.each([
  ['of another environment', ['secret', 'other', 'client_secret', 1]],
  ['of another name', ['secret', 'environment', 'private_key', 1]],
  ['of another version', ['secret', 'environment', 'client_secret', 2]],
  ['of another kind', ['value', 'environment', 'client_secret', 1]],
  ['joined otherwise', ['secret', 'environment,client_secret', 1]],
] as const)('a secret put in the place %s does not open there', (_name, other) => {
  expect(unseal(key, sealed, other)).toBeNull()
})

test('the same text sealed twice is never the same, and holds nothing of the text', () => {
  const again = seal(key, 'canary-of-a-secret', context)
  expect(again.equals(sealed)).toBe(false)
  expect(sealed.includes('canary')).toBe(false)
})

test.each(['', 'ä€😀', 'x'.repeat(100_000), '\0\n'])('a text comes back as it was', (text) => {
  expect(unseal(key, seal(key, text, context), context)).toBe(text)
})

import { expect, test } from 'vitest'
import { createNonces } from '../../electron/sandbox/api/nonces.ts'

const minute = 60_000

test('another server does not know a nonce, nor is anything else one', () => {
  const nonces = createNonces(() => 0)
  for (const nonce of [createNonces(() => 0).current(), '', undefined, null, 1, {}]) {
    expect(nonces.isKnown(nonce)).toBe(false)
  }
})

test('a nonce is known for at least one minute after it was handed out, and for two at most', () => {
  let now = 10 * minute + 59_999
  const nonces = createNonces(() => now)
  const nonce = nonces.current()
  now += minute
  expect(nonces.isKnown(nonce)).toBe(true)
  expect(nonces.current()).not.toBe(nonce)
  now += minute
  expect(nonces.isKnown(nonce)).toBe(false)
})

import { expect, test } from 'vitest'
import type { HeldToken } from '../../../electron/contract/token.ts'
import { tokenWordOf } from '../../../renderer/ui/token-word.ts'
import { heldToken } from '../../support/held-token.ts'

const held = (change: Partial<HeldToken>) => heldToken({ lifetime: { issuedAt: 0, expiresAt: 2000 }, ...change })

test('a token that an API refused is not called valid', () => {
  expect(tokenWordOf(held({}), null, 1000)).toBe('valid')
  expect(tokenWordOf(held({}), 'token', 1000)).toBe('refused by the API')
  expect(tokenWordOf(held({ lifetime: { issuedAt: 0, expiresAt: null } }), 'token', 1000)).toBe('refused by the API')
})

test('that it was revoked or has expired, or that a newer request was refused, says more', () => {
  expect(tokenWordOf(held({ revokedAt: 500 }), 'token', 1000)).toBe('revoked')
  expect(tokenWordOf(held({}), 'token', 3000)).toBe('expired')
  expect(tokenWordOf(held({}), 'request', 1000)).toBe('refused')
  expect(tokenWordOf(null, null, 1000)).toBe('no token')
})

import { expect, test } from 'vitest'
import { decodeToken } from '../../../electron/core/token/decode/decode.ts'
import type { HeldToken } from '../../../electron/contract/token.ts'
import { tokenWordOf } from '../../../renderer/ui/token-word.ts'

const held = (more: Partial<HeldToken>): HeldToken => ({
  environmentId: 'orders',
  masked: 'op…',
  token_type: 'Bearer',
  expires_in: '3600',
  scopeAsked: '',
  scopeGranted: null,
  lifetime: { issuedAt: 0, expiresAt: 2000 },
  clockOffset: 0,
  revokedAt: null,
  response: { source: '{}', members: [] },
  decoded: decodeToken('opaque'),
  binding: null,
  stale: false,
  previousIssuedAt: null,
  exchangeId: 'ex-1',
  ...more,
})

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

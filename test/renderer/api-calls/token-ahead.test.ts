import { expect, test } from 'vitest'
import type { HeldToken } from '../../../electron/contract/token.ts'
import { scopeSentence } from '../../../renderer/features/api-calls/request/authorization/scope-sentence.ts'
import { tokenAhead } from '../../../renderer/features/api-calls/request/authorization/token-ahead.ts'
import { heldToken } from '../../support/held-token.ts'

const held = (change: Partial<HeldToken>) => heldToken({ lifetime: { issuedAt: 0, expiresAt: 600_000 }, ...change })

test.each([
  [{}, 0, 15_000, { kind: 'current', words: '09:45 left' }],
  [{}, 60, 539_999, { kind: 'current', words: '01:00 left' }],
  [{}, 60, 540_000, { kind: 'new' }],
  [{ stale: true }, 0, 0, { kind: 'new' }],
  [{ revokedAt: 1 }, 0, 5, { kind: 'current', words: 'revoked' }],
  [{ lifetime: { issuedAt: 0, expiresAt: null } }, 60, 1e12, { kind: 'current', words: 'lifetime unknown' }],
])('a held token that is %j, renewed %i s before its end, at %i ms: %j', (change, renewBefore, now, ahead) => {
  expect(tokenAhead(held(change), renewBefore, now)).toEqual(ahead)
})

test('without a token, a new one is requested', () => {
  expect(tokenAhead(null, 0, 0)).toEqual({ kind: 'new' })
})

test('needed scopes are said beside those that were granted, and claimed of nothing that is not known', () => {
  const needed = ['orders.read', 'orders.write']
  expect(scopeSentence({ needed, granted: needed, missing: [] })).toBe('orders.read orders.write needed and granted')
  expect(scopeSentence({ needed, granted: ['orders.read'], missing: ['orders.write'] })).toBe('missing: orders.write')
  expect(scopeSentence({ needed, granted: null, missing: null })).toBe('orders.read orders.write needed')
})

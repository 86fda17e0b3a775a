import { expect, test } from 'vitest'
import type { PublishedKey } from '../../../../electron/contract/outcome.ts'
import { serverKeys } from '../../../../electron/core/review/checks/server-keys.ts'
import { reviewCase } from '../../../support/review-case.ts'
import { codeOf, recorded } from '../../../support/review-parts.ts'

const code = codeOf(serverKeys)
const key = (kty: string, size: string | null): PublishedKey => ({
  kid: 'one',
  kty,
  size,
  use: 'sig',
  alg: null,
  thumbprint: null,
})
const keySet = (...keys: unknown[]) => [recorded({ purpose: 'jwks' }, { keys })]

test('keys are not known before the key set was read, and where it has none that can be read', () => {
  expect(code()).toBe('server_keys_not_read')
  expect(code({ keys: [] })).toBe('server_keys_none')
  expect(code({ keys: [key('RSA', null), key('XYZ', '9'), key('RSA', 'many')] })).toBe('server_keys_none')
})

test.each([
  ['RSA', '1024'],
  ['RSA', '2047'],
  ['EC', 'P-192'],
])('a key %s %s is weak', (kty, size) =>
  expect(code({ keys: [key('RSA', '2048'), key(kty, size)] })).toBe('server_key_weak'),
)

test.each([
  ['RSA', '2048'],
  ['RSA', '4096'],
  ['EC', 'P-256'],
  ['EC', 'secp256k1'],
  ['OKP', 'Ed25519'],
])('a key %s %s is strong', (kty, size) => expect(code({ keys: [key(kty, size)] })).toBe('server_keys_strong'))

test('the weak key is what was seen, and not the others', () => {
  const [{ seen, evidence }] = serverKeys.look(reviewCase({ keys: [key('RSA', '2048'), key('RSA', '1024')] }))
  expect(seen).toEqual([{ kind: 'key', name: 'one', value: 'RSA 1024', exchangeId: null, at: null }])
  expect(evidence).toEqual({ keys: 'RSA 1024' })
})

test.each([
  { kty: 'RSA', n: 'n', e: 'AQAB', d: '…' },
  { kty: 'OKP', crv: 'Ed25519', x: 'x', d: '…' },
  { kty: 'oct', k: '…' },
])('a key set with the private part of a key is at risk: %o', (part) => {
  expect(code({ exchanges: keySet(part) })).toBe('server_key_private')
})

test.each([
  [{ kty: 'RSA', n: 'n', e: 'AQAB', d: '' }],
  [{ kty: 'oct' }],
  [null, 7, 'text', ['d']],
  [{ d: { nested: true } }],
])('a key set that only looks like it is not: %o', (...keys) => {
  expect(code({ exchanges: keySet(...keys) })).toBe('server_keys_not_read')
})

test('the value of a private part is not shown', () => {
  const [{ seen }] = serverKeys.look(reviewCase({ exchanges: keySet({ kty: 'RSA', d: 'CANARY' }) }))
  expect(JSON.stringify(seen)).not.toContain('CANARY')
})

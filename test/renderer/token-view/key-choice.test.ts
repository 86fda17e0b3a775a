import { expect, test } from 'vitest'
import type { DecodedToken } from '../../../electron/contract/decoded-token.ts'
import { emptyKeyDraft, keyKindOf, keyKinds, keySourceOf } from '../../../renderer/token-view/key-choice.ts'

const signedWith = (alg: string): DecodedToken => ({
  kind: 'jws',
  header: { source: '', members: [{ name: 'alg', source: JSON.stringify(alg), duplicate: false }] },
  claims: { source: '{}', members: [] },
  signatureBytes: 0,
})

test('the client secret is offered as a key for HS256 and its like only, and is never the first choice', () => {
  expect(keyKinds(signedWith('RS256'), true)).toEqual(['jwks', 'key', 'secret'])
  expect(keyKinds(signedWith('HS256'), true)).toEqual(['jwks', 'client_secret', 'key', 'secret'])
  expect(keyKinds({ kind: 'empty' }, true)).not.toContain('client_secret')
})

test('without an environment only keys that the person brings can be chosen', () => {
  const kinds = keyKinds(signedWith('HS256'), false)
  expect(kinds).toEqual(['key', 'secret'])
  expect(keyKindOf(emptyKeyDraft, kinds)).toBe('key')
})

test('a key that was not typed yet cannot be verified with', () => {
  expect(keySourceOf({ ...emptyKeyDraft, key: ' \n' }, 'key')).toBeNull()
  expect(keySourceOf(emptyKeyDraft, 'secret')).toBeNull()
})

test('a shared secret is taken exactly, spaces included', () => {
  expect(keySourceOf({ ...emptyKeyDraft, secret: ' a ', encoding: 'hex' }, 'secret')).toEqual({
    kind: 'secret',
    text: ' a ',
    encoding: 'hex',
  })
})

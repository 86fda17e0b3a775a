import { expect, test } from 'vitest'
import type { DecodedToken, FoundToken } from '../../electron/contract/decoded-token.ts'
import { foundLabels, foundSentence } from '../../electron/wording/found-token.ts'
import { visible } from '../../electron/common/visible.ts'

const jws: DecodedToken = {
  kind: 'jws',
  header: { source: '{}', members: [] },
  claims: { source: '{}', members: [] },
  signatureBytes: 0,
}
const found = (change: Partial<FoundToken>): FoundToken => ({
  as: 'token',
  name: '',
  token: 'x'.repeat(1812),
  ...change,
})

test.each([
  [found({ as: 'json', name: 'access_token' }), 'Found in a token response: access_token.'],
  [found({ as: 'json', name: 'jwt' }), 'Found in JSON: jwt.'],
  [found({ as: 'curl' }), 'Found in a curl command.'],
  [found({}), 'A bare token.'],
])('one line says where a token was found, what it is, and how long', (token, where) => {
  expect(foundSentence(token, jws)).toBe(`${where} JWS (signed JWT), 1,812 characters.`)
})

test('text in which no token was found is not called one', () => {
  const malformed: DecodedToken = {
    kind: 'malformed',
    segment: 'token',
    offset: 7,
    byteOffset: null,
    near: '',
    reason: 'no_token',
  }
  expect(foundSentence(found({ token: 'x'.repeat(29) }), malformed)).toBe('Malformed token, 29 characters.')
})

test('what a text calls its token cannot hide or reorder anything', () => {
  expect(visible(foundSentence(found({ as: 'form', name: '\u202Etoken\u0007' }), jws))).toContain(
    '\\u{202e}token\\u{7}',
  )
})

test('tokens of the same name are distinguished by number', () => {
  expect(foundLabels([found({ name: 'access_token' }), found({ name: 'access_token' }), found({})])).toEqual([
    '1: access_token',
    '2: access_token',
    '3: without a name',
  ])
})

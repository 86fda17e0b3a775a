import { expect, test } from 'vitest'
import { scopesOfCall } from '../../electron/common/scopes-of-call.ts'
import { decodeToken } from '../../electron/core/token/decode/decode.ts'
import { madeToken } from '../support/made-token.ts'

const jwt = (claims: object) => decodeToken(madeToken(claims))
const opaque = decodeToken('opaque-token')
const token = { scopeAsked: '', scopeGranted: null, decoded: opaque }

test.each([
  ['no token', null, null],
  ['a token of which nothing is said', token, null],
  ['what the answer granted', { ...token, scopeAsked: 'a b', scopeGranted: 'a' }, ['a']],
  ['an answer that granted nothing', { ...token, scopeAsked: 'a b', scopeGranted: '' }, []],
  ['what was asked for where the answer says nothing', { ...token, scopeAsked: 'a b' }, ['a', 'b']],
  ['scope as a text', { ...token, decoded: jwt({ scope: 'a b' }) }, ['a', 'b']],
  ['scp as a list', { ...token, scopeAsked: 'a b c', decoded: jwt({ scp: ['a', 'b'] }) }, ['a', 'b']],
  ['scopes of cidaas', { ...token, decoded: jwt({ scopes: ['a'] }) }, ['a']],
  ['permissions and roles', { ...token, decoded: jwt({ permissions: ['a'], roles: ['b'] }) }, ['a', 'b']],
  ['roles beside .default', { ...token, scopeAsked: 'x/.default', decoded: jwt({ roles: ['a'] }) }, ['a']],
  ['hostile claims', { ...token, decoded: jwt({ scope: { a: 1 }, roles: 7, permissions: [1, null] }) }, null],
])('granted: %s', (_name, given, granted) => {
  const { missing, ...found } = scopesOfCall('a b a', given)
  expect(found).toEqual({ needed: ['a', 'b'], granted })
  expect(missing).toEqual(granted === null ? null : ['a', 'b'].filter((name) => !granted.includes(name)))
})

test('a call that lists no scope misses none', () => {
  expect(scopesOfCall(' \n', { ...token, scopeGranted: '' })).toEqual({ needed: [], granted: [], missing: [] })
})

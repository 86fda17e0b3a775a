import { expect, test } from 'vitest'
import { leastPrivilege } from '../../electron/common/least-privilege.ts'
import type { ScopedToken } from '../../electron/common/scopes-of-call.ts'
import { decodeToken } from '../../electron/core/token/decode/decode.ts'
import { madeToken } from '../support/made-token.ts'

const calls = (...scopes: string[]) => scopes.map((scope) => ({ scope, authorization: 'environment' }) as const)
const granted = (scopeGranted: string | null, claims: object | null = null): ScopedToken => ({
  scopeAsked: 'orders.read orders.write',
  scopeGranted,
  decoded: decodeToken(claims === null ? 'opaque' : madeToken(claims)),
})

test('a requested scope that no call needs is unused, by the letter', () => {
  const found = leastPrivilege(
    'orders.read orders.write',
    granted('orders.read orders.write'),
    calls('orders.read', 'Orders.Write orders.read'),
  )
  expect(found.unused).toEqual(['orders.write'])
  expect(found.needed).toEqual(['orders.read', 'Orders.Write'])
  expect(found.uses).toEqual([
    { scope: 'orders.read', isRequested: true, isGranted: true, neededBy: 2 },
    { scope: 'orders.write', isRequested: true, isGranted: true, neededBy: 0 },
    { scope: 'Orders.Write', isRequested: false, isGranted: false, neededBy: 1 },
  ])
})

test('a scope that was granted beyond the request is listed', () => {
  const { uses } = leastPrivilege('orders.read', granted('orders.read admin'), calls('orders.read'))
  expect(uses.at(-1)).toEqual({ scope: 'admin', isRequested: false, isGranted: true, neededBy: 0 })
})

test('a call that names a scope twice needs it once', () => {
  expect(leastPrivilege('a', null, calls('a  a\ta')).uses).toEqual([
    { scope: 'a', isRequested: true, isGranted: null, neededBy: 1 },
  ])
})

test('without a token nothing is said about what is granted', () => {
  expect(leastPrivilege('a', null, calls('a'))).toMatchObject({ granted: null, incomparable: null })
})

test('a token says what is granted in an array as well, as cidaas does', () => {
  const found = leastPrivilege('a b', granted(null, { scopes: ['a'] }), calls('a'))
  expect(found.granted).toEqual(['a'])
})

test.each([
  ['no call has a token', 'a', [{ scope: 'a', authorization: 'none' } as const], 'no_calls'],
  ['a call notes no scope', 'a b', calls('a', ''), 'not_noted'],
  ['nothing is requested', '', calls('a'), 'nothing_requested'],
  ['all that was assigned is requested', 'https://graph.example/.default', calls('Orders.Read'), 'default_scope'],
])('nothing is called unused where %s', (_, scope, listed, incomparable) => {
  expect(leastPrivilege(scope, null, listed)).toMatchObject({ unused: [], incomparable })
})

test('a call without a token needs no scope, and noting none is no gap', () => {
  const found = leastPrivilege('a b', null, [...calls('a'), { scope: '', authorization: 'none' }])
  expect(found).toMatchObject({ unused: ['b'], notNoted: 0, incomparable: null })
})

test('scopes with the names of members of objects are scopes', () => {
  const found = leastPrivilege('constructor __proto__', null, calls('__proto__'))
  expect(found.unused).toEqual(['constructor'])
})

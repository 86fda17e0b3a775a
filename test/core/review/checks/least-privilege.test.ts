import { expect, test } from 'vitest'
import { leastPrivilege } from '../../../../electron/core/review/checks/least-privilege.ts'
import { issuedToken, reviewCase } from '../../../support/review-case.ts'
import { claimsOf, codeOf, savedCall } from '../../../support/review-parts.ts'

const code = codeOf(leastPrivilege)
const settings = (scope: string) => ({ ...reviewCase().settings, scope })
const granted = (scope: string) => issuedToken({ scope })
const reading = savedCall({ scope: 'orders:read' })

test('what is granted is not known without a token, and where nothing says it', () => {
  expect(code({ settings: settings('orders:read') })).toBe('grant_without_token')
  expect(code({ issued: issuedToken() })).toBe('grant_not_said')
})

test('a scope that no saved call needs is too much', () => {
  const known = { issued: granted('orders:read orders:write'), calls: [reading], settings: settings('orders:read') }
  const [{ code, evidence, seen }] = leastPrivilege.look(reviewCase(known))
  expect([code, evidence]).toEqual(['granted_not_needed', { scopes: 'orders:write' }])
  expect(seen[0]).toMatchObject({ kind: 'member', name: 'scope', value: 'orders:write', exchangeId: 'exchange-1' })
})

test('a grant that the saved calls need is as it should be', () => {
  expect(code({ issued: granted('orders:read'), calls: [reading] })).toBe('granted_as_needed')
})

test('an answer without a scope grants what was requested', () => {
  expect(code({ issued: issuedToken(), settings: settings('orders:read'), calls: [reading] })).toBe('granted_as_needed')
})

test('calls that do not note what they need, or carry no token, leave it unknown', () => {
  const known = { issued: granted('orders:read'), settings: settings('orders:read') }
  expect(code({ ...known, calls: [] })).toBe('need_not_noted')
  expect(code({ ...known, calls: [reading, savedCall()] })).toBe('need_not_noted')
  expect(code({ ...known, calls: [savedCall({ scope: 'orders:read', authorization: 'none' })] })).toBe('need_not_noted')
})

test('more than was requested is said without calls, but not of a default grant', () => {
  const issued = granted('orders:read orders:write')
  expect(code({ issued, settings: settings('orders:read') })).toBe('granted_not_requested')
  expect(code({ issued, settings: settings('') })).toBe('need_not_noted')
  expect(code({ issued, settings: settings('api://orders/.default') })).toBe('need_not_noted')
})

test('scopes about a person, which Keycloak adds by default, are no permission', () => {
  const issued = granted('orders:read profile email')
  expect(code({ issued, settings: settings('orders:read'), calls: [reading] })).toBe('granted_as_needed')
  expect(code({ issued, settings: settings('orders:read') })).toBe('need_not_noted')
})

test.each(['*', 'orders:*', 'https://api.example/*', 'ALL'])('%s permits everything by its name', (scope) => {
  expect(code({ issued: granted(scope), settings: settings(scope) })).toBe('granted_everything')
  expect(code({ issued: granted(scope), calls: [savedCall({ scope })] })).toBe('granted_as_needed')
})

test.each(['User.Read.All', 'admin', 'orders*'])('%s is not taken for everything', (scope) => {
  expect(code({ issued: granted(scope), settings: settings(scope) })).toBe('need_not_noted')
})

test('roles and permissions of the token are granted too', () => {
  const issued = issuedToken({}, { claims: claimsOf({ roles: ['Orders.Read', 'Orders.Write'] }) })
  const calls = [savedCall({ scope: 'Orders.Read' })]
  const [{ evidence, seen }] = leastPrivilege.look(
    reviewCase({ issued, calls, settings: settings('api://o/.default') }),
  )
  expect(evidence).toEqual({ scopes: 'Orders.Write' })
  expect(seen).toMatchObject([{ kind: 'claim', name: 'roles', value: 'Orders.Write' }])
})

test('roles beside scopes cannot be requested, and no call is expected to note them', () => {
  const issued = issuedToken({ scope: 'orders:read' }, { claims: claimsOf({ roles: ['reader'], permissions: ['x'] }) })
  expect(code({ issued, settings: settings('orders:read') })).toBe('need_not_noted')
  expect(code({ issued, settings: settings('orders:read'), calls: [reading] })).toBe('granted_as_needed')
  const rolesAlone = issuedToken({}, { claims: claimsOf({ roles: ['reader'] }) })
  expect(code({ issued: rolesAlone, settings: settings('orders:read') })).toBe('need_not_noted')
})

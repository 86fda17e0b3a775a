import { expect, test } from 'vitest'
import { newApiRequest, newCallLabel } from '../../../../electron/catalogue/new-api-request.ts'
import { scopesRequested } from '../../../../electron/core/review/checks/scopes-requested.ts'
import { claimsOf, issuedToken, reviewCase } from '../../../support/review-case.ts'

const { settings } = reviewCase()
const call = (scope: string) => ({
  ...newApiRequest,
  ...newCallLabel,
  authorization: 'environment' as const,
  id: scope,
  environmentId: 'orders',
  scope,
})
const look = (scope: string, needed: string[] = [], known: Parameters<typeof reviewCase>[0] = {}) =>
  scopesRequested.look(reviewCase({ settings: { ...settings, scope }, calls: needed.map(call), ...known }))

test('a scope that no saved call needs is to improve', () => {
  expect(look('orders:read orders:write', ['orders:read'])).toMatchObject([
    { code: 'scopes_unused', status: 'to_improve', evidence: { scopes: 'orders:write' } },
  ])
})

test.each(['*', 'orders:*', 'https://api.example/*', 'full'])('the scope %s allows everything', (scope) => {
  expect(look(scope)[0].code).toBe('scopes_unlimited')
})

test.each(['admin', 'orders:all', 'orders*', 'rooted', 'User.Read.All'])('the scope %s does not', (scope) => {
  expect(look(scope)[0].code).toBe('scopes_without_calls')
})

test('scopes that the saved calls need pass', () => {
  expect(look('orders:read orders:write', ['orders:read', 'orders:write orders:read'])).toMatchObject([
    { code: 'scopes_needed', status: 'passed' },
  ])
})

test('calls that do not say their scope leave it open', () => {
  expect(look('orders:read', ['', 'orders:read'])).toMatchObject([
    { code: 'scopes_not_noted', evidence: { count: '1' } },
  ])
})

test('a scope that asks for all that was assigned cannot be narrowed by the request', () => {
  expect(look('api://orders/.default', ['Orders.Read'])[0].code).toBe('scopes_of_default')
})

test('scopes that the server grants by itself are to improve, unless the calls need them', () => {
  const issued = issuedToken({ scope: 'orders:read billing:write' }, { scopes: ['orders:read', 'billing:write'] })
  expect(look('', [], { issued })).toMatchObject([{ code: 'scopes_left_to_server', seen: [{ kind: 'member' }] }])
  expect(look('', ['orders:read'], { issued })[0].code).toBe('scopes_left_to_server')
  expect(look('', ['orders:read', 'billing:write'], { issued })[0].code).toBe('scopes_needed')
})

test('without a requested scope it depends on what the token shows', () => {
  expect(look('')[0].code).toBe('scopes_without_token')
  expect(look('', [], { issued: issuedToken() })[0].code).toBe('default_scope_not_seen')
  const issued = issuedToken({}, { claims: claimsOf({ roles: ['Orders.Read'] }) })
  expect(look('', [], { issued })[0].code).toBe('no_scopes')
})

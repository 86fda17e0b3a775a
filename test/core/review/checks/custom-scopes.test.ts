import { expect, test } from 'vitest'
import { customScopes } from '../../../../electron/core/review/checks/custom-scopes.ts'
import { issuedToken, reviewCase } from '../../../support/review-case.ts'
import { claimsOf, codeOf } from '../../../support/review-parts.ts'

const code = codeOf(customScopes)
const settings = (scope: string) => ({ ...reviewCase().settings, scope })

test('nothing is said where no scope is requested and none is seen', () => {
  expect(code()).toBe('scopes_not_said')
  expect(code({ issued: issuedToken() })).toBe('scopes_not_said')
  expect(code({ settings: settings('api://orders/.default') })).toBe('scopes_not_said')
})

test('a readable token that says nothing of what it may has no scopes', () => {
  const claims = claimsOf({ iss: 'https://id.example', sub: 'orders-svc', exp: 1 })
  expect(code({ issued: issuedToken({}, { claims }) })).toBe('token_without_scopes')
})

test('a claim that we do not know may grant something', () => {
  const claims = claimsOf({ iss: 'https://id.example', resource_access: { orders: { roles: ['read'] } } })
  expect(code({ issued: issuedToken({}, { claims }) })).toBe('scopes_not_said')
})

test('scopes about a person, or for everything, name no action', () => {
  expect(code({ settings: settings('openid profile') })).toBe('scopes_general')
  expect(code({ issued: issuedToken({ scope: '*' }) })).toBe('scopes_general')
})

test('a scope that names an action is a custom one, requested or granted, and so is a role', () => {
  expect(code({ settings: settings('openid orders:read') })).toBe('scopes_custom')
  expect(code({ issued: issuedToken({ scope: 'orders:read' }) })).toBe('scopes_custom')
  const roles = issuedToken({}, { claims: claimsOf({ roles: ['Orders.Read'] }) })
  expect(code({ issued: roles, settings: settings('api://orders/.default') })).toBe('scopes_custom')
})

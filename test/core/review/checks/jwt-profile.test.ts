import { expect, test } from 'vitest'
import { jwtProfile } from '../../../../electron/core/review/checks/jwt-profile.ts'
import { issuedToken, reviewCase } from '../../../support/review-case.ts'
import { claimsOf } from '../../../support/review-parts.ts'

const complete = {
  iss: 'https://id.example',
  exp: 1_800_000_000,
  aud: 'https://orders.example',
  sub: 'orders-svc',
  client_id: 'orders-svc',
  iat: 1_799_999_000,
  jti: '1',
}
const look = (claims: Record<string, unknown>, typ: string | null) =>
  jwtProfile.look(reviewCase({ issued: issuedToken({}, { kind: 'jws', claims: claimsOf(claims), typ }) }))[0]
const without = (...names: string[]) =>
  Object.fromEntries(Object.entries(complete).filter(([name]) => !names.includes(name)))

test('nothing is known without a token, and of an opaque one', () => {
  expect(jwtProfile.look(reviewCase())[0].code).toBe('profile_without_token')
  expect(jwtProfile.look(reviewCase({ issued: issuedToken() }))[0].code).toBe('profile_not_visible')
})

test.each(['at+jwt', 'AT+JWT', 'application/at+jwt'])('a token of typ %s with all its claims passes', (typ) => {
  expect(look(complete, typ).code).toBe('profile_followed')
})

test.each(['sub', 'client_id', 'iat', 'jti', 'aud'])(
  'one that says it follows the profile and lacks %s does not',
  (name) => {
    expect(look(without(name), 'at+jwt')).toMatchObject({ code: 'profile_incomplete', evidence: { claims: name } })
  },
)

test.each(['JWT', null])('one of typ %s need not follow it', (typ) => {
  expect(look(complete, typ).code).toBe('profile_core_claims')
  expect(look(without('sub', 'client_id', 'iat', 'jti', 'aud'), typ).code).toBe('profile_core_claims')
})

test.each(['JWT', 'at+jwt'])('without issuer or end an API cannot validate one of typ %s', (typ) => {
  expect(look(without('exp'), typ)).toMatchObject({ code: 'profile_claims_missing', evidence: { claims: 'exp' } })
  expect(look(without('exp', 'iss'), typ).evidence).toEqual({ claims: 'iss, exp' })
  expect(look({ ...complete, exp: 'tomorrow' }, typ).code).toBe('profile_claims_missing')
  expect(look({ ...complete, iss: '' }, typ).code).toBe('profile_claims_missing')
})

test.each([
  ['nonce', 'x'],
  ['at_hash', 'x'],
  ['token_use', 'id'],
  ['typ', 'ID'],
])('a token with %s %s looks like an ID token', (name, value) => {
  expect(look({ ...complete, [name]: value }, 'JWT')).toMatchObject({
    code: 'profile_id_token',
    evidence: { claims: name },
  })
})

test('what access tokens have as well makes no ID token of one', () => {
  expect(look({ ...complete, auth_time: 1, acr: '1', token_use: 'access', typ: 'Bearer' }, 'JWT').code).toBe(
    'profile_core_claims',
  )
  expect(look({ ...complete, nonce: 'x' }, 'at+jwt').code).toBe('profile_followed')
})

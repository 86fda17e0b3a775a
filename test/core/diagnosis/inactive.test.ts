import { describe, expect, test } from 'vitest'
import { explainInactive } from '../../../electron/core/diagnosis/inactive/explain.ts'
import type { InactiveFacts } from '../../../electron/core/diagnosis/inactive/facts.ts'
import { readJsonObject } from '../../../electron/core/json/json.ts'

function object(value: object) {
  const reading = readJsonObject(JSON.stringify(value))
  if (reading.kind !== 'object') throw new Error(reading.kind)
  return reading.object
}

/** Of noon; a minute old, an hour to go. */
const now = Date.parse('2026-11-24T12:00:00Z')
const jwt: InactiveFacts = {
  now,
  issuedAt: now - 60_000,
  expiresAt: now + 3_600_000,
  revokedAt: null,
  isJwt: true,
  claims: object({ iss: 'https://as.example', aud: ['me', 'https://api.example'], exp: now / 1000 + 3600 }),
  response: object({ active: false }),
  issuer: 'https://as.example',
  caller: 'me',
  token_endpoint: 'https://as.example/token',
  introspection_endpoint: 'https://as.example/introspect',
  clockOffset: 0,
}
const opaque: InactiveFacts = { ...jwt, isJwt: false, claims: null }
const withClaims = (claims: object, change: Partial<InactiveFacts> = {}) => ({
  ...jwt,
  ...change,
  claims: object({ iss: 'https://as.example', aud: 'me', ...claims }),
})
const codes = (facts: InactiveFacts) => explainInactive(facts).map(({ code }) => code.replace('inactive_', ''))
const first = (facts: InactiveFacts) => explainInactive(facts)[0]?.evidence

test('nothing is known: no cause is made up, and it is said what to check', () => {
  expect(codes(jwt)).toEqual(['unexplained'])
  expect(codes(opaque)).toEqual(['unexplained'])
  expect(codes({ ...opaque, expiresAt: null, caller: null, issuer: '', token_endpoint: '' })).toEqual(['unexplained'])
})

describe('a certain cause', () => {
  test('revoked here says when', () => {
    expect(codes({ ...jwt, revokedAt: now - 5000 })).toEqual(['revoked_here'])
    expect(first({ ...jwt, revokedAt: now - 5000 })).toEqual({ secondsAgo: '5', at: '2026-11-24T11:59:55Z' })
  })

  test('expired goes by exp of the response, then of the claims, then by the token response', () => {
    const past = (seconds: number) => ({ exp: now / 1000 - seconds })
    expect(first({ ...withClaims(past(20)), response: object({ active: false, ...past(10) }) })).toMatchObject({
      secondsAgo: '10',
      by: 'exp',
    })
    expect(first(withClaims(past(20)))).toEqual({ secondsAgo: '20', at: '2026-11-24T11:59:40Z', by: 'exp' })
    expect(first({ ...opaque, expiresAt: now - 30_000 })).toMatchObject({ secondsAgo: '30', by: 'expires_in' })
    // exp is what a server goes by, no matter what its token response said.
    expect(codes({ ...jwt, expiresAt: now - 1 })).toEqual(['unexplained'])
  })

  test('a token that ends this very moment is expired', () => {
    expect(codes(withClaims({ exp: now / 1000 }))).toEqual(['expired'])
    expect(codes(withClaims({ exp: now / 1000 + 1 }))).toEqual(['unexplained'])
  })

  test('not valid yet says from when, and knows milliseconds', () => {
    expect(codes(withClaims({ nbf: now / 1000 + 90 }))).toEqual(['not_yet_valid'])
    expect(first(withClaims({ nbf: now / 1000 + 90 }))).toMatchObject({ secondsToGo: '90', at: '2026-11-24T12:01:30Z' })
    expect(first(withClaims({ nbf: now }))).toMatchObject({ nbf: String(now) })
    expect(codes(withClaims({ nbf: now / 1000 }))).toEqual(['unexplained'])
    expect(first(withClaims({ nbf: 1e300 }))).toMatchObject({ at: '1e+303' })
  })

  test('outranks what is seen, and drives out what is guessed', () => {
    const facts = withClaims(
      { iss: 'https://other.example', aud: 'somebody', exp: now / 1000 - 1 },
      { revokedAt: now - 1000, clockOffset: 600_000 },
    )
    expect(codes(facts)).toEqual(['revoked_here', 'expired', 'other_issuer'])
  })
})

test('another issuer is named with the one of the environment, character by character', () => {
  expect(codes(withClaims({ iss: 'https://as.example/' }))).toEqual(['other_issuer', 'unexplained'])
  expect(first(withClaims({ iss: 'https://as.example/' }))).toEqual({
    iss: 'https://as.example/',
    issuer: 'https://as.example',
  })
  expect(codes(withClaims({ iss: 'https://other.example' }, { issuer: '' }))).toEqual(['unexplained'])
})

test('a caller that aud does not name is a cause where a client asked and there is an aud', () => {
  const facts = withClaims({ aud: ['https://api.example', 'x'] })
  expect(codes(facts)).toEqual(['caller_not_in_audience', 'unexplained'])
  expect(first(facts)).toEqual({ client_id: 'me', aud: 'https://api.example, x' })
  expect(codes({ ...facts, caller: null })).toEqual(['unexplained'])
  expect(codes(withClaims({ aud: 7 }))).toEqual(['unexplained'])
})

test('an opaque token that another origin was asked about', () => {
  const elsewhere = { introspection_endpoint: 'https://introspect.example/' }
  expect(codes({ ...opaque, ...elsewhere })).toEqual(['opaque_elsewhere', 'unexplained'])
  expect(first({ ...opaque, ...elsewhere })).toEqual({
    issuing: 'https://as.example',
    asked: 'https://introspect.example',
  })
  expect(codes({ ...jwt, ...elsewhere })).toEqual(['unexplained'])
})

describe('clocks that differ', () => {
  test('matter beyond a minute, to a token that is young or near its end', () => {
    expect(codes({ ...jwt, clockOffset: -120_000 })).toEqual(['clocks_differ', 'unexplained'])
    expect(first({ ...jwt, clockOffset: -120_000 })).toEqual({ seconds: '120', server: 'behind', token: 'young' })
    const old = { ...jwt, issuedAt: now - 3_000_000 }
    expect(first({ ...old, expiresAt: now + 30_000, clockOffset: 90_000 })).toEqual({
      seconds: '90',
      server: 'ahead',
      token: 'ending',
    })
    expect(codes({ ...old, clockOffset: 120_000 })).toEqual(['unexplained'])
    expect(codes({ ...jwt, clockOffset: 60_000 })).toEqual(['unexplained'])
  })

  test('are the least likely of the guesses', () => {
    expect(codes(withClaims({ iss: 'https://b', aud: 'c' }, { clockOffset: 600_000 }))).toEqual([
      'other_issuer',
      'caller_not_in_audience',
      'clocks_differ',
      'unexplained',
    ])
  })
})

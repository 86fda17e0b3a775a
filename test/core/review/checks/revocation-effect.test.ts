import { expect, test } from 'vitest'
import { revocationEffect } from '../../../../electron/core/review/checks/revocation-effect.ts'
import { issuedToken, reviewCase } from '../../../support/review-case.ts'
import { proof } from '../../../support/review-exchange.ts'
import { claimsOf, probeResult } from '../../../support/review-parts.ts'

const settings = { ...reviewCase().settings, revocation_endpoint: 'https://id.example/revoke' }
const look = (known: Parameters<typeof reviewCase>[0] = {}) =>
  revocationEffect.look(reviewCase({ settings, ...known }))[0]
const probed = (result: Parameters<typeof probeResult>[1], evidence: Record<string, string>) => ({
  revocation: probeResult('revocation', result, evidence),
})
const living = (lifetime: number | null, isJwt = true) =>
  issuedToken(
    { recorded: { fingerprint: 'f', header: null, claims: null, scopeGranted: null, lifetime } },
    isJwt ? { kind: 'jws', claims: claimsOf({}) } : {},
  )

test('nothing is known before the probe, and without an endpoint', () => {
  expect(look().code).toBe('revocation_not_probed')
  expect(look({ settings: reviewCase().settings }).code).toBe('revocation_not_set')
})

test.each([
  [{ introspection: 'inactive', api: 'refused' }, 'both'],
  [{ introspection: 'inactive', api: 'not_asked' }, 'introspection'],
  [{ introspection: 'unclear', api: 'refused' }, 'api'],
])('a probe that found %j passes, by %s', (evidence, by) => {
  expect(look({ probes: probed('holds', evidence) })).toMatchObject({ code: 'revocation_effective', evidence: { by } })
})

test('a token that is active after its revocation is at risk', () => {
  const probes = probed('fails', { introspection: 'active', api: 'accepted' })
  expect(look({ probes, issued: living(300) }).code).toBe('revocation_without_effect')
})

test('an API that validates offline has to wait for the end of the token, which is short', () => {
  const probes = probed('holds', { introspection: 'inactive', api: 'accepted', seconds: '590' })
  expect(look({ probes, issued: living(600) })).toMatchObject({
    code: 'revocation_waits_for_expiry',
    evidence: { seconds: '600' },
  })
  expect(look({ probes, issued: living(3600) }).code).toBe('revocation_not_checked_by_api')
  expect(look({ probes, issued: living(600, false) }).code).toBe('revocation_not_checked_by_api')
  expect(look({ probes }).code).toBe('revocation_not_checked_by_api')
})

test('the token of the probe shows as much of its end where no other was requested', () => {
  const of = (more: Record<string, string>) =>
    look({ probes: probed('holds', { introspection: 'inactive', api: 'accepted', token: 'jwt', ...more }) }).code
  expect(of({ seconds: '590' })).toBe('revocation_waits_for_expiry')
  expect(of({ seconds: '3590' })).toBe('revocation_not_checked_by_api')
  expect(of({})).toBe('revocation_not_checked_by_api')
})

test('a server that revokes no access tokens is to improve', () => {
  expect(look({ probes: probed('fails', { revocation: 'unsupported' }) }).code).toBe('revocation_not_supported')
})

test('what a revocation led to that is recorded proves the same without a probe', () => {
  const of = (...proofs: ReturnType<typeof proof>[]) => look({ proofs, issued: living(3600) })
  expect(of(proof('revoked_token_refused'))).toMatchObject({ code: 'revocation_effective', evidence: { by: 'api' } })
  expect(of(proof('inactive_revoked_here')).evidence).toEqual({ by: 'introspection' })
  expect(of(proof('active_after_revocation')).code).toBe('revocation_without_effect')
  expect(of(proof('inactive_revoked_here'), proof('revoked_token_accepted')).code).toBe('revocation_not_checked_by_api')
  expect(of(proof('active_after_revocation', { at: 1 }), proof('inactive_revoked_here', { at: 2 })).code).toBe(
    'revocation_effective',
  )
})

test('a probe counts more than what was recorded, unless it does not say', () => {
  const proofs = [proof('active_after_revocation')]
  expect(look({ proofs, probes: probed('holds', { introspection: 'inactive' }) }).code).toBe('revocation_effective')
  expect(look({ proofs, probes: probed('unclear', { why: 'server_error' }) }).code).toBe('revocation_without_effect')
  expect(look({ probes: probed('unclear', { why: 'server_error' }) }).code).toBe('revocation_unclear')
})

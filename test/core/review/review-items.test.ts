import { expect, test } from 'vitest'
import { reviewItems } from '../../../electron/core/review/review-items.ts'
import { issuedToken, reviewCase } from '../../support/review-case.ts'
import { claimsOf } from '../../support/review-parts.ts'

const recorded = { fingerprint: 'f', header: null, claims: null, scopeGranted: null, lifetime: 86_400 }
const accepted = [{ code: 'lifetime_over_day', reason: 'The vendor cannot change it.', on: '2026-11-30' }]

const itemOf = (known: Parameters<typeof reviewCase>[0]) =>
  reviewItems(reviewCase(known)).find(({ practice }) => practice === 'short_lived_tokens')

test('a practice is as bad as the worst that its checks found', () => {
  expect(itemOf({ issued: issuedToken({ recorded }) })?.status).toBe('at_risk')
})

test('a practice of which all is accepted that was found is accepted, and says why', () => {
  const item = itemOf({ issued: issuedToken({ recorded }), accepted })
  expect(item?.status).toBe('accepted')
  expect(item?.findings[0]?.accepted?.reason).toBe('The vendor cannot change it.')
})

test('what was accepted of another finding accepts nothing', () => {
  const longer = itemOf({ issued: issuedToken({ recorded: { ...recorded, lifetime: 7200 } }), accepted })
  expect(longer?.status).toBe('to_improve')
})

test('what is not known, or passed, is not accepted, no matter what a file says', () => {
  const all = ['lifetime_without_token', 'lifetime_short', 'changed_token_not_probed'].map((code) => ({
    code,
    reason: 'x',
    on: '2026-11-30',
  }))
  expect(itemOf({ accepted: all })?.status).toBe('not_known')
  expect(itemOf({ issued: issuedToken(), accepted: all })).toMatchObject({
    status: 'passed',
    findings: [{ accepted: null }],
  })
})

test('what an exchange shows says what the exchange was for', () => {
  expect(itemOf({ issued: issuedToken({ recorded }) })?.findings[0]?.seen[0]).toMatchObject({
    exchangeId: 'exchange-1',
    purpose: 'token',
  })
})

test('a check that throws passes nothing, and takes no other check with it', () => {
  const aud = 'https://api.example'
  const claims = claimsOf({ iss: 'https://id.example', exp: 1_796_000_000, aud })
  const kase = reviewCase({ issued: issuedToken({}, { kind: 'jws', alg: 'RS256', aud: [aud], claims }) })
  Object.defineProperty(kase, 'probes', {
    get: () => {
      throw new Error('A mistake of ours.')
    },
  })
  const item = reviewItems(kase).find(({ practice }) => practice === 'always_validate')
  expect(item?.findings.map(({ code }) => code)).toContain('audience_named')
  expect(item?.status).toBe('not_known')
})

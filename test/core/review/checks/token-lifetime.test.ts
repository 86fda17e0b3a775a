import { expect, test } from 'vitest'
import { tokenLifetime } from '../../../../electron/core/review/checks/token-lifetime.ts'
import { issuedToken, reviewCase } from '../../../support/review-case.ts'

const recorded = { fingerprint: 'f', header: null, claims: null, scopeGranted: null }

const codeAt = (lifetime: number | null): string =>
  tokenLifetime.look(reviewCase({ issued: issuedToken({ recorded: { ...recorded, lifetime } }) }))[0].code

test('a lifetime is not known without a token, and where neither answer nor token says it', () => {
  expect(tokenLifetime.look(reviewCase())[0].code).toBe('lifetime_without_token')
  expect(codeAt(null)).toBe('lifetime_not_said')
})

test.each([
  [3600, 'lifetime_short'],
  [3601, 'lifetime_over_hour'],
  [86_399, 'lifetime_over_hour'],
  [86_400, 'lifetime_over_day'],
])('a lifetime of %d s is %s', (seconds, code) => expect(codeAt(seconds)).toBe(code))

test('the answer that says the lifetime is what was seen', () => {
  const [{ seen }] = tokenLifetime.look(reviewCase({ issued: issuedToken() }))
  expect(seen).toEqual([
    { kind: 'member', name: 'expires_in', value: '3600', exchangeId: 'exchange-1', at: issuedToken().at },
  ])
})

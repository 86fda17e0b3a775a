import { expect, test } from 'vitest'
import { tokenLifetime } from '../../../../electron/core/review/checks/token-lifetime.ts'
import { claimsOf, issuedToken, reviewCase } from '../../../support/review-case.ts'

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

test('a lifetime that is none, or in milliseconds, is not taken for a short or a long one', () => {
  expect(codeAt(0)).toBe('lifetime_unreadable')
  expect(codeAt(-3600)).toBe('lifetime_unreadable')
  const claims = claimsOf({ iat: 1_796_040_000_000, exp: 1_796_043_600_000 })
  const inMilliseconds = issuedToken(
    { recorded: { ...recorded, lifetime: 3_600_000 } },
    { claims, expiresAt: 1_796_043_600_000_000 },
  )
  expect(tokenLifetime.look(reviewCase({ issued: inMilliseconds }))[0]).toMatchObject({
    code: 'lifetime_unreadable',
    evidence: { value: '3600000' },
  })
})

test('a token that expires in the year 9999 is at risk', () => {
  const claims = claimsOf({ iat: 1_796_040_000, exp: 253_402_300_799 })
  const recordedLong = { ...recorded, lifetime: 251_606_260_799 }
  const issued = issuedToken({ recorded: recordedLong }, { claims, expiresAt: 253_402_300_799_000 })
  expect(tokenLifetime.look(reviewCase({ issued }))[0].code).toBe('lifetime_over_day')
})

test('a token that is bound to a key may live long with less risk', () => {
  const bound = issuedToken({ recorded: { ...recorded, lifetime: 86_400 } }, { binding: 'dpop' })
  expect(tokenLifetime.look(reviewCase({ issued: bound }))[0]).toMatchObject({
    code: 'lifetime_over_day_bound',
    status: 'to_improve',
  })
})

test('an iat of a time to come makes no short lifetime of a long one, and a clock that is ahead makes no long one', () => {
  const asked = Math.floor(issuedToken().at / 1000)
  const codeOf = (iat: number, exp: number, clockOffset = 0): string => {
    const facts = { claims: claimsOf({ iat, exp }), expiresAt: exp * 1000 }
    const issued = issuedToken({ recorded: { ...recorded, lifetime: exp - iat }, clockOffset }, facts)
    return tokenLifetime.look(reviewCase({ issued }))[0].code
  }
  const decade = asked + 315_360_000
  expect(codeOf(decade - 60, decade)).toBe('lifetime_over_day')
  expect(codeOf(asked + 290, asked + 3600)).toBe('lifetime_short')
  expect(codeOf(asked + 7200, asked + 10_800, 7_200_000)).toBe('lifetime_short')
})

test('a JWT without exp is to improve, although the answer says a lifetime', () => {
  const codes = (lifetime: number | null) =>
    tokenLifetime
      .look(reviewCase({ issued: issuedToken({ recorded: { ...recorded, lifetime } }, { claims: claimsOf({}) }) }))
      .map(({ code }) => code)
  expect(codes(3600)).toEqual(['lifetime_without_exp'])
  expect(codes(null)).toEqual(['lifetime_without_exp'])
  expect(codes(90_000)).toEqual(['lifetime_over_day', 'lifetime_without_exp'])
})

test('a token with exp and without iat lives until exp, and not as long as the answer says', () => {
  const { at } = issuedToken()
  const exp = Math.round(at / 1000) + 86_403
  const issued = issuedToken({}, { claims: claimsOf({ exp }), expiresAt: exp * 1000 })
  expect(tokenLifetime.look(reviewCase({ issued }))[0]).toMatchObject({
    code: 'lifetime_over_day',
    evidence: { seconds: '86400' },
    seen: [{ name: 'expires_in' }, { kind: 'claim', name: 'exp', value: String(exp) }],
  })
})

test('the answer that says the lifetime is what was seen', () => {
  const [{ seen }] = tokenLifetime.look(reviewCase({ issued: issuedToken() }))
  expect(seen).toEqual([
    { kind: 'member', name: 'expires_in', value: '3600', exchangeId: 'exchange-1', at: issuedToken().at },
  ])
})

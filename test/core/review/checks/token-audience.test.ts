import { expect, test } from 'vitest'
import { tokenAudience } from '../../../../electron/core/review/checks/token-audience.ts'
import { issuedToken, reviewCase } from '../../../support/review-case.ts'
import { answered, recorded } from '../../../support/review-exchange.ts'
import { claimsOf, savedCall } from '../../../support/review-parts.ts'

const { settings } = reviewCase()
const look = (known: Parameters<typeof reviewCase>[0]) => tokenAudience.look(reviewCase(known))[0]
const tokenFor = (aud: unknown, iss = 'https://id.example') => {
  const named = [aud].flat().filter((one) => typeof one === 'string')
  const claims = claimsOf({ iss, ...(aud === undefined ? {} : { aud }) })
  return issuedToken({}, { kind: 'jws', claims, iss, aud: named.length > 0 ? named : null })
}
const codeOf = (aud: unknown, more: Parameters<typeof look>[0] = {}) => look({ issued: tokenFor(aud), ...more }).code

test('nothing is known without a token', () => expect(look({}).code).toBe('audience_without_token'))

test.each([['https://orders.example'], [['https://orders.example', 'account']], ['orders-api']])(
  'a token for %s passes',
  (aud) => expect(codeOf(aud)).toBe('audience_named'),
)

test.each([[undefined], [5], [{}], [[]], [''], [[' ']]])('a token whose aud is %j names none', (aud) => {
  expect(codeOf(aud)).toBe('audience_missing')
})

test('a token without aud shows the claims that it has', () => {
  expect(look({ issued: tokenFor(undefined) }).seen).toMatchObject([{ kind: 'claim', name: 'claims', value: 'iss' }])
})

test('an audience for everything is to improve', () => expect(codeOf(['*'])).toBe('audience_for_all'))

test('the client itself is no API, unless it was requested', () => {
  expect(codeOf('orders-svc')).toBe('audience_not_an_api')
  expect(codeOf(['orders-svc', 'orders-api'])).toBe('audience_named')
  expect(codeOf('orders-svc', { settings: { ...settings, audience: 'orders-svc' } })).toBe('audience_named')
  const scope = 'api://orders-svc/.default'
  expect(codeOf('orders-svc', { settings: { ...settings, scope } })).toBe('audience_named')
})

test('the issuer is no API, unless what is called is the issuer', () => {
  expect(codeOf('https://id.example/')).toBe('audience_not_an_api')
  const call = savedCall({ url: 'https://id.example/users' })
  expect(codeOf('https://id.example', { calls: [call] })).toBe('audience_named')
})

test('of an opaque token introspection says it, where it was introspected since', () => {
  const issued = issuedToken()
  const said = (aud: unknown, at = issued.at + 1) =>
    look({
      issued,
      exchanges: [recorded({ purpose: 'introspection', at, answer: answered(200, { active: true, aud }) })],
    }).code
  expect(look({ issued }).code).toBe('audience_not_visible')
  expect(said('https://orders.example')).toBe('audience_named')
  expect(said(['*'])).toBe('audience_for_all')
  expect(said(undefined)).toBe('audience_not_introspected')
  expect(said('https://orders.example', issued.at - 1)).toBe('audience_not_visible')
})

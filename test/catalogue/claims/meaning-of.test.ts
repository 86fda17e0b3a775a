import { expect, test } from 'vitest'
import { providerOf } from '../../../electron/catalogue/claims/issuer-provider.ts'
import { introspectionResponse } from '../../../electron/catalogue/claims/introspection.ts'
import { joseHeader } from '../../../electron/catalogue/claims/jose-header.ts'
import { jwtClaims } from '../../../electron/catalogue/claims/jwt-claims.ts'
import { meaningOf } from '../../../electron/catalogue/claims/meaning-of.ts'
import { providerAnswers, providerClaims } from '../../../electron/catalogue/claims/provider-claims.ts'
import { tokenResponse } from '../../../electron/catalogue/claims/token-response.ts'

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'tenant_no'])('%s means nothing', (name) => {
  for (const place of ['claims', 'header', 'introspection', 'token_response', 'paseto'] as const)
    expect(meaningOf(place, name, null)).toEqual({ registered: null, byProvider: [], unit: null })
})

test('a name of the header is not explained as a claim, nor the other way round', () => {
  expect(meaningOf('claims', 'alg', null).registered).toBeNull()
  expect(meaningOf('claims', 'enc', null).registered).toBeNull()
  expect(meaningOf('header', 'exp', null).registered).toBeNull()
  expect(meaningOf('header', 'scp', null).byProvider).toEqual([])
  expect(meaningOf('token_response', 'iss', null).registered).toBeNull()
})

test('the same name means what its place makes of it', () => {
  expect(meaningOf('claims', 'crit', null).registered?.section).toBe('OpenID Federation §13.4')
  expect(meaningOf('header', 'crit', null).registered?.section).toBe('RFC 7515 §4.1.11')
  expect(meaningOf('introspection', 'scope', null).registered?.section).toBe('RFC 7662 §2.2')
  expect(meaningOf('claims', 'scope', null).registered?.section).toBe('RFC 8693 §4.2')
})

test('an introspection response may hold any claim', () => {
  expect(meaningOf('introspection', 'updated_at', null).unit).toBe('date')
})

test('a claim of several providers is explained as theirs, or as that of the issuer', () => {
  const providers = (name: string, issuer: string | null) =>
    meaningOf('claims', name, providerOf(issuer)).byProvider.map(({ provider }) => provider)
  expect(providers('scp', null)).toEqual(['Microsoft', 'Okta', 'Ory'])
  expect(providers('scp', 'https://dev-1.okta.com/oauth2/default')).toEqual(['Okta'])
  expect(providers('scopes', 'https://orders.cidaas.eu')).toEqual(['cidaas'])
  expect(providers('realm_access', 'https://id.example/realms/billing')).toEqual(['Keycloak'])
  expect(providers('realm_access', 'https://dev-1.okta.com')).toEqual([])
})

test('a namespace is recognized by its beginning, the most particular first', () => {
  const [entry] = meaningOf('claims', 'urn:zitadel:iam:org:project:27:roles', null).byProvider
  expect(entry).toMatchObject({ provider: 'Zitadel', meaning: 'Roles in a project' })
  expect(meaningOf('claims', 'xms_cc', null).byProvider[0]?.provider).toBe('Microsoft')
  expect(meaningOf('claims', 'https://example.com/role', null).registered?.section).toBe('RFC 7519 §4.2')
})

test.each([
  ['https://login.microsoftonline.com/tenant/v2.0', 'Microsoft'],
  ['https://sts.windows.net/tenant/', 'Microsoft'],
  ['https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_abc', 'Cognito'],
  ['https://accounts.google.com', 'Google'],
  ['kubernetes/serviceaccount', 'Kubernetes'],
])('%s is of %s', (issuer, provider) => expect(providerOf(issuer)).toBe(provider))

test.each([null, '', 'not a URL', 'https://okta.com.evil.example', 'https://evilokta.com', 'javascript:alert(1)'])(
  '%s tells of no provider',
  (issuer) => expect(providerOf(issuer)).toBeNull(),
)

test('meanings are short, and every section is named', () => {
  const registries = [jwtClaims, joseHeader, introspectionResponse, tokenResponse]
  const registered = registries.flatMap((registry) => Array.from(registry.values()))
  const theirs = [providerClaims, providerAnswers].flatMap(({ exact, prefixed }) =>
    [...exact.values(), prefixed.map(([, entry]) => entry)].flat(),
  )
  expect([...registered, ...theirs].filter(({ meaning }) => meaning.length > 60)).toEqual([])
  expect(registered.filter(({ section }) => section === '')).toEqual([])
})

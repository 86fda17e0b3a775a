import { expect, test } from 'vitest'
import { type EnvironmentInput, environmentInputSchema, providerSchema } from '../../electron/contract/environment.ts'
import { findingText } from '../../electron/wording/findings.ts'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { providerNotes } from '../../electron/core/client/provider-notes.ts'
import { presetOf, providerName, providerNote, providers } from '../../electron/catalogue/providers.ts'
import { applyPreset, placeholdersOf } from '../../electron/catalogue/providers/apply-preset.ts'

const preset = (id: string) => {
  const found = presetOf(id)
  if (found === null) throw new Error(`no preset ${id}`)
  return found
}
const apply = (value: Partial<EnvironmentInput>, id: string, entered: Record<string, string> = {}) =>
  applyPreset({ ...newEnvironment, ...value }, preset(id), entered)
const notes = (provider: EnvironmentInput['provider'], value: Partial<EnvironmentInput> = {}) =>
  providerNotes({ ...newEnvironment, provider, ...value }).map(
    ({ severity, evidence }) => `${severity} ${evidence['note']}`,
  )

test('every provider has one preset', () => {
  expect(providers.map(({ id }) => id).toSorted()).toEqual(providerSchema.options.toSorted())
})

test.each(providers)('the preset of $name is complete: https links, unique notes, placeholders that exist', (one) => {
  const names = one.placeholders.map(({ name }) => name)
  for (const template of Object.values(one.templates)) {
    for (const [, name = ''] of template.matchAll(/\{(\w+)\}/g)) expect(names).toContain(name)
  }
  expect(new Set(one.notes.map(({ id }) => id)).size).toBe(one.notes.length)
  for (const { link, sentence } of one.notes) {
    expect(new URL(link).protocol).toBe('https:')
    expect(sentence).toMatch(/\.$/)
  }
})

test.each(providers)('what the preset of $name fills in is an environment that can be saved', (one) => {
  const entered = Object.fromEntries(one.placeholders.map(({ name, example }) => [name, example]))
  const applied = applyPreset({ ...newEnvironment, name: 'x' }, one, entered)
  expect(environmentInputSchema.safeParse(applied).error).toBeUndefined()
  expect(JSON.stringify(applied)).not.toMatch(/[{]\w+[}]/)
  expect(applied.provider).toBe(one.id)
})

test('cidaas completely: endpoints below the base URL, client_secret_post, Bearer-with-itself', () => {
  expect(apply({ issuer: 'https://example.cidaas.de/' }, 'cidaas')).toMatchObject({
    issuer: 'https://example.cidaas.de/',
    token_endpoint: 'https://example.cidaas.de/token-srv/token',
    introspection_endpoint: 'https://example.cidaas.de/token-srv/introspect',
    revocation_endpoint: 'https://example.cidaas.de/token-srv/revoke',
    jwks_uri: 'https://example.cidaas.de/.well-known/jwks.json',
    token_endpoint_auth_method: 'client_secret_post',
    tokenBodyFormat: 'form',
    introspection: { authentication: 'bearer_token_itself', bodyFormat: 'form', responseFormat: 'json' },
  })
})

test.each([
  [
    'okta',
    { base: 'https://a.okta.com/' },
    'https://a.okta.com/oauth2/default/v1/token',
    'https://a.okta.com/oauth2/default',
  ],
  [
    'entra',
    { tenant: 'T' },
    'https://login.microsoftonline.com/T/oauth2/v2.0/token',
    'https://login.microsoftonline.com/T/v2.0',
  ],
  [
    'keycloak',
    { base: 'https://k', realm: 'r' },
    'https://k/realms/r/protocol/openid-connect/token',
    'https://k/realms/r',
  ],
  ['cognito', { domain: 'd.example' }, 'https://d.example/oauth2/token', ''],
  ['auth0', { base: 'https://t.auth0.com' }, 'https://t.auth0.com/oauth/token', 'https://t.auth0.com/'],
  [
    'forgerock',
    { base: 'https://f', realm: 'r' },
    'https://f/am/oauth2/realms/root/realms/r/access_token',
    'https://f/am/oauth2/realms/root/realms/r',
  ],
  ['pingfederate', { base: 'https://p:9031' }, 'https://p:9031/as/token.oauth2', 'https://p:9031'],
  ['salesforce', { base: 'https://s' }, 'https://s/services/oauth2/token', 'https://s'],
  ['hydra', { base: 'https://h' }, 'https://h/oauth2/token', 'https://h'],
  ['zitadel', { base: 'https://z' }, 'https://z/oauth/v2/token', 'https://z'],
])('%s with %o asks for tokens at %s', (id, entered, token_endpoint, issuer) => {
  expect(apply({}, id, entered)).toMatchObject({ token_endpoint, issuer })
})

test('a template whose placeholder is not filled in is left out', () => {
  expect(apply({}, 'hydra', { base: 'https://h' }).introspection_endpoint).toBe('')
  expect(apply({}, 'hydra', { base: 'https://h', admin: 'http://127.0.0.1:4445' }).introspection_endpoint).toBe(
    'http://127.0.0.1:4445/admin/oauth2/introspect',
  )
  expect(apply({}, 'keycloak', { realm: 'r' })).toMatchObject({ issuer: '', token_endpoint: '' })
})

test('what a person typed is never overwritten', () => {
  const typed = {
    issuer: 'https://own.example',
    token_endpoint: 'https://own.example/t',
    scope: 'mine',
    token_endpoint_auth_method: 'private_key_jwt',
    introspection: { authentication: 'none', bodyFormat: 'json', responseFormat: 'json' },
  } as const
  for (const { id } of providers) {
    expect(apply(typed, id, { base: 'https://other.example', tenant: 't', resource: 'r' })).toMatchObject(typed)
  }
})

test('what the former preset filled in is replaced, and what the new one does not know is emptied', () => {
  const cidaas = apply({}, 'cidaas', { base: 'https://c' })
  const auth0 = applyPreset({ ...cidaas, jwks_uri: 'https://typed/jwks' }, preset('auth0'), { base: 'https://a' })
  expect(auth0).toMatchObject({
    issuer: 'https://a/',
    token_endpoint: 'https://a/oauth/token',
    introspection_endpoint: '',
    revocation_endpoint: '',
    jwks_uri: 'https://typed/jwks',
    introspection: newEnvironment.introspection,
  })
})

test('a provider without endpoints (standard, Apigee) empties nothing', () => {
  const cidaas = apply({}, 'cidaas', { base: 'https://c' })
  for (const id of ['standard', 'apigee']) {
    expect(applyPreset(cidaas, preset(id), {})).toMatchObject({ token_endpoint: 'https://c/token-srv/token' })
  }
})

test('applied again with another realm, a preset changes its endpoints and no setting that was made since', () => {
  const first = apply({}, 'keycloak', { base: 'https://k', realm: 'one' })
  const changed = { ...first, token_endpoint_auth_method: 'client_secret_post' } as const
  const again = applyPreset(changed, preset('keycloak'), { realm: 'two' })
  expect(again).toMatchObject({
    issuer: 'https://k/realms/two',
    token_endpoint: 'https://k/realms/two/protocol/openid-connect/token',
    token_endpoint_auth_method: 'client_secret_post',
  })
})

test('a person’s return to the usual setting survives the same preset', () => {
  const first = apply({}, 'cidaas', { base: 'https://c' })
  const changed = { ...first, token_endpoint_auth_method: 'client_secret_basic' } as const
  expect(applyPreset(changed, preset('cidaas'), {}).token_endpoint_auth_method).toBe('client_secret_basic')
})

test('placeholders are read back from what is there', () => {
  const keycloak = apply({}, 'keycloak', { base: 'https://k/auth', realm: 'r.1' })
  expect(placeholdersOf(keycloak, preset('keycloak'))).toEqual({ base: 'https://k/auth', realm: 'r.1' })
  const cognito = apply({}, 'cognito', { domain: 'd.example', region: 'eu-1', pool: 'eu-1_x' })
  expect(placeholdersOf(cognito, preset('cognito'))).toEqual({ domain: 'd.example', region: 'eu-1', pool: 'eu-1_x' })
  const cidaas = apply({}, 'cidaas', { base: 'https://c' })
  expect(placeholdersOf(cidaas, preset('zitadel'))).toEqual({ base: 'https://c' })
  const entra = apply({}, 'entra', { tenant: 't' })
  expect(placeholdersOf(entra, preset('cidaas'))).toEqual({ base: '' })
})

test('Entra’s assertions name their certificate and the token endpoint', () => {
  expect(apply({}, 'entra', { tenant: 't', resource: 'api://orders' })).toMatchObject({
    scope: 'api://orders/.default',
    assertion: { alg: 'PS256', audience: 'token_endpoint', thumbprints: ['x5t#S256'], lifetime: 60 },
  })
  const form = { token_endpoint_auth_method: 'private_key_jwt', scope: 'x/.default' } as const
  expect(notes('entra', form)).toEqual(['warning thumbprint_missing', 'warning assertion_audience', 'info roles'])
})

test.each<[EnvironmentInput['provider'], string, Partial<EnvironmentInput>, Partial<EnvironmentInput>]>([
  ['auth0', 'warning audience_missing', {}, { audience: 'https://api' }],
  ['auth0', 'warning audience_missing', {}, { parameters: [{ name: 'audience', value: 'x' }] }],
  ['auth0', 'warning no_introspection', { introspection_endpoint: 'https://a/i' }, {}],
  ['auth0', 'warning no_revocation', { revocation_endpoint: 'https://a/r' }, {}],
  ['auth0', 'info issuer_slash', { issuer: 'https://a' }, { issuer: 'https://a/' }],
  [
    'okta',
    'warning org_server_scopes',
    { token_endpoint: 'https://a.okta.com/oauth2/v1/token', scope: 'orders' },
    { token_endpoint: 'https://a.okta.com/oauth2/default/v1/token', scope: 'orders' },
  ],
  [
    'okta',
    'warning okta_scopes',
    { scope: 'okta.users.read' },
    { scope: 'okta.users.read', token_endpoint_auth_method: 'private_key_jwt' },
  ],
  ['okta', 'info scope_missing', {}, { scope: 'a' }],
  ['entra', 'warning scope_missing', {}, { scope: 'x/.default' }],
  ['entra', 'warning default_scope', { scope: 'User.Read' }, { scope: 'x/.default' }],
  ['entra', 'warning no_introspection', { revocation_endpoint: 'https://a/r' }, {}],
  ['keycloak', 'warning audience_mapper', { audience: 'api' }, {}],
  ['keycloak', 'info introspection_audience', { introspection_endpoint: 'https://a/i' }, {}],
  ['cognito', 'warning scope_form', { scope: 'read' }, { scope: 'orders/read' }],
  ['cognito', 'warning no_introspection', { introspection_endpoint: 'https://a/i' }, {}],
  [
    'pingfederate',
    'warning introspection_form',
    { introspection_endpoint: 'https://a/i', introspection: { ...newEnvironment.introspection, bodyFormat: 'json' } },
    { introspection_endpoint: 'https://a/i' },
  ],
  [
    'salesforce',
    'warning my_domain',
    { token_endpoint: 'https://login.salesforce.com/services/oauth2/token' },
    { token_endpoint: 'https://login.salesforce.com.example/services/oauth2/token' },
  ],
  ['apigee', 'info expires_in_string', {}, { provider: 'standard' }],
  ['hydra', 'info audience_allowed', { audience: 'x' }, {}],
  [
    'hydra',
    'warning introspection_admin',
    { token_endpoint: 'https://H/oauth2/token', introspection_endpoint: 'https://h/oauth2/introspect' },
    { token_endpoint: 'https://h/oauth2/token', introspection_endpoint: 'https://h:4445/admin/oauth2/introspect' },
  ],
  ['zitadel', 'warning openid_missing', { scope: 'openid2' }, { scope: 'a openid' }],
  ['zitadel', 'warning basic_form', { basicEncoding: 'raw' }, { basicEncoding: 'form' }],
  [
    'zitadel',
    'info introspection_scope',
    { introspection_endpoint: 'https://z/i' },
    { introspection_endpoint: 'https://z/i', scope: 'urn:zitadel:iam:org:project:id:1:aud' },
  ],
  [
    'cidaas',
    'info authentication',
    { token_endpoint_auth_method: 'client_secret_basic' },
    { token_endpoint_auth_method: 'client_secret_post' },
  ],
  ['cidaas', 'info scopes_not_published', { scope: 'a' }, {}],
])('%s says “%s” before sending when it applies, and only then', (provider, note, value, other) => {
  expect(notes(provider, value)).toContain(note)
  expect(notes(provider, other)).not.toContain(note)
})

test('a note is a finding that can be read, with its link', () => {
  const [finding] = providerNotes({ ...newEnvironment, provider: 'auth0' })
  expect(finding).toMatchObject({
    code: 'provider_note',
    severity: 'warning',
    section: null,
    evidence: { provider: 'auth0', note: 'audience_missing', link: expect.stringMatching(/^https:/) },
  })
  if (finding === undefined) throw new Error('no finding')
  expect(findingText(finding)).toEqual({
    title: 'Auth0',
    sentence: providerNote('auth0', 'audience_missing')?.sentence,
    advice: 'Enter the identifier of your API under Audience.',
  })
})

test('a provider or note of another version is reported by its name', () => {
  expect(providerName('future')).toBe('future')
  expect(providerNote('future', 'x')).toBeNull()
  const evidence = { provider: 'future', note: 'x' }
  expect(findingText({ code: 'provider_note', evidence }).sentence).toContain('x')
})

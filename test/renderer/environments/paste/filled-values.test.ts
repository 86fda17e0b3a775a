import { expect, test } from 'vitest'
import { readClientSettings } from '../../../../electron/common/client-settings/read-client-settings.ts'
import { fieldChanges } from '../../../../renderer/features/environments/paste/field-changes.ts'
import { filledValues } from '../../../../renderer/features/environments/paste/filled-values.ts'
import { emptyValues, type FormValues } from '../../../../renderer/features/environments/form-values.ts'

function filled(text: string, values: FormValues = emptyValues): FormValues {
  const outcome = readClientSettings(text)
  if (outcome.kind !== 'read') throw new Error('Nothing was read.')
  return filledValues(values, outcome.settings)
}

const changed = (text: string, values = emptyValues) =>
  Object.fromEntries(
    fieldChanges(values, filled(text, values)).map(({ title, before, after }) => [title, [before, after]]),
  )

const command = 'curl https://as.example/token -u orders:s3cret -d grant_type=client_credentials -d scope=a'

test('what is in the form already is no change', () => {
  const once = filled(command)
  expect(fieldChanges(once, filled(command, once))).toEqual([])
})

test('only what the text says is changed, and each change is listed with what is there now', () => {
  const typed: FormValues = {
    ...emptyValues,
    name: 'Mine',
    client_id: 'old',
    audience: 'kept',
    scope: { chips: ['x', 'y'], typed: 'z' },
  }
  expect(changed(command, typed)).toEqual({
    'Token endpoint': ['', 'https://as.example/token'],
    'Client ID': ['old', 'orders'],
    Scopes: ['x y z', 'a'],
  })
})

test('a new environment is named after its client, or after its server', () => {
  expect(filled(command).name).toBe('as.example')
  expect(filled('{"client_id":"orders","client_name":"Orders"}').name).toBe('Orders')
  expect(filled(command, { ...emptyValues, name: 'Mine' }).name).toBe('Mine')
})

test('a base URL gives the endpoints of its provider, in place of those of another server', () => {
  const before = { ...emptyValues, token_endpoint: 'https://old.example/token', jwks_uri: 'https://old.example/jwks' }
  const text = 'KEYCLOAK_URL=https://sso.example\nKEYCLOAK_REALM=billing\nKEYCLOAK_CLIENT_ID=orders'
  expect(filled(text, before)).toMatchObject({
    provider: 'keycloak',
    issuer: 'https://sso.example/realms/billing',
    token_endpoint: 'https://sso.example/realms/billing/protocol/openid-connect/token',
    jwks_uri: 'https://sso.example/realms/billing/protocol/openid-connect/certs',
  })
  expect(Object.keys(changed(text, before))).toContain('Provider')
})

test('a token endpoint that shows its provider gives the other endpoints, and keeps its own method', () => {
  const text = 'curl -u orders:s3cret https://example.cidaas.de/token-srv/token -d grant_type=client_credentials'
  expect(filled(text)).toMatchObject({
    provider: 'cidaas',
    issuer: 'https://example.cidaas.de',
    introspection_endpoint: 'https://example.cidaas.de/token-srv/introspect',
    token_endpoint_auth_method: 'client_secret_basic',
  })
})

test('a secret gets the field that it needs, whatever its method and source were', () => {
  const before: FormValues = {
    ...emptyValues,
    token_endpoint_auth_method: 'private_key_jwt',
    secretSources: { ...emptyValues.secretSources, client_secret: { kind: 'ask' } },
  }
  const after = filled('CLIENT_ID=orders\nCLIENT_SECRET=s3cret', before)
  expect(after.token_endpoint_auth_method).toBe('client_secret_basic')
  expect(after.secretSources.client_secret).toEqual({ kind: 'stored' })
  expect(JSON.stringify(after)).not.toContain('s3cret')
})

test('every field that changes has a title of its own', () => {
  const text = `curl https://as.example/token -x socks5://u@p.example:1 --noproxy x --cacert /ca --cert /c --key /k -d grant_type=client_credentials -u a:b% -d resource=urn:a -d x=y -H X-A:b -d audience=c -d scope=d`
  const titles = Object.keys(changed(text))
  expect(titles).toHaveLength(16)
  expect(titles.filter((title) => /[._]/.test(title))).toEqual([])
})

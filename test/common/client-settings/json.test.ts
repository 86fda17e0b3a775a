import { expect, test } from 'vitest'
import { type Example, noted, settingsIn } from './read.ts'

const secrets = { client_secret: 's3cret' }
const client = { client_id: 'orders' }
const pem = '-----BEGIN PRIVATE KEY-----\nMIGH\n-----END PRIVATE KEY-----'

const examples: Record<string, Omit<Example, 'text'> & { json: unknown; placeholders?: Record<string, string> }> = {
  'the adapter of Keycloak': {
    json: {
      realm: 'billing',
      'auth-server-url': 'https://sso.example/auth/',
      'ssl-required': 'external',
      resource: 'orders',
      credentials: { secret: 's3cret' },
      'confidential-port': 0,
    },
    fields: client,
    secrets,
    provider: 'keycloak',
    placeholders: { base: 'https://sso.example/auth', realm: 'billing' },
  },
  'a public client of Keycloak': {
    json: { realm: 'billing', 'auth-server-url': 'https://sso.example', 'client-id': 'orders', 'public-client': true },
    fields: { ...client, token_endpoint_auth_method: 'none' },
    provider: 'keycloak',
    placeholders: { base: 'https://sso.example', realm: 'billing' },
  },
  'a client of Google': {
    json: {
      web: {
        client_id: 'orders',
        project_id: 'p',
        auth_uri: 'https://accounts.google.com/o/oauth2/auth',
        token_uri: 'https://oauth2.googleapis.com/token',
        client_secret: 's3cret',
      },
    },
    fields: { ...client, token_endpoint: 'https://oauth2.googleapis.com/token' },
    secrets,
  },
  'an installed client of Google': {
    json: {
      installed: { client_id: 'orders', client_secret: 's3cret', token_uri: 'https://oauth2.googleapis.com/token' },
    },
    fields: { ...client, token_endpoint: 'https://oauth2.googleapis.com/token' },
    secrets,
  },
  'a registration response': {
    json: {
      client_id: 'orders',
      client_secret: 's3cret',
      client_secret_expires_at: 0,
      client_name: 'Orders',
      token_endpoint_auth_method: 'client_secret_post',
      grant_types: ['client_credentials'],
      scope: 'a b',
    },
    fields: { ...client, name: 'Orders', token_endpoint_auth_method: 'client_secret_post', scope: 'a b' },
    secrets,
  },
  'a service principal of Microsoft Entra': {
    json: {
      appId: 'orders',
      displayName: 'Orders',
      password: 's3cret',
      tenant: '8eaef023-2b34-4da1-9baa-8bc8c9d6a490',
    },
    fields: client,
    secrets,
    provider: 'entra',
    placeholders: { tenant: '8eaef023-2b34-4da1-9baa-8bc8c9d6a490' },
  },
  'settings of an application of .NET': {
    json: {
      AzureAd: {
        Instance: 'https://login.microsoftonline.com/',
        TenantId: '8eaef023-2b34-4da1-9baa-8bc8c9d6a490',
        ClientId: 'orders',
        ClientSecret: 's3cret',
      },
    },
    fields: client,
    secrets,
    provider: 'entra',
    placeholders: {
      base: 'https://login.microsoftonline.com/',
      tenant: '8eaef023-2b34-4da1-9baa-8bc8c9d6a490',
    },
  },
  'a client of Auth0': {
    json: {
      domain: 'tenant.eu.auth0.com',
      clientId: 'orders',
      clientSecret: 's3cret',
      audience: 'https://api.example',
    },
    fields: { ...client, audience: 'https://api.example' },
    secrets,
    provider: 'auth0',
    placeholders: { base: 'https://tenant.eu.auth0.com' },
  },
  'an app of cidaas': {
    json: {
      client_id: 'orders',
      client_secret: 's3cret',
      client_name: 'Orders',
      allowed_scopes: ['a', 'b'],
      issuer: 'https://example.cidaas.de',
    },
    fields: { ...client, name: 'Orders', issuer: 'https://example.cidaas.de', scope: 'a b' },
    secrets,
    provider: 'cidaas',
  },
  'a client as Keycloak exports it': {
    json: { clientId: 'orders', secret: 's3cret', protocol: 'openid-connect', serviceAccountsEnabled: true },
    fields: client,
    secrets,
  },
  'a service key of SAP': {
    json: {
      uaa: { clientid: 'orders', clientsecret: 's3cret', url: 'https://sub.authentication.example/', xsappname: 'x' },
    },
    fields: { ...client, token_endpoint: 'https://sub.authentication.example/oauth/token' },
    secrets,
  },
  'settings of an app of Box': {
    json: {
      boxAppSettings: {
        clientID: 'orders',
        clientSecret: 's3cret',
        appAuth: { publicKeyID: 'k1', passphrase: 'open' },
      },
      enterpriseID: '1',
    },
    fields: client,
    secrets,
  },
  'a key file with a private key': {
    json: { type: 'application', keyId: 'k1', key: pem, appId: 'a', clientId: 'orders' },
    fields: { ...client, token_endpoint_auth_method: 'private_key_jwt', assertion: { kid: 'k1' } },
    secrets: { private_key: pem },
  },
  'metadata of a server': {
    json: {
      issuer: 'https://as.example',
      token_endpoint: 'https://as.example/token',
      introspection_endpoint: 'https://as.example/introspect',
      revocation_endpoint: 'https://as.example/revoke',
      jwks_uri: 'https://as.example/jwks',
      scopes_supported: ['a'],
      token_endpoint_auth_methods_supported: ['client_secret_basic'],
      mtls_endpoint_aliases: { token_endpoint: 'https://mtls.as.example/token' },
    },
    fields: {
      issuer: 'https://as.example',
      token_endpoint: 'https://as.example/token',
      introspection_endpoint: 'https://as.example/introspect',
      revocation_endpoint: 'https://as.example/revoke',
      jwks_uri: 'https://as.example/jwks',
      aliases: { token_endpoint: 'https://mtls.as.example/token' },
    },
  },
}

test.each(Object.entries(examples))('JSON: %s', (_name, { json, ...example }) => {
  const { fields, provider, secrets: typed } = settingsIn(JSON.stringify(json, null, 2))
  expect(fields).toEqual(example.fields)
  expect(typed).toEqual(example.secrets ?? {})
  expect(provider?.id ?? null).toBe(example.provider ?? null)
  expect(provider?.placeholders ?? {}).toEqual(example.placeholders ?? {})
})

test('of a service account of Google the address is taken, and its key is not', () => {
  const settings = settingsIn(
    JSON.stringify({
      type: 'service_account',
      private_key_id: 'k1',
      private_key: pem,
      client_email: 'a@b.example',
      client_id: '1',
      token_uri: 'https://oauth2.googleapis.com/token',
    }),
  )
  expect(settings.fields).toEqual({ token_endpoint: 'https://oauth2.googleapis.com/token' })
  expect(settings.secrets).toEqual({})
  expect(noted(settings, 'service_account')).toHaveLength(1)
})

test('a client that is registered for other grants is noted', () => {
  const settings = settingsIn('{"client_id":"orders","grant_types":["authorization_code","refresh_token"]}')
  expect(noted(settings, 'other_grant')).toEqual(['authorization_code', 'refresh_token'])
})

import { expect, test } from 'vitest'
import { type Example, noted, settingsIn } from './read.ts'

const secrets = { client_secret: 's3cret' }
const client = { client_id: 'orders' }

const examples: Record<string, Example & { placeholders?: Record<string, string> }> = {
  'plain names': {
    text: 'CLIENT_ID=orders\nCLIENT_SECRET=s3cret\nTOKEN_URL=https://as.example/token\nSCOPE=a b',
    fields: { ...client, token_endpoint: 'https://as.example/token', scope: 'a b' },
    secrets,
  },
  'prefixes, quotes, comments, export and a byte order mark': {
    text: '\uFEFF# the client\nexport OAUTH_CLIENT_ID="orders" # of staging\nexport OAUTH_CLIENT_SECRET=\'s3cr#et $x\'\r\n\r\nexport OAUTH_ISSUER = https://as.example/\nOAUTH_SCOPES="a, b"\n',
    fields: { ...client, issuer: 'https://as.example/', scope: 'a b' },
    secrets: { client_secret: 's3cr#et $x' },
  },
  Auth0: {
    text: 'AUTH0_DOMAIN=tenant.eu.auth0.com\nAUTH0_CLIENT_ID=orders\nAUTH0_CLIENT_SECRET=s3cret\nAUTH0_AUDIENCE=https://api.example',
    fields: { ...client, audience: 'https://api.example' },
    secrets,
    provider: 'auth0',
    placeholders: { base: 'https://tenant.eu.auth0.com' },
  },
  cidaas: {
    text: 'CIDAAS_BASE_URL=https://example.cidaas.de\nCIDAAS_CLIENT_ID=orders\nCIDAAS_CLIENT_SECRET=s3cret',
    fields: client,
    secrets,
    provider: 'cidaas',
    placeholders: { base: 'https://example.cidaas.de' },
  },
  Keycloak: {
    text: 'KEYCLOAK_URL=https://sso.example/auth\nKEYCLOAK_REALM=billing\nKEYCLOAK_CLIENT_ID=orders\nKEYCLOAK_CLIENT_SECRET=s3cret',
    fields: client,
    secrets,
    provider: 'keycloak',
    placeholders: { base: 'https://sso.example/auth', realm: 'billing' },
  },
  'Microsoft Entra': {
    text: 'AZURE_TENANT_ID=8eaef023-2b34-4da1-9baa-8bc8c9d6a490\nAZURE_CLIENT_ID=orders\nAZURE_CLIENT_SECRET=s3cret',
    fields: client,
    secrets,
    provider: 'entra',
    placeholders: { tenant: '8eaef023-2b34-4da1-9baa-8bc8c9d6a490' },
  },
  Cognito: {
    text: 'COGNITO_DOMAIN=orders.auth.eu-central-1.amazoncognito.com\nCOGNITO_USER_POOL_ID=eu-central-1_x\nCOGNITO_CLIENT_ID=orders\nCOGNITO_CLIENT_SECRET=s3cret',
    fields: client,
    secrets,
    provider: 'cognito',
    placeholders: {
      base: 'https://orders.auth.eu-central-1.amazoncognito.com',
      domain: 'orders.auth.eu-central-1.amazoncognito.com',
      pool: 'eu-central-1_x',
      region: 'eu-central-1',
    },
  },
  'Spring, as properties': {
    text: 'spring.security.oauth2.client.registration.orders.client-id=orders\nspring.security.oauth2.client.registration.orders.client-secret=s3cret\nspring.security.oauth2.client.registration.orders.client-authentication-method=client_secret_post\nspring.security.oauth2.client.provider.orders.token-uri=https://as.example/token',
    fields: { ...client, token_endpoint: 'https://as.example/token', token_endpoint_auth_method: 'client_secret_post' },
    secrets,
  },
  'a Docker Compose file': {
    text: 'environment:\n  - OIDC_CLIENT_ID=orders\n  - OIDC_CLIENT_SECRET=s3cret\n  - OIDC_AUTHORITY=https://as.example\n',
    fields: { ...client, issuer: 'https://as.example' },
    secrets,
  },
  YAML: {
    text: 'oauth:\n  client_id: orders\n  client_secret: "s3cret"\n  token_endpoint: https://as.example/token\n',
    fields: { ...client, token_endpoint: 'https://as.example/token' },
    secrets,
  },
  PowerShell: {
    text: '$env:CLIENT_ID = "orders"\r\n$env:CLIENT_SECRET = "s3cret"\r\n$env:ISSUER_URL = "https://as.example"\r\n',
    fields: { ...client, issuer: 'https://as.example' },
    secrets,
  },
  cmd: {
    text: 'set CLIENT_ID=orders\r\nset CLIENT_SECRET=s3cret\r\nset TOKEN_ENDPOINT=https://as.example/token\r\n',
    fields: { ...client, token_endpoint: 'https://as.example/token' },
    secrets,
  },
  'an address of a server that is its token endpoint': {
    text: 'ZEEBE_CLIENT_ID=orders\nZEEBE_CLIENT_SECRET=s3cret\nZEEBE_AUTHORIZATION_SERVER_URL=https://login.example/oauth/token\nZEEBE_TOKEN_AUDIENCE=zeebe.example',
    fields: { ...client, token_endpoint: 'https://login.example/oauth/token', audience: 'zeebe.example' },
    secrets,
  },
  'a discovery address': {
    text: 'CLIENT_ID=orders\nCLIENT_SECRET=s3cret\nDISCOVERY_URL=https://as.example/t/.well-known/openid-configuration',
    fields: { ...client, issuer: 'https://as.example/t' },
    secrets,
  },
  'two clients, of which one is for machines': {
    text: 'API_CLIENT_ID=web\nAPI_CLIENT_SECRET=other\nSYSTEM_CLIENT_ID=orders\nSYSTEM_CLIENT_SECRET=s3cret\nHMPPS_AUTH_URL=http://localhost:9091/auth',
    fields: { ...client, issuer: 'http://localhost:9091/auth' },
    secrets,
  },
  'a proxy': {
    text: 'CLIENT_ID=orders\nCLIENT_SECRET=s3cret\nHTTPS_PROXY=http://u:p@proxy.example:3128\nNO_PROXY=localhost',
    fields: {
      ...client,
      proxy: { mode: 'explicit', url: 'http://proxy.example:3128', username: 'u', bypass: 'localhost' },
    },
    secrets: { ...secrets, proxy_password: 'p' },
  },
  'a private key over several lines': {
    text: 'CLIENT_ID=orders\nPRIVATE_KEY="-----BEGIN PRIVATE KEY-----\nMIGH\n-----END PRIVATE KEY-----"\nKEY_ID=k1\nTOKEN_URL=https://as.example/token',
    fields: {
      ...client,
      token_endpoint: 'https://as.example/token',
      token_endpoint_auth_method: 'private_key_jwt',
      assertion: { kid: 'k1' },
    },
    secrets: { private_key: '-----BEGIN PRIVATE KEY-----\nMIGH\n-----END PRIVATE KEY-----' },
  },
}

test.each(Object.entries(examples))('.env: %s', (_name, example) => {
  const { fields, provider, secrets: typed, format } = settingsIn(example.text)
  expect(format).toBe('dotenv')
  expect(fields).toEqual(example.fields)
  expect(typed).toEqual(example.secrets)
  expect(provider?.id ?? null).toBe(example.provider ?? null)
  expect(provider?.placeholders ?? {}).toEqual(example.placeholders ?? {})
})

test('names that are not used are listed, never their values', () => {
  const settings = settingsIn(
    'CLIENT_ID=orders\nDATABASE_URL=postgres://u:hidden@db/x\nSESSION_SECRET=hidden\nEMPTY=\n',
  )
  expect(noted(settings, 'not_used')).toEqual(['DATABASE_URL', 'SESSION_SECRET'])
  expect(JSON.stringify(settings)).not.toContain('hidden')
})

test('name and password in an address are left out', () => {
  const { fields } = settingsIn('CLIENT_ID=orders\nTOKEN_URL=https://u:hidden@as.example/token')
  expect(fields.token_endpoint).toBe('https://as.example/token')
})

test('a quote that is only opened does not take the rest of the file', () => {
  const { fields, secrets: typed } = settingsIn('CLIENT_SECRET="s3cret\nCLIENT_ID=orders\n')
  expect(fields).toEqual(client)
  expect(typed).toEqual({ client_secret: '"s3cret' })
})

test.each(['<your-secret>', 'YOUR_CLIENT_SECRET', 'changeme', '{{client_secret}}', '${SECRET}', 'xxxxxxxx'])(
  'the placeholder %s is no secret',
  (placeholder) => {
    const settings = settingsIn(`CLIENT_ID=orders\nCLIENT_SECRET=${placeholder}`)
    expect(settings.secrets).toEqual({})
    expect(noted(settings, 'secret_not_there')).toEqual(['client_secret'])
  },
)

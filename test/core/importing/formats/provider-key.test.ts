import { expect, test } from 'vitest'
import type { ImportDraft } from '../../../../electron/core/importing/drafts/import-draft.ts'
import { draftOf, draftsOf } from './read-drafts.ts'

const clients = (draft: ImportDraft) => draft.clients.map(({ settings, secrets }) => ({ settings, secrets }))
const json = (value: unknown, path = 'key.json'): ImportDraft => draftOf(JSON.stringify(value), path)

test('each service that a file binds is a client, one with a certificate authenticates by it', () => {
  const draft = json({
    xsuaa: [
      {
        name: 'a',
        credentials: { clientid: 'sb-a', clientsecret: 's', url: 'https://sub.authentication.test', uaadomain: 'x' },
      },
    ],
    identity: [
      {
        credentials: {
          clientid: 'i',
          url: 'https://t.accounts.ondemand.com',
          certurl: 'https://c.accounts.ondemand.com/',
          certificate: '-----BEGIN C',
          key: '-----BEGIN K',
        },
      },
    ],
  })
  expect(draft.format).toBe('provider_key')
  expect(clients(draft)).toEqual([
    {
      settings: { client_id: 'sb-a', token_endpoint: 'https://sub.authentication.test/oauth/token' },
      secrets: { client_secret: 's' },
    },
    {
      settings: {
        client_id: 'i',
        token_endpoint: 'https://c.accounts.ondemand.com/oauth2/token',
        token_endpoint_auth_method: 'tls_client_auth',
        clientCertificate: { certificate: '-----BEGIN C' },
      },
      secrets: { client_certificate_key: '-----BEGIN K' },
    },
  ])
})

test('a key of Box requests tokens for its enterprise', () => {
  const draft = json({
    boxAppSettings: {
      clientID: 'b',
      clientSecret: 's',
      appAuth: { publicKeyID: 'k', privateKey: 'p', passphrase: 'q' },
    },
    enterpriseID: '42',
  })
  expect(clients(draft)).toEqual([
    {
      settings: {
        token_endpoint: 'https://api.box.com/oauth2/token',
        client_id: 'b',
        token_endpoint_auth_method: 'client_secret_post',
        parameters: [
          { name: 'box_subject_type', value: 'enterprise' },
          { name: 'box_subject_id', value: '42' },
        ],
      },
      secrets: { client_secret: 's' },
    },
  ])
})

test('an adapter of Keycloak names its provider', () => {
  const draft = json({
    realm: 'r',
    'auth-server-url': 'https://kc.test/',
    resource: 'orders',
    credentials: { secret: 's' },
  })
  expect(draft.clients[0]?.provider).toEqual({ id: 'keycloak', placeholders: { base: 'https://kc.test', realm: 'r' } })
  expect(clients(draft)).toEqual([{ settings: { client_id: 'orders' }, secrets: { client_secret: 's' } }])
})

test.each([
  [
    { type: 'service_account', private_key: '-----BEGIN PRIVATE KEY-----\nx', token_uri: 'https://a.test/token' },
    'urn:ietf:params:oauth:grant-type:jwt-bearer',
  ],
  [
    { type: 'serviceaccount', keyId: '1', key: '-----BEGIN RSA PRIVATE KEY-----\nx', userId: '2' },
    'urn:ietf:params:oauth:grant-type:jwt-bearer',
  ],
  [{ type: 'authorized_user', client_id: 'a', client_secret: 'b', refresh_token: 'c' }, 'refresh_token'],
])('a key for another grant is said, and no client is made of it: %#', (key, grant) => {
  const draft = json(key)
  expect(draft.clients).toEqual([])
  expect(draft.notes.map(({ fact }) => fact)).toEqual([{ code: 'other_grant', evidence: { grant } }])
})

test('settings of an application in YAML', () => {
  const draft = draftOf(
    'spring:\n  security:\n    oauth2:\n      client:\n        registration:\n          orders:\n            client-id: orders\n            client-secret: s3\n        provider:\n          orders:\n            token-uri: https://idp.test/token\n',
    'application.yml',
  )
  expect(draft.clients[0]?.settings).toMatchObject({ client_id: 'orders', token_endpoint: 'https://idp.test/token' })
  expect(draft.clients[0]?.secrets).toEqual({ client_secret: 's3' })
})

test.each(['{"a": 1}', '[]', '{"keys": []}', '{"name": "x", "url": "https://a.test"}'])('%s is none', (text) => {
  expect(draftsOf({ 'a.json': text })).toEqual([])
})

test('several clients of one file are told apart, with what belongs to none of them', () => {
  const draft = json({
    OAuth: {
      TokenUrl: 'https://idp.test/token',
      Clients: {
        Orders: { ClientId: 'a', ClientSecret: 's1' },
        Billing: { ClientId: 'b', ClientSecret: 's2', Scope: 'x' },
      },
    },
  })
  const token_endpoint = 'https://idp.test/token'
  expect(draft.clients.map(({ name }) => name)).toEqual(['Orders', 'Billing'])
  expect(clients(draft)).toEqual([
    { settings: { token_endpoint, client_id: 'a' }, secrets: { client_secret: 's1' } },
    { settings: { token_endpoint, client_id: 'b', scope: 'x' }, secrets: { client_secret: 's2' } },
  ])
})

test('no client has the token endpoint of another one', () => {
  const draft = draftOf(
    [
      'services:',
      '  - name: orders',
      '    oauth: { client_id: a, client_secret: s1 }',
      '  - name: billing',
      '    oauth: { client_id: b, client_secret: s2, token_url: "https://b.test/token" }',
    ].join('\n'),
    'services.yaml',
  )
  expect(draft.clients.map(({ name, settings }) => [name, settings.client_id, settings.token_endpoint])).toEqual([
    ['orders', 'a', undefined],
    ['billing', 'b', 'https://b.test/token'],
  ])
})

test('clients of Spring in YAML, each with its own provider; of other grants only the grant', () => {
  const draft = draftOf(
    [
      'spring.security.oauth2.client:',
      '  registration:',
      '    orders: { client-id: orders-svc, client-secret: "${SECRET:s1}", scope: [a, b], provider: corp }',
      '    login: { client-id: web, client-secret: s2, authorization-grant-type: authorization_code }',
      '  provider:',
      '    login: { token-uri: "https://login.test/token" }',
      '    corp: { issuer-uri: "https://corp.test/" }',
    ].join('\n'),
    'application.yml',
  )
  expect(clients(draft)).toEqual([
    {
      settings: { client_id: 'orders-svc', issuer: 'https://corp.test/', scope: 'a b' },
      secrets: { client_secret: 's1' },
    },
  ])
  expect(draft.notes.map(({ fact }) => fact)).toEqual([
    { code: 'other_grant', evidence: { grant: 'authorization_code' } },
  ])
})

test.each(['web', 'installed'])('an application of Google in which people log in (%s) is no client', (kind) => {
  const application = {
    client_id: 'orders',
    client_secret: 's3cret',
    auth_uri: 'https://accounts.google.com/o/oauth2/auth',
    token_uri: 'https://oauth2.googleapis.com/token',
  }
  const draft = json({ [kind]: application })
  expect(draft.clients).toEqual([])
  expect(draft.notes.map(({ fact }) => fact)).toEqual([
    { code: 'other_grant', evidence: { grant: 'authorization_code' } },
  ])
})

test('values of a Secret of Kubernetes are decoded', () => {
  const of = (text: string) => Buffer.from(text).toString('base64')
  const draft = draftOf(
    [
      'apiVersion: v1',
      'kind: Secret',
      'data:',
      `  client-id: ${of('orders')}`,
      `  client-secret: ${of('s3cret')}`,
      `  token-url: ${of('https://a.test/token')}`,
    ].join('\n'),
    'secret.yaml',
  )
  expect(clients(draft)).toEqual([
    { settings: { client_id: 'orders', token_endpoint: 'https://a.test/token' }, secrets: { client_secret: 's3cret' } },
  ])
})

test('services of Docker Compose, whose variables are a list or members, are each a client', () => {
  const draft = draftOf(
    [
      'services:',
      '  api:',
      '    environment: [TOKEN_URL=https://a.test/token?x=1, CLIENT_ID=a, CLIENT_SECRET=s1=]',
      '  web:',
      '    environment: { TOKEN_URL: "https://b.test/token", CLIENT_ID: b, CLIENT_SECRET: s2 }',
    ].join('\n'),
    'docker-compose.yml',
  )
  expect(clients(draft)).toEqual([
    { settings: { client_id: 'a', token_endpoint: 'https://a.test/token?x=1' }, secrets: { client_secret: 's1=' } },
    { settings: { client_id: 'b', token_endpoint: 'https://b.test/token' }, secrets: { client_secret: 's2' } },
  ])
})

test('of what Keycloak exports, clients with a service account are clients', () => {
  const draft = json({
    realm: 'shop',
    clients: [
      { clientId: 'account', publicClient: true, serviceAccountsEnabled: false },
      { clientId: 'a', secret: 's1', serviceAccountsEnabled: true, defaultClientScopes: ['roles'] },
      { clientId: 'b', secret: '**********', serviceAccountsEnabled: true, clientAuthenticatorType: 'client-jwt' },
      { clientId: 'web', secret: 's3', serviceAccountsEnabled: false },
    ],
    smtpServer: { password: 's4' },
  })
  expect(clients(draft)).toEqual([
    { settings: { client_id: 'a' }, secrets: { client_secret: 's1' } },
    { settings: { client_id: 'b', token_endpoint_auth_method: 'private_key_jwt' }, secrets: {} },
  ])
  expect(draft.clients[0]?.provider).toEqual({ id: 'keycloak', placeholders: { realm: 'shop' } })
})

test('a client without a secret beside one with a secret is not meant', () => {
  const draft = json({
    clients: [{ clientId: 'browser' }, { clientId: 'svc', clientSecret: 's1', tokenUrl: 'https://a.test/t' }],
  })
  expect(clients(draft)).toEqual([
    { settings: { client_id: 'svc', token_endpoint: 'https://a.test/t' }, secrets: { client_secret: 's1' } },
  ])
})

test('a user pool of Cognito by its ID', () => {
  const draft = json({ UserPoolClient: { UserPoolId: 'eu-central-1_AbCdEf123', ClientId: 'a', ClientSecret: 's1' } })
  expect(draft.clients[0]?.provider).toMatchObject({ id: 'cognito', placeholders: { region: 'eu-central-1' } })
})

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

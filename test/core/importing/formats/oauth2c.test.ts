import { expect, test } from 'vitest'
import { draftOf } from './read-drafts.ts'

test('a command line of oauth2c is a client', () => {
  const draft = draftOf(
    [
      '# Orders',
      'TOKEN=$(oauth2c https://idp.test/orders/ \\',
      '  --client-id "$ID" --client-secret=s3 \\',
      '  --grant-type client_credentials --auth-method client_secret_post \\',
      '  --scopes read,write --audience https://api.test --dpop --silent | jq -r .access_token)',
      'curl https://api.test/orders -H "Authorization: Bearer $TOKEN"',
    ].join('\n'),
  )
  expect(
    draft.clients.map(({ name, place, settings, secrets }) => ({ name, line: place.line, settings, secrets })),
  ).toEqual([
    {
      name: 'Orders',
      line: 2,
      settings: {
        issuer: 'https://idp.test/orders/',
        client_id: '{{ID}}',
        token_endpoint_auth_method: 'client_secret_post',
        scope: 'read write',
        audience: 'https://api.test',
      },
      secrets: { client_secret: 's3' },
    },
  ])
  expect(draft.calls.map(({ url }) => url)).toEqual(['https://api.test/orders'])
  expect(draft.notes.map(({ fact }) => fact)).toEqual([{ code: 'not_used', evidence: { name: '--dpop' } }])
})

test('keys and certificates are named by their paths, and those that are not of this computer are noted', () => {
  const draft = draftOf(
    'oauth2c https://idp.test --client-id a --grant-type client_credentials --auth-method private_key_jwt --signing-key /k/key.json --tls-cert https://x.test/c.pem --tls-key key.pem',
  )
  expect(draft.format).toBe('oauth2c')
  expect(draft.clients[0]?.settings).toEqual({
    issuer: 'https://idp.test',
    client_id: 'a',
    token_endpoint_auth_method: 'private_key_jwt',
    assertion: { keyFile: '/k/key.json' },
    clientCertificate: { certificateFile: '', keyFile: 'key.pem' },
  })
  expect(draft.notes.map(({ fact }) => fact.evidence)).toEqual([{ name: 'https://x.test/c.pem' }])
})

test('another grant is said, and no client is made of it', () => {
  const draft = draftOf('oauth2c https://idp.test --client-id a --grant-type authorization_code --pkce')
  expect(draft.clients).toEqual([])
  expect(draft.notes.map(({ fact }) => fact)).toEqual([
    { code: 'other_grant', evidence: { grant: 'authorization_code' } },
  ])
})

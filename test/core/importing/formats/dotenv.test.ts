import { expect, test } from 'vitest'
import type { ImportDraft } from '../../../../electron/core/importing/drafts/import-draft.ts'
import { draftOf, draftsOf } from './read-drafts.ts'

const clients = (draft: ImportDraft) =>
  draft.clients.map(({ name, place, settings, secrets }) => ({ name, line: place.line, settings, secrets }))

test('quotes, blanks around the sign, export, comments, other ends of lines, and values over several lines', () => {
  const draft = draftOf(
    [
      '# system',
      'export ISSUER = "https://idp.test/realms/a" # here',
      "CLIENT_ID = '197....@project'",
      'CLIENT_SECRET="s3#x"',
      'PORT=3007',
      'PRIVATE_PEM="-----BEGIN CERTIFICATE-----',
      'abc',
      '-----END CERTIFICATE-----"',
    ].join('\r\n'),
    '.env.example',
  )
  expect(clients(draft)).toEqual([
    {
      name: '',
      line: 3,
      settings: { issuer: 'https://idp.test/realms/a', client_id: '197....@project' },
      secrets: { client_secret: 's3#x' },
    },
  ])
  expect(draft.variables.map(({ name }) => name)).toEqual(['PORT', 'PRIVATE_PEM'])
  expect(draft.notes).toEqual([])
})

test('several clients of one file, by what their names begin with; the rest is of both', () => {
  const draft = draftOf(
    [
      'PORT=3007',
      'AUTH_URL=http://localhost:9091/auth',
      'API_CLIENT_ID=a',
      'API_CLIENT_SECRET=s1',
      'SYSTEM_CLIENT_ID=b',
      'SYSTEM_CLIENT_SECRET=s2',
      'SYSTEM_SCOPE=read,write',
    ].join('\n'),
    'feature.env',
  )
  expect(clients(draft)).toEqual([
    {
      name: 'api',
      line: 3,
      settings: { issuer: 'http://localhost:9091/auth', client_id: 'a' },
      secrets: { client_secret: 's1' },
    },
    {
      name: 'system',
      line: 5,
      settings: { issuer: 'http://localhost:9091/auth', client_id: 'b', scope: 'read write' },
      secrets: { client_secret: 's2' },
    },
  ])
  expect(draft.name).toBe('feature')
})

test('stages have their own addresses', () => {
  const draft = draftOf(
    'DEV_TOKEN_URL=https://dev.idp.test/token\nDEV_CLIENT_ID=a\nPROD_TOKEN_URL=https://idp.test/token\nPROD_CLIENT_ID=a\n',
  )
  expect(draft.clients.map(({ name, settings }) => [name, settings.token_endpoint])).toEqual([
    ['dev', 'https://dev.idp.test/token'],
    ['prod', 'https://idp.test/token'],
  ])
})

test('values of other variables are put in, and what the file does not have is a variable', () => {
  const draft = draftOf(
    'HOST=idp.test\nTOKEN_URL=https://${HOST}/${REALM:-main}/token\nCLIENT_ID=$APP\nCLIENT_SECRET=pa$word\nLOOP=${LOOP}x\n',
  )
  expect(draft.clients[0]?.settings).toMatchObject({
    token_endpoint: 'https://idp.test/main/token',
    client_id: '{{APP}}',
  })
  expect(draft.clients[0]?.secrets).toEqual({ client_secret: 'pa$word' })
})

test('a file of variables without a client is a set of variables', () => {
  const draft = draftOf('BASE=https://a.test\nKEY=1\n', 'stages/.env')
  expect(draft.clients).toEqual([])
  expect(draft.variables.map(({ name, value }) => `${name}=${value}`)).toEqual(['BASE=https://a.test', 'KEY=1'])
})

test('of a text in Markdown the code is read', () => {
  const draft = draftOf(
    '# 第一步\nSet CLIENT_ID=x.\n\n```shell\nexport ZEEBE_ADDRESS=a.test:443\nexport ZEEBE_CLIENT_ID=xyz\nexport ZEEBE_CLIENT_SECRET=s\nexport ZEEBE_AUTHORIZATION_SERVER_URL=https://login.test/oauth/token\n```\n',
    'README.md',
  )
  expect(clients(draft)).toEqual([
    {
      name: '',
      line: 6,
      settings: { client_id: 'xyz', token_endpoint: 'https://login.test/oauth/token' },
      secrets: { client_secret: 's' },
    },
  ])
})

test('prose is none', () => {
  expect(draftsOf({ 'notes.txt': 'Nothing here: at all.\na = b\n' })).toEqual([])
})

test('many clients and references without end are read', () => {
  const many = Array.from({ length: 5000 }, (_, index) => `A${index}_CLIENT_ID=$A${index + 1}_CLIENT_ID`).join('\n')
  expect(draftOf(many, '.env').clients.length).toBeLessThanOrEqual(100)
  expect(draftsOf({ '.env': `A=${'${B}'.repeat(100_000)}\nB=${'${A}'.repeat(1000)}\n` })).toHaveLength(1)
})

const spring = 'spring.security.oauth2.client'

test.each([
  ['properties', (name: string) => `${spring}.${name}`],
  ['variables', (name: string) => `${spring}.${name}`.replaceAll('-', '_').replaceAll('.', '_').toUpperCase()],
])('clients of Spring, written as %s, each with its own provider', (_kind, of) => {
  const draft = draftOf(
    [
      `${of('registration.orders.client-id')}=orders-svc`,
      `${of('registration.orders.client-secret')}=\${ORDERS_SECRET:s1}`,
      `${of('registration.orders.scope')}=read,write`,
      `${of('provider.orders.token-uri')}=\${IDP:https://a.test}/token`,
      `${of('registration.billing.client-id')}=billing-svc`,
      `${of('registration.billing.client-secret')}=s2`,
      `${of('registration.billing.authorization-grant-type')}=client_credentials`,
      `${of('registration.billing.client-authentication-method')}=client_secret_post`,
      `${of('registration.billing.provider')}=corp`,
      `${of('provider.corp.token-uri')}=https://corp.test/token`,
      `${of('registration.login.client-id')}=web`,
      `${of('registration.login.client-secret')}=s3`,
      `${of('registration.login.authorization-grant-type')}=authorization_code`,
      'SERVER_PORT=8080',
    ].join('\n'),
    'app.env',
  )
  expect(clients(draft)).toEqual([
    {
      name: 'orders',
      line: 1,
      settings: { client_id: 'orders-svc', token_endpoint: 'https://a.test/token', scope: 'read write' },
      secrets: { client_secret: 's1' },
    },
    {
      name: 'billing',
      line: 5,
      settings: {
        client_id: 'billing-svc',
        token_endpoint: 'https://corp.test/token',
        token_endpoint_auth_method: 'client_secret_post',
      },
      secrets: { client_secret: 's2' },
    },
  ])
  expect(draft.variables).toEqual([{ name: 'SERVER_PORT', value: '8080', secret: false }])
  expect(draft.notes.map(({ fact, place }) => [place.line, fact])).toEqual([
    [11, { code: 'other_grant', evidence: { grant: 'authorization_code' } }],
  ])
})

test('what a value has for a variable without one: -, :- of a shell and : of Spring', () => {
  const draft = draftOf('A=${X:-1}\nB=${X-2}\nC=${x.y:3}\nD=${X:?no}\nE=${X}\n', '.env')
  expect(draft.variables.map(({ value }) => value)).toEqual(['1', '2', '3', '${X:?no}', '{{X}}'])
})

test("Okta's own scopes are of the server of the organization", () => {
  const draft = draftOf(
    'OKTA_CLIENT_ORGURL=https://a.okta.com\nOKTA_CLIENT_CLIENTID=one\nOKTA_CLIENT_SCOPES=okta.users.read\n',
    '.env',
  )
  expect(draft.clients[0]?.settings).toMatchObject({
    issuer: 'https://a.okta.com',
    token_endpoint: 'https://a.okta.com/oauth2/v1/token',
  })
})

test('a page with such names in its scripts has no client', () => {
  const page = "<!doctype html>\n<script>\n  show({\n    clientKey: 'a',\n    clientId: 'b',\n  })\n</script>\n"
  expect(draftsOf({ 'index.html': page })).toEqual([])
})

test('a program with a client gives no variables', () => {
  const draft = draftOf('CLIENT_ID = "a"\nCLIENT_SECRET = "s1"\nr = post(URL, data)\n', 'main.py')
  expect(draft.clients).toHaveLength(1)
  expect(draft.variables).toEqual([])
})

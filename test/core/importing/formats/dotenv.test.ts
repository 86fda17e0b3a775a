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

import { describe, expect, test } from 'vitest'
import type { DraftCall, ImportDraft } from '../../../../electron/core/importing/drafts/import-draft.ts'
import { draftOf, draftsOf } from './read-drafts.ts'

const lines = (draft: ImportDraft): string[] => draft.calls.map(({ method, url }) => `${method} ${url}`)
const headers = (call: DraftCall | undefined): string[] =>
  call?.headers.map(({ name, value }) => `${name}: ${value}`) ?? []
const codes = (draft: ImportDraft): string[] =>
  draft.notes.map(({ fact, place }) => `${place.line ?? place.pointer} ${fact.code}`)
const only = (drafts: readonly ImportDraft[]): ImportDraft => {
  const [draft] = drafts
  if (draft === undefined || drafts.length !== 1) throw new Error(`${drafts.length} drafts`)
  return draft
}

test('requests of a file: their titles, variables, queries on further lines, forms over several lines', () => {
  const draft = draftOf(
    [
      '@host = https://<subdomain>.a.test',
      '',
      '### Step 1. Token',
      '# @name login',
      'POST {{host}}/oauth/token HTTP/1.1',
      'Content-type: application/x-www-form-urlencoded',
      '',
      'grant_type=client_credentials&',
      'client_id=<client_id>&',
      'client_secret={{$dotenv SECRET}}',
      '',
      '> {% client.global.set("t", response.body.access_token) %}',
      '### Orders',
      '# @no-redirect',
      'GET https://<subdomain>.a.test/orders',
      '    ?page=1',
      '    &size={{size}}',
      'Authorization: bearer <access_token>',
      'X-Id: {{$guid}}',
      '',
      '###',
      'https://a.test/plain',
      'Authorization: Bearer {{login.response.body.$.access_token}}',
      '### Order',
      'PUT a.test/orders/1',
      'Content-Type: application/json',
      'X-Of: {{login.response.body.$.id}}',
      '',
      '{ "id": "<not a place>" }',
    ].join('\r\n'),
    'orders.http',
  )
  expect(draft.calls.map(({ place, name, method, url }) => [place.line, name, method, url])).toEqual([
    [5, 'Step 1. Token', 'POST', '{{host}}/oauth/token'],
    [15, 'Orders', 'GET', 'https://{{subdomain}}.a.test/orders?page=1&size={{size}}'],
    [22, '', 'GET', 'https://a.test/plain'],
    [25, 'Order', 'PUT', 'http://a.test/orders/1'],
  ])
  expect(draft.calls[0]?.body).toEqual({
    kind: 'form',
    fields: [
      { name: 'grant_type', value: 'client_credentials', enabled: true },
      { name: 'client_id', value: '{{client_id}}', enabled: true },
      { name: 'client_secret', value: '{{SECRET}}', enabled: true },
    ],
  })
  expect(draft.calls[1]?.followRedirects).toBe(false)
  expect(headers(draft.calls[1])).toEqual(['Authorization: bearer {{access_token}}', 'X-Id: {{$guid}}'])
  expect(headers(draft.calls[2])).toEqual(['Authorization: Bearer {{login.access_token}}'])
  expect(draft.calls[3]?.body).toEqual({ kind: 'json', text: '{ "id": "<not a place>" }' })
  expect(draft.variables).toEqual([{ name: 'host', value: 'https://{{subdomain}}.a.test', secret: false }])
  expect(draft.name).toBe('orders')
  expect(codes(draft)).toEqual(['19 generated_value', '27 value_of_answer', '5 scripts_not_run'])
})

test.each([
  ['< ./big.json', { kind: 'file', file: { path: '', name: 'big.json' }, contentType: '' }],
  ['<@ ./order.json', { kind: 'file', file: { path: '', name: 'order.json' }, contentType: '' }],
])('a body of %s is a file that is not read', (line, body) => {
  const draft = draftOf(`POST https://a.test\n\n${line}\n`, 'a.http')
  expect(draft.calls[0]?.body).toEqual(body)
  expect(codes(draft)).toEqual(['3 file_not_read'])
})

test('a form with boundaries becomes its parts', () => {
  const draft = draftOf(
    [
      'POST https://a.test',
      'Content-Type: multipart/form-data; boundary=Edge',
      '',
      '--Edge',
      'Content-Disposition: form-data; name="note"',
      '',
      'one',
      'two',
      '--Edge',
      'Content-Disposition: form-data; name="doc"; filename="a.pdf"',
      'Content-Type: application/pdf',
      '',
      '< ./files/b.pdf',
      '--Edge--',
    ].join('\n'),
    'a.rest',
  )
  expect(draft.calls[0]?.body).toEqual({
    kind: 'multipart',
    parts: [
      { kind: 'text', name: 'note', value: 'one\ntwo', contentType: '', enabled: true },
      { kind: 'file', name: 'doc', file: { path: '', name: 'a.pdf' }, contentType: 'application/pdf', enabled: true },
    ],
  })
  expect(headers(draft.calls[0])).toEqual([])
})

test('a query of GraphQL becomes its JSON, and other protocols are left out', () => {
  const draft = draftOf(
    'GRAPHQL https://a.test/graphql\n\nquery Q($id: ID) {\n  a(id: $id)\n}\n\n{ "id": 1 }\n\n###\nWEBSOCKET wss://a.test\n\n### x\nGRPC a.test/S/M\n',
    'a.http',
  )
  expect(lines(draft)).toEqual(['POST https://a.test/graphql'])
  expect(draft.calls[0]?.body).toEqual({
    kind: 'json',
    text: '{\n  "query": "query Q($id: ID) {\\n  a(id: $id)\\n}",\n  "variables": { "id": 1 }\n}',
  })
  expect(codes(draft)).toEqual(['10 protocol_not_supported', '13 protocol_not_supported'])
})

test('name and password of Basic may be written plainly', () => {
  const draft = draftOf(
    'GET https://a.test\nAuthorization: Basic {{id}}:{{secret}}\n###\nGET https://a.test\nAuthorization: Basic ann pass\n###\nGET https://a.test\nAuthorization: Digest a b\n',
    'a.http',
  )
  expect(draft.calls.map(({ authorization }) => authorization)).toEqual([
    { kind: 'basic', username: '{{id}}', password: '{{secret}}' },
    { kind: 'basic', username: 'ann', password: 'pass' },
    { kind: 'unsaid' },
  ])
  expect(codes(draft)).toEqual(['7 other_authorization'])
})

test('scripts before and behind requests are counted, not read as requests', () => {
  const draft = draftOf(
    [
      '< {%',
      '  request.variables.set("a", 1)',
      '%}',
      'GET https://a.test/1',
      '',
      '> {%',
      '  client.test("x", () => {})',
      '',
      '%}',
      '>> answer.json',
      '### two',
      '{{',
      '  exports.b = 2',
      '}}',
      'GET https://a.test/2',
      '',
      '?? status == 200',
      '> ./after.js',
    ].join('\n'),
    'a.http',
  )
  expect(lines(draft)).toEqual(['GET https://a.test/1', 'GET https://a.test/2'])
  expect(draft.calls.map(({ body }) => body.kind)).toEqual(['none', 'none'])
  expect(draft.notes[0]?.fact).toEqual({ code: 'scripts_not_run', evidence: { count: 6 } })
})

describe('environment files', () => {
  test('each environment is a set, private values are secret, and shared ones hold in all', () => {
    const draft = only(
      draftsOf({
        'http-client.env.json': JSON.stringify({
          $shared: { version: 'v1' },
          dev: {
            base: 'https://dev.a.test',
            limits: { page: 5 },
            key: { provider: 'AspnetUserSecrets', keyName: 'k' },
          },
          'perf test': { base: 'https://perf.a.test' },
        }),
        'http-client.private.env.json': JSON.stringify({ dev: { pass: 'p', base: 'https://own.a.test' } }),
        'api/orders.http': 'GET {{base}}/{{version}}\n',
        'api/users.http': '@a = 1\nGET {{base}}/users\n',
      }),
    )
    expect(draft.variables).toEqual([
      { name: 'version', value: 'v1', secret: false },
      { name: 'a', value: '1', secret: false },
    ])
    expect(draft.variableSets.map(({ name, variables }) => [name, variables])).toEqual([
      [
        'dev',
        [
          { name: 'base', value: 'https://own.a.test', secret: true },
          { name: 'limits.page', value: '5', secret: false },
          { name: 'key', value: '', secret: true },
          { name: 'pass', value: 'p', secret: true },
        ],
      ],
      ['perf test', [{ name: 'base', value: 'https://perf.a.test', secret: false }]],
    ])
    expect(draft.calls.map(({ folders }) => folders)).toEqual([
      ['api', 'orders'],
      ['api', 'users'],
    ])
  })

  const auth = (url: string) => ({
    'my auth': {
      Type: 'OAuth2',
      'Grant Type': 'Client Credentials',
      'Token URL': url,
      'Client ID': '{{id}}',
      Scope: 'read',
      'Client Credentials': 'in body',
      'Custom Request Parameters': {
        audience: { Value: 'https://api.test', Use: 'In Token Request' },
        tenant: 'one',
        login: { Value: 'x', Use: 'In Auth Request' },
      },
    },
    browser: { Type: 'OAuth2', 'Grant Type': 'Authorization Code' },
  })

  test('an authorization of IntelliJ is a client; what differs among environments is a variable of each', () => {
    const draft = only(
      draftsOf({
        'http-client.env.json': JSON.stringify({
          dev: { Security: { Auth: auth('https://dev.a.test/token') } },
          prod: { Security: { Auth: auth('https://a.test/token') } },
        }),
        'http-client.private.env.json': JSON.stringify({
          dev: { Security: { Auth: { 'my auth': { 'Client Secret': 's1' } } } },
          prod: { Security: { Auth: { 'my auth': { 'Client Secret': 's2' } } } },
        }),
        'a.http': 'GET https://a.test\nAuthorization: Bearer {{$auth.token("my auth")}}\n',
      }),
    )
    expect(draft.clients.map(({ name, settings, secrets }) => ({ name, settings, secrets }))).toEqual([
      {
        name: 'my auth',
        settings: {
          token_endpoint: '{{my_auth_token_endpoint}}',
          client_id: '{{id}}',
          token_endpoint_auth_method: 'client_secret_post',
          scope: 'read',
          audience: 'https://api.test',
          parameters: [{ name: 'tenant', value: 'one' }],
        },
        secrets: { client_secret: '{{my_auth_client_secret}}' },
      },
    ])
    expect(draft.variableSets.map(({ name, variables }) => [name, variables])).toEqual([
      [
        'dev',
        [
          { name: 'my_auth_client_secret', value: 's1', secret: true },
          { name: 'my_auth_token_endpoint', value: 'https://dev.a.test/token', secret: false },
        ],
      ],
      [
        'prod',
        [
          { name: 'my_auth_client_secret', value: 's2', secret: true },
          { name: 'my_auth_token_endpoint', value: 'https://a.test/token', secret: false },
        ],
      ],
    ])
    expect(draft.calls[0]?.authorization).toEqual({ kind: 'client', client: draft.clients[0] })
    expect(draft.calls[0]?.headers).toEqual([])
    expect(codes(draft)).toEqual(['/dev/Security/Auth/browser other_grant'])
  })

  test('environments that authenticate in different ways are as the first does it, which is said of the others', () => {
    const of = (method: string, parameters: object) => ({
      Security: {
        Auth: {
          svc: {
            Type: 'OAuth2',
            'Grant Type': 'Client Credentials',
            'Token URL': 'https://a.test/token',
            'Client ID': 'one',
            'Client Credentials': method,
            'Custom Request Parameters': parameters,
          },
        },
      },
    })
    const draft = draftOf(
      JSON.stringify({
        dev: of('in body', { audience: 'a' }),
        test: of('in body', { audience: 'a' }),
        prod: of('basic', {}),
      }),
      'http-client.env.json',
    )
    expect(draft.clients[0]?.settings).toMatchObject({
      token_endpoint_auth_method: 'client_secret_post',
      audience: 'a',
    })
    expect(draft.notes.map(({ fact, place }) => [place.pointer, fact.evidence])).toEqual([
      ['/prod/Security/Auth/svc', { name: 'Client Credentials' }],
      ['/prod/Security/Auth/svc', { name: 'Custom Request Parameters' }],
    ])
  })

  test('an environment file may have comments', () => {
    const draft = draftOf(
      '{\n  // stages\n  "dev": { "host": "https://a.test/*", }, /* more */\n}\n',
      'http-client.env.json',
    )
    expect(draft.variableSets.map(({ variables }) => variables)).toEqual([
      [{ name: 'host', value: 'https://a.test/*', secret: false }],
    ])
  })

  test('settings of VS Code, with comments, have environments too', () => {
    const draft = draftOf(
      '{\n  // "x": {}\n  "editor.fontSize": 12, /* two */\n  "rest-client.environmentVariables": {\n    "$shared": { "v": "1//2" },\n    "local": { "host": "http://localhost:1", },\n  },\n}\n',
      '.vscode/settings.json',
    )
    expect(draft.variables).toEqual([{ name: 'v', value: '1//2', secret: false }])
    expect(draft.variableSets.map(({ name }) => name)).toEqual(['local'])
  })
})

test('environments of httpYac', () => {
  const draft = draftOf(
    '{"environments": {"$shared": {"v": 1}, "dev": {"host": "https://dev.a.test"}}}',
    '.httpyac.json',
  )
  expect(draft.variables).toEqual([{ name: 'v', value: '1', secret: false }])
  expect(draft.variableSets.map(({ name }) => name)).toEqual(['dev'])
})

test('ten thousand requests are refused, and broken files are read as far as they go', () => {
  expect(() => draftOf('GET https://a.test\n###\n'.repeat(10_000), 'a.http')).toThrow('too_many_calls')
  for (const piece of ['< {%\n', '{{\n', '{{a', '@a = 1\n', '--x\n', '> {% ', 'GET ', '/* ', '  ?a=1\n', 'A: <b ']) {
    const text = `GET https://a.test\nContent-Type: multipart/form-data\n\n${piece.repeat(40_000)}`
    expect(
      draftsOf({ 'a.http': text, '.vscode/settings.json': `{"rest-client.environmentVariables" ${text}` }),
    ).toHaveLength(1)
  }
})

test('a request that is written as a curl command is read as one', () => {
  const draft = draftOf(
    [
      '### Made with curl',
      '# @name login',
      'curl -X POST {{host}}/token \\',
      "  -H 'Content-Type: application/x-www-form-urlencoded' \\",
      '  -d grant_type=client_credentials -u {{id}}:{{secret}}',
      '',
      '###',
      'GET {{host}}/orders',
    ].join('\n'),
    'a.http',
  )
  expect(lines(draft)).toEqual(['POST {{host}}/token', 'GET {{host}}/orders'])
  expect(draft.calls[0]).toMatchObject({
    name: 'Made with curl',
    place: { line: 3 },
    authorization: { kind: 'basic', username: '{{id}}', password: '{{secret}}' },
    tokenVariables: ['login.access_token'],
  })
})

describe('an authorization of httpYac', () => {
  const file = (grant: string) =>
    [
      '@local_tokenEndpoint = https://a.test/token',
      '@local_clientId = one',
      '@local_scope = read',
      'GET https://a.test/1',
      `Authorization: openid ${grant} local`,
      '###',
      'GET https://a.test/2',
      `Authorization: oauth2 ${grant} local`,
    ].join('\n')

  test('is a client by the variables that it names, the same in all requests', () => {
    const draft = draftOf(file('client_credentials'), 'a.http')
    const [first, second] = draft.calls.map(({ authorization }) => authorization)
    expect(first).toMatchObject({
      kind: 'client',
      client: {
        name: 'local',
        settings: {
          token_endpoint: '{{local_tokenEndpoint}}',
          client_id: '{{local_clientId}}',
          token_endpoint_auth_method: 'client_secret_basic',
          basicEncoding: 'raw',
          scope: '{{local_scope}}',
        },
        secrets: { client_secret: '{{local_clientSecret}}' },
      },
    })
    expect(second?.kind === 'client' && first?.kind === 'client' && second.client === first.client).toBe(true)
    expect(draft.calls.flatMap((call) => headers(call))).toEqual([])
  })

  test('without a grant is of this one, and what has no variable of its own has that of all', () => {
    const draft = draftOf(
      '@oauth2_tokenEndpoint = https://a.test/token\n@local_clientId = one\nGET https://a.test\nAuthorization: openid local\n',
      'a.http',
    )
    expect(draft.calls[0]?.authorization).toMatchObject({
      client: { settings: { token_endpoint: '{{oauth2_tokenEndpoint}}', client_id: '{{local_clientId}}' } },
    })
  })

  test('of another grant is named', () => {
    const draft = draftOf(file('authorization_code'), 'a.http')
    expect(draft.calls[0]?.authorization).toEqual({
      kind: 'other',
      fact: { code: 'other_grant', evidence: { grant: 'authorization_code' } },
    })
  })
})

test('what a request asks .env for is in the file of that name, where both are given', () => {
  const files = { '.env': 'export SECRET="s3cret"\nOTHER=1\n' }
  const draft = only(draftsOf({ ...files, 'a.http': 'GET https://a.test\nX-Key: {{$dotenv SECRET}}\n' }))
  expect(draft.variables).toEqual([
    { name: 'SECRET', value: 's3cret', secret: false },
    { name: 'OTHER', value: '1', secret: false },
  ])
  expect(draftsOf({ ...files, 'a.http': 'GET https://a.test\n' })).toHaveLength(2)
})

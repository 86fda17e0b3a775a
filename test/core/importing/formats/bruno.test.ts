import { expect, test } from 'vitest'
import { ImportRefused } from '../../../../electron/core/importing/drafts/import-refused.ts'
import { readBruno } from '../../../support/bruno-files.ts'

const draftOf = (files: Readonly<Record<string, string>>) => {
  const [draft] = readBruno(files)
  if (draft === undefined) throw new Error('nothing was read')
  return draft
}
const factsOf = (files: Readonly<Record<string, string>>) => draftOf(files).notes.map(({ fact }) => fact)

const client = `auth:oauth2 {
  grant_type: client_credentials
  access_token_url: {{as}}/token
  refresh_token_url:
  client_id: shop
  client_secret: {{ secret }}
  scope: read write
  credentials_placement: basic_auth_header
  credentials_id: credentials
  token_placement: header
  token_header_prefix: Bearer
}
`
const get = (auth: string, more = '') => `meta {
  name: Orders
  type: http
  seq: 2
}

get {
  url: {{api}}/orders
  body: none
  auth: ${auth}
}
${more}`

const shop = { 'shop/bruno.json': '{ "version": "1", "name": "Shop", "type": "collection" }' }

test('client credentials of the collection go along with every request that inherits', () => {
  const draft = draftOf({
    ...shop,
    'shop/collection.bru': `auth {\n  mode: oauth2\n}\n\n${client}`,
    'shop/2. Orders/folder.bru': 'meta {\n  name: Orders, v2.1\n  seq: 1\n}\n\nauth {\n  mode: none\n}\n',
    'shop/2. Orders/a.bru': get('inherit'),
    'shop/b.bru': get('none'),
    'shop/c.bru': get('inherit').replace('seq: 2', 'seq: 1').replace('name: Orders', 'name: First'),
  })
  expect(draft).toMatchObject({ format: 'bruno', version: '1', name: 'Shop', clients: [] })
  expect(draft.calls.map(({ folders, name }) => [...folders, name].join('/'))).toEqual([
    'Orders, v2.1/Orders',
    'First',
    'Orders',
  ])
  const [a, c, b] = draft.calls.map(({ authorization }) => authorization)
  expect(a).toMatchObject({
    client: {
      name: '',
      place: { file: 'shop/collection.bru', line: 5 },
      settings: {
        token_endpoint: '{{as}}/token',
        client_id: 'shop',
        scope: 'read write',
        token_endpoint_auth_method: 'client_secret_basic',
        basicEncoding: 'raw',
      },
      secrets: { client_secret: '{{secret}}' },
    },
  })
  expect(c).toEqual(a)
  expect(b).toEqual({ kind: 'unsaid' })
})

test('the nearest folder with an authorization counts, and one without passes on', () => {
  const draft = draftOf({
    ...shop,
    'shop/collection.bru': `auth {\n  mode: oauth2\n}\n${client}`,
    'shop/x/folder.bru': 'auth {\n  mode: basic\n}\nauth:basic {\n  username: {{user}}\n  password: p: w\n}\n',
    'shop/x/y/folder.bru': 'auth {\n  mode: inherit\n}\n',
    'shop/x/y/a.bru': get('inherit'),
  })
  expect(draft.calls[0]?.authorization).toEqual({ kind: 'basic', username: '{{user}}', password: 'p: w' })
  expect(draft.clients).toHaveLength(1)
})

test('a request without an address only fetches the token', () => {
  const draft = draftOf({ 'token.bru': `post {\n  url:\n  body: none\n  auth: oauth2\n}\n\n${client}` })
  expect(draft.calls).toEqual([])
  expect(draft.clients).toHaveLength(1)
})

test('further parameters of the token request keep their places', () => {
  const parameters = (place: string, lines: string) =>
    `auth:oauth2:additional_params:access_token_req:${place} {\n${lines}\n}\n`
  const draft = draftOf({
    'a.bru': get(
      'oauth2',
      [
        client.replace('basic_auth_header', 'body'),
        parameters(
          'body',
          '  audience: https://api.test\n  resource: urn:x\n  ~off: 1\n  tenant: {{t}}\n  api_key: k3y',
        ),
        parameters('headers', '  X-Trace: on'),
        parameters('queryparams', '  ver: 1 {{v}}'),
        'auth:oauth2:additional_params:refresh_token_req:body {\n  a: b\n}\n',
      ].join('\n'),
    ),
  })
  const [call] = draft.calls
  expect(call?.authorization).toMatchObject({
    client: {
      settings: {
        token_endpoint: '{{as}}/token?ver=1%20{{v}}',
        token_endpoint_auth_method: 'client_secret_post',
        audience: 'https://api.test',
        resource: ['urn:x'],
        parameters: [{ name: 'tenant', value: '{{t}}' }],
        headers: [{ name: 'X-Trace', value: 'on' }],
      },
    },
  })
  expect(draft.notes.map(({ fact }) => fact)).toEqual([
    { code: 'not_used', evidence: { name: 'additional_params:refresh' } },
    { code: 'settings', evidence: { note: 'not_kept', names: ['api_key'] } },
  ])
  expect(JSON.stringify(draft)).not.toContain('k3y')
})

test.each([
  ['password', { code: 'other_grant', evidence: { grant: 'password' } }],
  ['', { code: 'other_authorization', evidence: { type: 'oauth2' } }],
])('the call of grant “%s” is kept with the fact', (grant, fact) => {
  const { calls } = draftOf({ 'a.bru': get('oauth2', client.replace('client_credentials', grant)) })
  expect(calls[0]?.authorization).toEqual({ kind: 'other', fact })
})

test('a token in the URL and what a refresh would need are said', () => {
  const text = client
    .replace('refresh_token_url:', 'refresh_token_url: x')
    .replace('placement: header', 'placement: url')
  expect(factsOf({ 'a.bru': get('oauth2', text) })).toEqual([
    { code: 'token_in_query', evidence: {} },
    { code: 'not_used', evidence: { name: 'refresh_token_url' } },
  ])
})

test('a bearer token and an API key become what is sent, and other schemes are facts', () => {
  const { calls } = draftOf({
    'a.bru': get('bearer', 'auth:bearer {\n  token: {{token}}\n}\n'),
    'b.bru': get('apikey', 'auth:apikey {\n  key: X-Api-Key\n  value: {{key}}\n  placement: header\n}\n'),
    'c.bru': get('apikey', 'auth:apikey {\n  key: k\n  value: 1\n  placement: queryparams\n}\n'),
    'd.bru': get('ntlm', 'auth:ntlm {\n  username: x\n}\n'),
  })
  expect(calls[0]).toMatchObject({ headers: [{ name: 'Authorization', value: 'Bearer {{token}}' }] })
  expect(calls[1]).toMatchObject({ headers: [{ name: 'X-Api-Key', value: '{{key}}' }] })
  expect(calls[2]).toMatchObject({ query: [{ name: 'k', value: '1', enabled: true }] })
  expect(calls[3]?.authorization).toEqual({
    kind: 'other',
    fact: { code: 'other_authorization', evidence: { type: 'ntlm' } },
  })
})

test('a header that names the token of a client goes with that client', () => {
  const [first, second] = draftOf({
    'token.bru': `post {\n  url:\n  auth: oauth2\n}\n${client.replace('id: credentials', 'id: shop')}`,
    'a.bru': get('none', 'headers {\n  Authorization: Bearer {{$oauth2.shop.access_token}}\n}\n'),
    'b.bru': get('none', 'headers {\n  Authorization: Bearer {{$oauth2.other.access_token}}\n}\n'),
  }).calls
  expect(first?.authorization).toMatchObject({ kind: 'client', client: { name: 'shop' } })
  expect(second?.authorization).toEqual({ kind: 'unsaid' })
})

test('environments keep secrets by name, and lines over several lines', () => {
  const draft = draftOf({
    'environments/Live.bru': [
      'vars {',
      '  api: https://api.test',
      '  key-host:https://as.test',
      '  ~old: 1',
      "  pem: '''",
      '    -----BEGIN X-----',
      '    }',
      "  '''",
      '  @description("of (two)',
      '  lines")',
      '  @number',
      '  count: 3',
      '}',
      'vars:secret [',
      '  secret,',
      '  ~gone,',
      "  @description('a, b')",
      '  other',
      ']',
      'color: #fff',
    ].join('\r\n'),
  })
  expect(draft.variableSets).toMatchObject([
    {
      name: 'Live',
      variables: [
        { name: 'api', value: 'https://api.test', secret: false },
        { name: 'key-host', value: 'https://as.test', secret: false },
        { name: 'pem', value: '-----BEGIN X-----\n}', secret: false },
        { name: 'count', value: '3', secret: false },
        { name: 'secret', value: '', secret: true },
        { name: 'other', value: '', secret: true },
      ],
    },
  ])
  expect(draft.notes.map(({ fact, place }) => [fact.code, fact.evidence, place.line])).toEqual([
    ['variable_switched_off', { name: 'old' }, 4],
    ['variable_switched_off', { name: 'gone' }, 16],
  ])
})

test('what is behind process.env comes from the file .env beside the collection', () => {
  const draft = draftOf({
    ...shop,
    'shop/.env': 'SECRET=s3cret # of shop\nexport API="https://api.test"\nUNUSED=1\n',
    'shop/.env.sample': 'SECRET=',
    'shop/environments/Live.bru': 'vars {\n  SECRET: {{process.env.SECRET}}\n  MISSING: {{process.env.MISSING}}\n}\n',
    'shop/a.bru': get('none').replace('{{api}}', '{{process.env.API}}/{{ process.env.SECRET }}'),
  })
  expect(draft.variables).toEqual([
    { name: 'API', value: 'https://api.test', secret: false },
    { name: 'process.env.SECRET', value: 's3cret', secret: true },
  ])
  expect(draft.variableSets[0]?.variables).toEqual([
    { name: 'SECRET', value: 's3cret', secret: true },
    { name: 'MISSING', value: '', secret: false },
  ])
  expect(draft.calls[0]?.url).toBe('{{API}}/{{process.env.SECRET}}/orders')
  expect(draft.notes.map(({ fact }) => fact)).toEqual([{ code: 'not_used', evidence: { name: '.env.sample' } }])
})

test('parameters of path and query, headers of folders, and what is switched off', () => {
  const draft = draftOf({
    ...shop,
    'shop/collection.bru':
      'headers {\n  Accept: text/plain\n  X-Of: collection\n}\n\nvars:pre-request {\n  page: 1\n}\n',
    'shop/a.bru': get(
      'none',
      [
        'params:query {\n  page: {{page}}\n  ~size: 10\n}',
        'params:path {\n  id: 7\n  line: {{line}}\n  key: \n}',
        'headers {\n  accept: application/json\n  ~X-Off: 1\n  "x: y": z\n}',
        'vars:pre-request {\n  @line: 2\n}',
      ].join('\n'),
    ).replace('/orders', '/orders/:id/:line/Items(key=:key)/:other?page={{page}}&raw'),
  })
  expect(draft.calls[0]).toMatchObject({
    url: '{{api}}/orders/{{id}}/{{line}}/Items(key={{key}})/:other',
    query: [
      { name: 'page', value: '{{page}}', enabled: true },
      { name: 'size', value: '10', enabled: false },
      { name: 'raw', value: null, enabled: true },
    ],
    headers: [
      { name: 'accept', value: 'application/json', enabled: true },
      { name: 'X-Off', value: '1', enabled: false },
      { name: 'x: y', value: 'z', enabled: true },
      { name: 'X-Of', value: 'collection', enabled: true },
    ],
    variables: [
      { name: 'line', value: '2', secret: false },
      { name: 'id', value: '7', secret: false },
    ],
  })
  expect(draft.variables).toEqual([{ name: 'page', value: '1', secret: false }])
})

const bodyOf = (mode: string, block: string) =>
  draftOf({ 'a.bru': get('none', block).replace('body: none', `body: ${mode}`) }).calls[0]?.body

test.each([
  ['json', 'body:json {\n  {\n    "a": "{{ x }}"\n  }\n}', { kind: 'json', text: '{\n  "a": "{{x}}"\n}' }],
  ['json', 'body:json {\n\t{"a":\t1}\n}', { kind: 'json', text: '\t{"a":\t1}' }],
  ['json', 'body {\n  {}\n}', { kind: 'json', text: '{}' }],
  ['none', 'body:json {\n  {}\n}', { kind: 'none' }],
  ['text', 'body:text {\n  a\n\n  b\n}', { kind: 'text', text: 'a\n\nb', contentType: 'text/plain' }],
  ['sparql', 'body:sparql {\n  x\n}', { kind: 'text', text: 'x', contentType: 'application/sparql-query' }],
  [
    'graphql',
    'body:graphql {\n  { a }\n}\nbody:graphql:vars {\n  {"n": {{n}}}\n}',
    { kind: 'json', text: '{\n  "query": "{ a }",\n  "variables": {"n": {{n}}}\n}' },
  ],
  [
    'form-urlencoded',
    "body:form-urlencoded {\n  a: 1\n  ~b: '''\n    x\n    y\n  '''\n}",
    {
      kind: 'form',
      fields: [
        { name: 'a', value: '1', enabled: true },
        { name: 'b', value: 'x\ny', enabled: false },
      ],
    },
  ],
  [
    'multipart-form',
    'body:multipart-form {\n  a: {} @contentType(application/json)\n  f: @file(x/1.png|2.png)\n}',
    {
      kind: 'multipart',
      parts: [
        { kind: 'text', name: 'a', value: '{}', contentType: 'application/json', enabled: true },
        { kind: 'file', name: 'f', file: { path: '', name: '1.png' }, contentType: '', enabled: true },
        { kind: 'file', name: 'f', file: { path: '', name: '2.png' }, contentType: '', enabled: true },
      ],
    },
  ],
  [
    'file',
    'body:file {\n  ~file: @file(a.bin) @contentType(x/a)\n  file: @file(b.bin) @contentType(x/b)\n}',
    { kind: 'file', file: { path: '', name: 'b.bin' }, contentType: 'x/b' },
  ],
])('the body %s of %j', (mode, block, body) => {
  expect(bodyOf(mode, block)).toEqual(body)
})

test('assertions that say the same become ours, and the others are noted without their values', () => {
  const draft = draftOf({
    'a.bru': get(
      'none',
      `assert {
  res.status: eq 201
  $res.status: 200
  res.body.items[0]["a/b"]: eq 'true'
  res.body.count: 3
  res.body.list: contains x
  res.body: isDefined
  res.headers['content-type']: contains json
  res.status: in 200, 201
  res.body.token: neq s3cret
  res.responseTime: lt 200
  ~res.status: eq 500
  res.body.a: eq {{b}}
}
`,
    ),
  })
  expect(draft.calls[0]?.assertions).toEqual([
    { kind: 'status', expected: '201' },
    { kind: 'status', expected: '200' },
    { kind: 'json', pointer: '/items/0/a~1b', test: 'equals', value: '"true"' },
    { kind: 'json', pointer: '/count', test: 'equals', value: '3' },
    { kind: 'json', pointer: '/list', test: 'contains', value: 'x' },
    { kind: 'json', pointer: '', test: 'exists', value: '' },
    { kind: 'header', name: 'content-type', test: 'contains', value: 'json' },
  ])
  expect(draft.notes.map(({ fact, call, place }) => [fact.evidence, call, place.line])).toEqual([
    [{ name: 'res.status in' }, 'Orders', 20],
    [{ name: 'res.body.token neq' }, 'Orders', 21],
    [{ name: 'res.responseTime lt' }, 'Orders', 22],
    [{ name: 'res.status eq' }, 'Orders', 23],
    [{ name: 'res.body.a eq' }, 'Orders', 24],
  ])
})

test('scripts are counted, values of answers and made values are noted, documentation is kept', () => {
  const draft = draftOf({
    'a.bru': get(
      'none',
      [
        'headers {\n  X-Id: {{$guid}}\n}',
        'vars:post-response {\n  token: res.body.access_token\n}',
        'script:post-response {\n  bru.setVar("token", res.body.access_token);\n}',
        'tests {\n  test("x", () => {});\n}',
        'settings {\n  encodeUrl: true\n  followRedirects: false\n}',
        'docs {\n  # Orders\n  {"a": 1}\n}',
      ].join('\n\n'),
    ),
  })
  expect(draft.calls[0]).toMatchObject({ notes: '# Orders\n{"a": 1}', followRedirects: false })
  expect(draft.notes.map(({ fact }) => fact)).toEqual([
    { code: 'value_of_answer', evidence: { text: '{{token}}' } },
    { code: 'generated_value', evidence: { text: '{{$guid}}' } },
    { code: 'scripts_not_run', evidence: { count: 2 } },
  ])
})

test('kept examples, a time limit and blocks of later versions are noted', () => {
  const text =
    'settings {\n  timeout: 500\n}\nexample {\n  name: A\n\n  response: {\n  }\n}\nsomething:new {\n  a: 1\n}\n'
  expect(draftOf({ 'a.bru': get('none', text) }).notes.map(({ fact, place }) => [fact.evidence, place.line])).toEqual([
    [{ name: 'something:new' }, 21],
    [{ name: 'settings.timeout' }, 12],
    [{ name: 'examples' }, 12],
  ])
})

test('environments of a workspace hold for each of its collections', () => {
  const drafts = readBruno({
    'w/workspace.yml': 'opencollection: 1.0.0\ninfo:\n  name: W\n  type: workspace\n',
    'w/environments/Live.yml': 'name: Live\nvariables:\n  - { name: api, value: https://api.test }\n',
    'w/collections/a/opencollection.yml': 'opencollection: 1.0.0\ninfo: { name: A }\n',
    'w/collections/a/r.yml': 'info: { name: R, type: http }\nhttp: { method: GET, url: "{{api}}" }\n',
    'w/collections/b/bruno.json': '{ "name": "B" }',
    'w/collections/b/r.bru': get('none'),
  })
  const counts = drafts.map(({ name, calls, variableSets }) => `${name} ${calls.length} ${variableSets.length}`)
  expect(counts.toSorted()).toEqual(['A 1 0', 'B 1 0', 'W 0 1'])
})

test('other protocols are left out by name', () => {
  const draft = draftOf({
    'a.bru': 'meta {\n  name: Feed\n  type: ws\n}\n\nws {\n  url: ws://x\n}\n',
    'b.bru': 'grpc {\n  url: x:1\n}\n',
  })
  expect(draft.calls).toEqual([])
  expect(draft.notes.map(({ fact, call }) => [fact.evidence, call])).toEqual([
    [{ protocol: 'WebSocket' }, 'Feed'],
    [{ protocol: 'gRPC' }, 'b'],
  ])
})

test('a file that cannot be read is noted with its line, and the others are read', () => {
  const draft = draftOf({ ...shop, 'shop/a.bru': get('none'), 'shop/b.bru': 'get {\n  url: x\n  broken\n}\n' })
  expect(draft.calls).toHaveLength(1)
  expect(draft.notes).toMatchObject([
    { fact: { code: 'file_damaged', evidence: { name: 'b.bru' } }, place: { file: 'shop/b.bru', line: 3 } },
  ])
})

test.each([
  ['a block without an end', { 'a.bru': '\nget {\n  url: x\n' }, 2],
  ['what is between blocks', { 'a.bru': get('none') + '\n}}\n' }, 13],
  ['the only file', { 'opencollection.yml': 'opencollection: 1\ninfo: [' }, 2],
])('%s is refused with its line where nothing else is there', (_, files, line) => {
  let problem: unknown
  try {
    readBruno(files)
  } catch (error) {
    problem = error instanceof ImportRefused ? error.problem : error
  }
  expect(problem).toMatchObject({ code: 'text_invalid', evidence: { format: 'bruno', line } })
})

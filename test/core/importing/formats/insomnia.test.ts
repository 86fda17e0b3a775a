import { readForeign } from '../../../../electron/core/importing/read-foreign.ts'
import { expect, test } from 'vitest'
import { parseFile } from '../../../../electron/core/importing/drafts/parse-file.ts'
import { insomniaImporter } from '../../../../electron/core/importing/formats/insomnia/insomnia.ts'
import { missingImports, sharedImport } from '../../../support/shared-imports.ts'
import { because } from '../../../support/skipped.ts'

const read = (...texts: string[]) => {
  const files = texts.map((text, index) => parseFile({ path: `file${index}.yaml`, text }))
  return insomniaImporter.read(insomniaImporter.claim(files))
}

const workspace = { _id: 'wrk_1', parentId: null, name: 'Shop', scope: 'collection', _type: 'workspace' }
const read4 = (...resources: object[]) =>
  read(JSON.stringify({ _type: 'export', __export_format: 4, resources: [workspace, ...resources] }))
const request = (members: object) => ({
  _id: 'req_1',
  parentId: 'wrk_1',
  _type: 'request',
  name: 'Orders',
  method: 'GET',
  url: 'https://api.test/orders',
  ...members,
})
const callOf = (members: object) => read4(request(members))[0]?.calls[0]
const factsOf = (drafts: ReturnType<typeof read>) => drafts.flatMap(({ notes }) => notes.map(({ fact }) => fact))

const client = {
  type: 'oauth2',
  grantType: 'client_credentials',
  accessTokenUrl: '{{ _.as }}/token',
  clientId: 'shop',
  clientSecret: 's3cret',
  scope: 'read  write',
}

test('client credentials of a folder go along with all requests in it that say nothing themselves', () => {
  const [draft] = read4(
    { _id: 'fld_1', parentId: 'wrk_1', _type: 'request_group', name: 'Admin', authentication: client },
    { _id: 'fld_2', parentId: 'fld_1', _type: 'request_group', name: 'Deep', authentication: {} },
    request({ _id: 'a', parentId: 'fld_2', authentication: {} }),
    request({ _id: 'b', parentId: 'fld_2', authentication: { type: 'none' } }),
    request({ _id: 'c', parentId: 'fld_2', authentication: { type: 'basic', username: 'x', disabled: true } }),
    request({ _id: 'd', authentication: {} }),
  )
  const kinds = draft?.calls.map(({ authorization }) => authorization)
  expect(kinds?.map(({ kind }) => kind)).toEqual(['client', 'none', 'client', 'none'])
  expect(draft?.calls[0]?.folders).toEqual(['Admin', 'Deep'])
  expect(kinds?.[2]).toBe(kinds?.[0])
  expect(kinds?.[0]).toMatchObject({
    client: {
      name: 'Admin',
      place: { pointer: '/resources/1/authentication' },
      settings: {
        token_endpoint: '{{as}}/token',
        client_id: 'shop',
        token_endpoint_auth_method: 'client_secret_basic',
      },
      secrets: { client_secret: 's3cret' },
    },
  })
})

test.each([
  [{ credentialsInBody: true }, 'client_secret_post'],
  [{ credentialsInBody: 'false' }, 'client_secret_basic'],
  [{ credentialsInBody: 'true', clientSecret: '' }, 'none'],
])('a client with %j authenticates with %s', (members, method) => {
  const call = callOf({ authentication: { ...client, ...members } })
  expect(call?.authorization).toMatchObject({ client: { settings: { token_endpoint_auth_method: method } } })
})

test('audience, resource and origin of a client are kept, and an ID that has to be encoded is sent as it is', () => {
  const call = callOf({
    authentication: {
      ...client,
      clientId: 'a@b',
      audience: 'https://api.test',
      resource: 'urn:x',
      origin: 'https://o.test',
    },
  })
  expect(call?.authorization).toMatchObject({
    client: {
      settings: {
        audience: 'https://api.test',
        resource: ['urn:x'],
        headers: [{ name: 'Origin', value: 'https://o.test' }],
        basicEncoding: 'raw',
      },
    },
  })
})

test.each([
  [
    { type: 'oauth2', grantType: 'password' },
    { code: 'other_grant', evidence: { grant: 'password' } },
  ],
  [{ type: 'oauth2' }, { code: 'other_grant', evidence: { grant: 'authorization_code' } }],
  [{ type: 'iam' }, { code: 'other_authorization', evidence: { type: 'iam' } }],
])('%j is another authorization', (authentication, fact) => {
  expect(callOf({ authentication })?.authorization).toEqual({ kind: 'other', fact })
})

test('a bearer token, an API key and Basic credentials go where they are sent', () => {
  expect(callOf({ authentication: { type: 'bearer', token: '{{ token }}', prefix: '' } })).toMatchObject({
    headers: [{ name: 'Authorization', value: 'Bearer {{token}}', enabled: true }],
    authorization: { kind: 'unsaid' },
  })
  expect(callOf({ authentication: { type: 'apikey', key: 'key', value: 'a&b', addTo: 'queryParams' } })?.query).toEqual(
    [{ name: 'key', value: 'a%26b', enabled: true }],
  )
  expect(callOf({ authentication: { type: 'basic', username: '{{ _.u }}', password: 'p' } })?.authorization).toEqual({
    kind: 'basic',
    username: '{{u}}',
    password: 'p',
  })
})

test('variables are written our way, and no expression is worked out or quoted with the texts in it', () => {
  const call = callOf({
    url: "{{ _.base }}/{{ a.b }}/{{ _['c-d'] }}/{{ _.roles[0] }}/{{_.x | replace('k', 's3cret')}}",
    headers: [
      { name: 'X', value: "{% response 'body', 'req_2', 'b64::JC5h::46b' %}" },
      { name: 'Y', value: "{% uuid 'v4' %}{# no #}", disabled: true },
    ],
  })
  expect(call?.url).toBe("{{base}}/{{a.b}}/{{c-d}}/{{roles.0}}/{{_.x | replace('k', 's3cret')}}")
  expect(call?.headers[1]).toEqual({ name: 'Y', value: "{% uuid 'v4' %}{# no #}", enabled: false })
  expect(factsOf(read4(request({ url: "{{ _.x | replace('k', 's3cret') }}", headers: call?.headers ?? [] })))).toEqual([
    { code: 'value_of_answer', evidence: { text: "{% response '…', '…', '…' %}" } },
    { code: 'generated_value', evidence: { text: "{% uuid '…' %}" } },
    { code: 'expression', evidence: { text: "{{ _.x | replace('…', '…') }}" } },
  ])
})

test('a token out of the answer of another call is one that the app requests itself', () => {
  const tag = "{% response 'body', 'req_2', 'b64::JC5h::46b' %}"
  const drafts = read4(
    request({ _id: 'a', authentication: { type: 'bearer', token: tag } }),
    request({ _id: 'b', headers: [{ name: 'authorization', value: `Bearer ${tag}` }] }),
    request({ _id: 'c', headers: [{ name: 'Authorization', value: `Other ${tag}` }] }),
  )
  expect(drafts[0]?.calls.slice(0, 2).map(({ headers }) => headers[0]?.value)).toEqual([
    'Bearer {{access_token}}',
    'Bearer {{access_token}}',
  ])
  expect(drafts[0]?.notes).toMatchObject([
    { fact: { code: 'value_of_answer' }, place: { pointer: '/resources/3/headers/0/value' } },
  ])
})

test('a template without an end is text', () => {
  expect(
    callOf({ url: 'https://api.test/{{ _.a }}/{{ b', body: { mimeType: 'text/plain', text: '{% {{{{' } }),
  ).toMatchObject({
    url: 'https://api.test/{{a}}/{{ b',
    body: { text: '{% {{{{' },
  })
})

test('parameters of the path take their values, or become variables', () => {
  expect(
    callOf({
      url: 'http://:8080/v1/:id/:id.x/things/:open?at=/:id',
      pathParameters: [
        { name: 'id', value: 'a b/c' },
        { name: 'open', value: '' },
      ],
    })?.url,
  ).toBe('http://:8080/v1/a%20b%2Fc/{{id.x}}/things/{{open}}?at=/:id')
})

test('parameters of the query are encoded except what is encoded already, and an address without a scheme has http', () => {
  const call = callOf({
    url: 'localhost:3000/x',
    parameters: [
      { name: 'q', value: 'a b&{{ _.c }}%20ü' },
      { name: 'off', value: '', disabled: true },
      { name: '', value: 'nothing' },
    ],
  })
  expect(call?.url).toBe('http://localhost:3000/x')
  expect(call?.query).toEqual([
    { name: 'q', value: 'a%20b%26{{c}}%20%C3%BC', enabled: true },
    { name: 'off', value: '', enabled: false },
  ])
})

test.each([
  ['JSON', { mimeType: 'application/json', text: '{"a": {{ _.n }}}' }, { kind: 'json', text: '{"a": {{n}}}' }],
  [
    'XML',
    { mimeType: 'application/xml', text: '<a/>' },
    { kind: 'text', text: '<a/>', contentType: 'application/xml' },
  ],
  ['GraphQL', { mimeType: 'application/graphql', text: '{"query":"{a}"}' }, { kind: 'json', text: '{"query":"{a}"}' }],
  [
    'a form',
    { mimeType: 'application/x-www-form-urlencoded', params: [{ name: 'a', value: '1', disabled: true }, 7] },
    { kind: 'form', fields: [{ name: 'a', value: '1', enabled: false }] },
  ],
  [
    'several parts',
    {
      mimeType: 'multipart/form-data',
      params: [
        { name: 'f', type: 'file', fileName: 'C:\\Users\\me\\a.pdf' },
        { name: 't', value: '{}', multiline: 'application/json' },
      ],
    },
    {
      kind: 'multipart',
      parts: [
        { kind: 'file', name: 'f', file: { path: '', name: 'a.pdf' }, contentType: '', enabled: true },
        { kind: 'text', name: 't', value: '{}', contentType: 'application/json', enabled: true },
      ],
    },
  ],
  [
    'a file',
    { mimeType: 'application/octet-stream', fileName: '/home/me/b.bin' },
    { kind: 'file', file: { path: '', name: 'b.bin' }, contentType: 'application/octet-stream' },
  ],
  ['a text of version 2', 'plain', { kind: 'text', text: 'plain', contentType: '' }],
  ['nothing', {}, { kind: 'none' }],
])('a body of %s is kept as it is', (_, body, expected) => {
  expect(callOf({ body })?.body).toEqual(expected)
})

test('a body whose templates are not resolved stays as it is', () => {
  expect(
    callOf({ body: { mimeType: 'text/x', text: '{{ _.a }}' }, settingDisableRenderRequestBody: true })?.body,
  ).toMatchObject({ text: '{{ _.a }}' })
})

test('sub environments are stages, and the base one is too where they replace a value of it', () => {
  const environment = (id: string, parentId: string, name: string, data: object) => ({
    _id: id,
    parentId,
    name,
    data,
    _type: 'environment',
  })
  const sets = (base: object) =>
    read4(
      request({}),
      environment('env_1', 'wrk_1', 'Base', base),
      environment('env_2', 'env_1', 'Test', { url: 'https://test', user: { roles: ['a', 2] } }),
    )[0]
  expect(sets({ url: 'https://live' })?.variableSets.map(({ name }) => name)).toEqual(['Base', 'Test'])
  expect(sets({ other: 1, url: '' })).toMatchObject({
    variables: [
      { name: 'other', value: '1' },
      { name: 'url', value: '' },
    ],
    variableSets: [
      {
        name: 'Test',
        variables: [
          { name: 'url', value: 'https://test', secret: false },
          { name: 'user.roles.0', value: 'a' },
          { name: 'user.roles.1', value: '2' },
        ],
      },
    ],
  })
})

test('values of the vault are secret and empty, and variables that are switched off are named', () => {
  const drafts = read4({
    _id: 'env_1',
    parentId: 'wrk_1',
    _type: 'environment',
    name: 'Live',
    data: { a: 'b', __insomnia_vault: { key: 'encrypted' } },
    kvPairData: [
      { name: 'key', value: 'encrypted', type: 'secret', enabled: true },
      { name: 'old', value: 'x', type: 'str', enabled: false },
    ],
  })
  expect(drafts[0]?.variableSets[0]?.variables).toEqual([
    { name: 'a', value: 'b', secret: false },
    { name: 'vault.key', value: '', secret: true },
  ])
  expect(factsOf(drafts)).toEqual([
    { code: 'variable_switched_off', evidence: { name: 'old' } },
    { code: 'variable_without_value', evidence: { name: 'vault.key' } },
  ])
})

test('variables and headers of folders go along with the calls in them, the nearest last', () => {
  const [draft] = read4(
    {
      _id: 'f1',
      parentId: 'wrk_1',
      _type: 'request_group',
      name: 'A',
      environment: { v: '1', w: '2' },
      headers: [{ name: 'X-A', value: 'a' }],
    },
    { _id: 'f2', parentId: 'f1', _type: 'request_group', name: 'B', environment: { v: '3' } },
    request({
      parentId: 'f2',
      headers: [
        { name: 'User-Agent', value: 'insomnia/11' },
        { name: 'X-B', value: 'b' },
      ],
    }),
  )
  expect(draft?.calls[0]?.variables.map(({ name, value }) => `${name}=${value}`).toSorted()).toEqual(['v=3', 'w=2'])
  expect(draft?.calls[0]?.headers.map(({ name }) => name)).toEqual(['X-A', 'X-B'])
})

test('requests come in the order of their sort keys, whatever the order of the file', () => {
  const [draft] = read4(
    request({ _id: 'a', name: 'second', metaSortKey: -1 }),
    request({ _id: 'b', name: 'first', metaSortKey: -2 }),
    request({ _id: 'c', name: 'third', metaSortKey: 'x' }),
  )
  expect(draft?.calls.map(({ name }) => name)).toEqual(['first', 'second', 'third'])
})

test('each workspace of an export is a collection, and what has no parent is in the first', () => {
  const drafts = read4(
    { ...workspace, _id: 'wrk_2', name: 'Bank' },
    request({ _id: 'a', parentId: 'wrk_2' }),
    request({ _id: 'b', parentId: 'gone' }),
    request({ _id: 'c', parentId: '__WORKSPACE_ID__' }),
  )
  expect(drafts.map(({ name, calls }) => [name, calls.length])).toEqual([
    ['Shop', 2],
    ['Bank', 1],
  ])
  expect(factsOf(drafts)).toEqual([{ code: 'reference_missing', evidence: { reference: 'gone' } }])
})

test('folders that are in each other, or twice in the file, lose no request and are named', () => {
  const drafts = read4(
    { _id: 'f1', parentId: 'f2', _type: 'request_group', name: 'A' },
    { _id: 'f2', parentId: 'f1', _type: 'request_group', name: 'B' },
    { _id: 'f2', parentId: 'wrk_1', _type: 'request_group', name: 'B' },
    request({ _id: 'a', parentId: 'f1' }),
    request({ _id: 'a', parentId: 'f2' }),
  )
  expect(drafts[0]?.calls.map(({ folders }) => folders)).toEqual([['A', 'B'], ['A']])
  expect(factsOf(drafts).map(({ code }) => code)).toEqual(['reference_loop', 'duplicates'])
})

test('scripts, other protocols, cookies and specifications are named with their places', () => {
  const [draft] = read4(
    request({ preRequestScript: 'x()', afterResponseScript: ' ' }),
    { _id: 'g', parentId: 'wrk_1', _type: 'grpc_request', name: 'Stream' },
    { _id: 's', parentId: 'wrk_1', _type: 'api_spec', contents: 'openapi: 3.0.0' },
    { _id: 'j', parentId: 'wrk_1', _type: 'cookie_jar', cookies: [] },
  )
  expect(draft?.notes).toMatchObject([
    { fact: { code: 'scripts_not_run', evidence: { count: 1 } }, call: 'Orders' },
    { fact: { code: 'protocol_not_supported', evidence: { protocol: 'gRPC' } }, call: 'Stream' },
    { fact: { code: 'not_used', evidence: { name: 'api_spec' } }, place: { pointer: '/resources/3' }, call: '' },
  ])
})

test('version 5 is a tree whose members have other names', () => {
  const [draft] = read(`type: collection.insomnia.rest/5.0
schema_version: "5.1"
name: Shop
meta: { id: wrk_1 }
collection:
  - name: Later
    url: "{{ _.base }}/later"
    method: GET
    meta: { id: req_2, sortKey: -1, description: Note }
    settings: { followRedirects: "off" }
    scripts: { preRequest: a(), afterResponse: b() }
  - name: Folder
    meta: { id: fld_1, sortKey: -5 }
    authentication: { type: oauth2, grantType: client_credentials, accessTokenUrl: "https://as.test/token", clientId: c }
    children:
      - { name: Today, url: "https://api.test/today", method: POST, meta: { id: req_1 } }
      - { name: Live, url: "wss://api.test/live", meta: { id: ws-req_1 } }
      - { name: Old, url: "grpc.test:9000", reflectionApi: { enabled: false } }
cookieJar: { name: Default Jar }
certificates: [{ path: /certs/ca.pem }]
environments:
  name: Base Environment
  data: { base: "https://api.test" }
  subEnvironments:
    - { name: Staging, data: { base: "https://staging.test" } }
`)
  expect(draft?.version).toBe('5.1')
  expect(draft?.calls).toMatchObject([
    {
      name: 'Today',
      folders: ['Folder'],
      authorization: { kind: 'client', client: { name: 'Folder', settings: { caFile: '/certs/ca.pem' } } },
    },
    { name: 'Later', notes: 'Note', url: '{{base}}/later', followRedirects: false },
  ])
  expect(draft?.variableSets.map(({ name }) => name)).toEqual(['Base Environment', 'Staging'])
  expect(draft?.notes.map(({ fact, place }) => [fact.code, place.pointer])).toEqual([
    ['protocol_not_supported', '/collection/1/children/1'],
    ['protocol_not_supported', '/collection/1/children/2'],
    ['scripts_not_run', '/collection/0'],
    ['file_not_read', '/certificates/0/path'],
  ])
})

const specification = {
  openapi: '3.0.3',
  info: { title: 'Spec', version: '1' },
  servers: [{ url: 'https://api.test' }],
  paths: { '/orders': { get: { responses: {} } } },
}

test.each([
  [
    'a text',
    {
      _type: 'export',
      __export_format: 4,
      resources: [
        workspace,
        { _id: 'spc', _type: 'api_spec', parentId: 'wrk_1', contents: JSON.stringify(specification) },
      ],
    },
  ],
  ['part of the file', { type: 'spec.insomnia.rest/5.0', name: 'Shop', spec: { contents: specification } }],
])('a workspace without requests has those of its specification, which is %s', (_, file) => {
  const drafts = read(JSON.stringify(file))
  expect(drafts.map(({ format, calls }) => [format, calls.length])).toEqual([
    ['insomnia', 0],
    ['openapi', 1],
  ])
  expect(factsOf(drafts.slice(0, 1))).toEqual([])
  expect(drafts[1]?.calls[0]?.place.file).toBe('file0.yaml')
})

test('environments of the same name stay apart, and a base alone is called as its workspace', () => {
  const [draft] = read(`type: environment.insomnia.rest/5.0
name: Servers
environments:
  name: Base Environment
  data: { a: 1 }
  subEnvironments: [{ name: Live, data: { a: 2 } }, { name: Live, data: { a: 3 } }, { name: Live 2, data: { a: 4 } }]
`)
  expect(draft?.variableSets.map(({ name, variables }) => `${name}=${variables[0]?.value}`)).toEqual([
    'Servers=1',
    'Live=2',
    'Live 3=3',
    'Live 2=4',
  ])
})

test('a file of environments alone has a set for each', () => {
  const [draft] = read(`type: environment.insomnia.rest/5.0
name: Servers
environments:
  - { name: Local, data: { base: "http://localhost" } }
  - { name: "", data: { base: "http://other" } }
`)
  expect(draft?.variableSets.map(({ name, variables }) => [name, variables[0]?.value])).toEqual([
    ['Local', 'http://localhost'],
    ['Servers', 'http://other'],
  ])
})

test('files of single models, as Git keeps them, are one workspace', () => {
  const drafts = read(
    'type: RequestGroup\n_id: fld_1\nparentId: wrk_1\nname: Folder',
    'type: Request\n_id: req_1\nparentId: fld_1\nname: Orders\nmethod: GET\nurl: https://api.test',
    'type: Workspace\n_id: wrk_1\nparentId: null\nname: Shop',
  )
  expect(drafts).toMatchObject([
    { name: 'Shop', calls: [{ name: 'Orders', folders: ['Folder'], place: { file: 'file1.yaml' } }] },
  ])
})

test.each([
  '{"_type":"export","__export_format":4}',
  '{"resources":[]}',
  'type: collection.insomnia.rest',
  '{"type":"Request","_id":"req_1"}',
  '[]',
])('%s is not of Insomnia', (text) => {
  expect(insomniaImporter.claim([parseFile({ path: 'x.yaml', text })])).toEqual([])
})

test('folders too deep in each other, and more requests than can be imported, are refused', () => {
  const folders = Array.from({ length: 60 }, (_, depth) => ({
    _id: `f${depth}`,
    parentId: depth === 0 ? 'wrk_1' : `f${depth - 1}`,
    _type: 'request_group',
  }))
  expect(() => read4(...folders)).toThrow('nested_too_deep')
  expect(() => read4(...Array.from({ length: 5001 }, () => request({})))).toThrow('too_many_calls')
})

test.skipIf(missingImports !== null)(
  `an export of Kong has one client, and eight requests in four folders${because(missingImports)}`,
  () => {
    const [draft, ...others] = read(sharedImport('insomnia/kong-oauth-v4.yaml'))
    const kinds = draft?.calls.map(({ authorization }) => authorization.kind)
    expect(others).toEqual([])
    expect(kinds).toEqual(['other', 'other', 'other', 'other', 'other', 'other', 'client', 'other'])
    expect(new Set(draft?.calls.flatMap(({ folders }) => folders)).size).toBe(4)
    expect(draft?.calls.find(({ authorization }) => authorization.kind === 'client')?.authorization).toMatchObject({
      client: {
        settings: {
          token_endpoint: 'http://127.0.0.1:4010/oidc/token',
          client_id: 'client_credentials',
          token_endpoint_auth_method: 'client_secret_basic',
          scope: 'openid',
        },
      },
    })
  },
)

test.skipIf(missingImports !== null)(
  `an export with nested values has three environments${because(missingImports)}`,
  () => {
    const [draft] = read(sharedImport('insomnia/bruno-v4-with-envs.json'))
    expect(draft?.variableSets.map(({ name }) => name)).toEqual(['Base Environment', 'Staging', 'Development'])
    expect(draft?.variables).toContainEqual({ name: 'user.roles.1', value: 'user', secret: false })
  },
)

test.each([
  ['_type: export\n__export_format: 4\nresources:\n', '  - _id: req_1\n    accessTokenUrl: https://as.example/token\n'],
  ['type: collection.insomnia.rest/5.0\ncollection:\n', '  - accessTokenUrl: https://as.example/token\n'],
])('an export in YAML that was cut short is refused, and is no file of variables', (head, item) => {
  const text = `${head}${item}    clientId: me\n    clientSecret: s3cret-4711\n    _typ\n`
  expect(() => readForeign([{ path: 'cut.yaml', text }], () => 'id')).toThrow('text_invalid')
})

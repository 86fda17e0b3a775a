import { expect, test } from 'vitest'
import { parseFile } from '../../../../electron/core/importing/drafts/parse-file.ts'
import { yaakImporter } from '../../../../electron/core/importing/formats/yaak/yaak.ts'

const read = (...texts: string[]) => {
  const files = texts.map((text, index) => parseFile({ path: `yaak.file${index}.yaml`, text }))
  return yaakImporter.read(yaakImporter.claim(files))
}

const workspace = { model: 'workspace', id: 'wk_1', name: 'Shop' }
const request = (members: object) => ({
  model: 'http_request',
  id: 'rq_1',
  workspaceId: 'wk_1',
  name: 'Orders',
  method: 'GET',
  url: 'https://api.test/orders',
  ...members,
})
const folder = (id: string, folderId: string | null, members: object = {}) => ({
  model: 'folder',
  id,
  workspaceId: 'wk_1',
  folderId,
  name: id,
  ...members,
})
const readExport = (resources: object) =>
  read(JSON.stringify({ yaakVersion: '2026.5.0', yaakSchema: 4, resources: { workspaces: [workspace], ...resources } }))
const callOf = (members: object) => readExport({ httpRequests: [request(members)] })[0]?.calls[0]
const factsOf = (drafts: ReturnType<typeof read>) => drafts.flatMap(({ notes }) => notes.map(({ fact }) => fact))

const oauth2 = (members: object = {}) => ({
  authenticationType: 'oauth2',
  authentication: {
    grantType: 'client_credentials',
    accessTokenUrl: 'as.test/token',
    clientId: 'shop',
    clientSecret: '${[ secret ]}',
    scope: 'read',
    audience: 'https://api.test',
    ...members,
  },
})

test('a request takes the authentication of the nearest folder or workspace that has one', () => {
  const [draft] = readExport({
    workspaces: [{ ...workspace, authenticationType: 'bearer', authentication: { token: '${[ t ]}' } }],
    folders: [folder('fl_1', null, oauth2()), folder('fl_2', 'fl_1')],
    httpRequests: [
      request({ id: 'a', folderId: 'fl_2', authenticationType: null }),
      request({ id: 'b', folderId: 'fl_2', authenticationType: 'none' }),
      request({ id: 'c', folderId: 'fl_1', authenticationType: 'basic', authentication: { disabled: true } }),
      request({ id: 'd', folderId: null }),
    ],
  })
  expect(draft?.calls.map(({ authorization }) => authorization.kind)).toEqual(['client', 'none', 'none', 'unsaid'])
  expect(draft?.calls[0]).toMatchObject({
    folders: ['fl_1', 'fl_2'],
    authorization: {
      client: {
        name: 'fl_1',
        settings: {
          token_endpoint: 'https://as.test/token',
          client_id: 'shop',
          token_endpoint_auth_method: 'client_secret_post',
          scope: 'read',
          audience: 'https://api.test',
        },
        secrets: { client_secret: '{{secret}}' },
      },
    },
  })
  expect(draft?.calls[3]?.headers).toEqual([{ name: 'Authorization', value: 'Bearer {{t}}', enabled: true }])
})

test.each([
  [{ credentials: 'basic' }, { token_endpoint_auth_method: 'client_secret_basic', basicEncoding: 'raw' }],
  [
    {
      clientCredentialsMethod: 'client_assertion',
      clientAssertionAlgorithm: 'ES256',
      clientAssertionSecret: '{"kty":1}',
    },
    { token_endpoint_auth_method: 'private_key_jwt', assertion: { alg: 'ES256' } },
  ],
  [
    { clientCredentialsMethod: 'client_assertion', clientAssertionSecret: 'k' },
    { token_endpoint_auth_method: 'client_secret_jwt', assertion: { alg: 'HS256' } },
  ],
])('a client with %j authenticates as %j', (members, settings) => {
  expect(callOf(oauth2(members))?.authorization).toMatchObject({ client: { settings } })
})

test('another header for the token, another grant and a sealed secret are named', () => {
  const sealed = "${[ secure(value='YENC_abc') ]}"
  const drafts = readExport({
    httpRequests: [request(oauth2({ clientSecret: sealed, headerName: 'X-Token', headerPrefix: '' }))],
  })
  expect(drafts[0]?.calls[0]?.authorization).toMatchObject({ client: { secrets: {} } })
  expect(factsOf(drafts)).toEqual([
    { code: 'not_used', evidence: { name: 'headerName' } },
    { code: 'not_used', evidence: { name: 'headerPrefix' } },
    { code: 'encrypted_value', evidence: { name: 'clientSecret' } },
  ])
  expect(callOf(oauth2({ grantType: 'password' }))?.authorization).toEqual({
    kind: 'other',
    fact: { code: 'other_grant', evidence: { grant: 'password' } },
  })
})

test('variables are written our way, and functions stay as text', () => {
  const drafts = readExport({
    httpRequests: [
      request({
        url: '${[ base ]}/${[a.b-c]}/\\${[ no ]}/${[ open',
        headers: [
          { name: 'X', value: "${[ response.body.path(request='rq_2', path=b64'JC5h') ]}", enabled: false },
          { name: 'Y', value: '${[ uuid.v4() ]}' },
          { name: 'Z', value: "${[ prompt.text(label='s3cret') ]}" },
        ],
      }),
    ],
  })
  expect(drafts[0]?.calls[0]?.url).toBe('{{base}}/{{a.b-c}}/${[ no ]}/${[ open')
  expect(factsOf(drafts)).toEqual([
    { code: 'value_of_answer', evidence: { text: "${[ response.body.path(request='…', path=b64'…') ]}" } },
    { code: 'generated_value', evidence: { text: '${[ uuid.v4() ]}' } },
    { code: 'expression', evidence: { text: "${[ prompt.text(label='…') ]}" } },
  ])
})

test('parameters of a URL go into its path or its query, encoded as they are sent', () => {
  const call = callOf({
    url: 'localhost:8080/v1/:id/:id/:other?x=/:id',
    urlParameters: [
      { name: ':id', value: 'a b' },
      { name: ':gone', value: '1' },
      { name: 'q', value: '100%&${[ v ]}', enabled: false },
    ],
  })
  expect(call?.url).toBe('http://localhost:8080/v1/a%20b/a%20b/{{other}}?x=/:id')
  expect(call?.query).toEqual([
    { name: '%3Agone', value: '1', enabled: true },
    { name: 'q', value: '100%25%26{{v}}', enabled: false },
  ])
})

test('headers of a request that are on replace those of its folders that have the same name', () => {
  const [draft] = readExport({
    workspaces: [
      {
        ...workspace,
        headers: [
          { name: 'X-A', value: '1' },
          { name: 'x-b', value: '1' },
        ],
      },
    ],
    folders: [folder('fl_1', null, { headers: [{ name: 'X-B', value: '2' }] })],
    httpRequests: [
      request({
        folderId: 'fl_1',
        headers: [
          { name: 'x-a', value: '3' },
          { name: 'X-A', value: '4' },
          { name: 'x-b', value: '5', enabled: false },
        ],
      }),
    ],
  })
  expect(
    draft?.calls[0]?.headers.filter(({ enabled }) => enabled).map(({ name, value }) => `${name}=${value}`),
  ).toEqual(['x-a=3', 'X-A=4', 'X-B=2'])
})

test.each([
  [
    'application/json',
    { text: '{\n  // note\n  "a": "http://x"}' },
    { kind: 'json', text: '{\n  \n  "a": "http://x"}' },
  ],
  ['application/json', { text: '{} // kept', sendJsonComments: true }, { kind: 'json', text: '{} // kept' }],
  ['text/xml', { text: '<a>${[ b ]}</a>' }, { kind: 'text', text: '<a>{{b}}</a>', contentType: 'text/xml' }],
  ['other', { text: 'x' }, { kind: 'text', text: 'x', contentType: '' }],
  [
    'graphql',
    { query: '{a}', variables: '{"b":1}' },
    { kind: 'json', text: '{\n  "query": "{a}",\n  "variables": {"b":1}\n}' },
  ],
  [
    'application/x-www-form-urlencoded',
    { form: [{ name: 'a', value: '1', enabled: false }] },
    { kind: 'form', fields: [{ name: 'a', value: '1', enabled: false }] },
  ],
  [
    'multipart/form-data',
    { form: [{ name: 'f', file: '/home/me/a.pdf', contentType: 'application/pdf' }] },
    {
      kind: 'multipart',
      parts: [
        { kind: 'file', name: 'f', file: { path: '', name: 'a.pdf' }, contentType: 'application/pdf', enabled: true },
      ],
    },
  ],
  ['binary', { filePath: '/home/me/b.bin' }, { kind: 'file', file: { path: '', name: 'b.bin' }, contentType: '' }],
])('a body of %s with %j is kept as it is sent', (bodyType, body, expected) => {
  expect(callOf({ bodyType, body })?.body).toEqual(expected)
})

const environment = (members: object) => ({
  model: 'environment',
  id: 'ev',
  workspaceId: 'wk_1',
  name: 'Live',
  ...members,
})
const variables = [{ name: 'base', value: 'https://api.test' }]

// Both are called Live: the base is a stage as well, since the other replaces a value of it.
test.each([
  [
    'schema 5',
    [
      { parentModel: 'workspace', variables },
      { parentModel: 'environment', variables },
    ],
  ],
  [
    'schema 4',
    [
      { base: true, variables },
      { base: false, variables },
    ],
  ],
  [
    'schema 3',
    [
      { environmentId: null, variables },
      { environmentId: 'ev', variables },
    ],
  ],
])('the base environment of %s holds for all others', (_, environments) => {
  const [draft] = readExport({ environments: environments.map(environment) })
  expect(draft?.variables).toEqual([{ name: 'base', value: 'https://api.test', secret: false }])
  expect(draft?.variableSets.map(({ name }) => name)).toEqual(['Live', 'Live 2'])
})

test('the first schemas have variables in the workspace and call their list requests', () => {
  const [draft] = readExport({
    workspaces: [{ ...workspace, variables }],
    requests: [request({})],
    environments: [environment({})],
  })
  expect(draft).toMatchObject({
    variables: [{ name: 'base' }],
    variableSets: [{ name: 'Live' }],
    calls: [{ name: 'Orders' }],
  })
})

test('variables that are sealed are secret and empty, and those that are switched off are named', () => {
  const drafts = readExport({
    environments: [
      environment({
        variables: [
          { name: 'key', value: "${[ secure(value='YENC_x') ]}" },
          { name: 'old', value: 'x', enabled: false },
        ],
      }),
    ],
  })
  expect(drafts[0]?.variableSets[0]?.variables).toEqual([{ name: 'key', value: '', secret: true }])
  expect(factsOf(drafts)).toEqual([
    { code: 'encrypted_value', evidence: { name: 'key' } },
    { code: 'variable_switched_off', evidence: { name: 'old' } },
  ])
})

test('the environment of a folder goes along with the calls in it, and so do settings', () => {
  const drafts = readExport({
    workspaces: [{ ...workspace, settingFollowRedirects: false, settingValidateCertificates: false }],
    folders: [folder('fl_1', null)],
    environments: [environment({ parentModel: 'folder', parentId: 'fl_1', variables })],
    httpRequests: [
      request({ id: 'a', folderId: 'fl_1', settingFollowRedirects: { enabled: false, value: true } }),
      request({ id: 'b', settingFollowRedirects: { enabled: true, value: true } }),
    ],
    grpcRequests: [{ id: 'g', workspaceId: 'wk_1', name: 'Stream' }],
  })
  expect(drafts[0]?.variableSets).toEqual([])
  expect(drafts[0]?.calls).toMatchObject([
    { followRedirects: false, variables: [{ name: 'base' }] },
    { followRedirects: true, variables: [] },
  ])
  expect(drafts[0]?.notes.map(({ fact, place }) => [fact.code, place.pointer])).toEqual([
    ['certificate_checks_off', '/resources/workspaces/0/settingValidateCertificates'],
    ['protocol_not_supported', '/resources/grpcRequests/0'],
  ])
})

test('a synchronized folder is one workspace, each of its files a model', () => {
  const drafts = read(
    'type: http_request\nmodel: http_request\nid: rq_1\nworkspaceId: wk_1\nfolderId: fl_1\nname: Orders\nsortPriority: 2\nmethod: GET\nurl: https://api.test',
    JSON.stringify(request({ id: 'rq_2', name: 'First', folderId: 'fl_1', sortPriority: 1 })),
    'model: folder\nid: fl_1\nworkspaceId: wk_1\nname: Folder',
    'model: workspace\nid: wk_1\nname: Shop',
    'model: unknown\nid: x\nworkspaceId: wk_1',
  )
  expect(drafts).toMatchObject([
    {
      name: 'Shop',
      calls: [{ name: 'First', folders: ['Folder'] }, { place: { file: 'yaak.file0.yaml', pointer: '' } }],
    },
  ])
})

test('parents that are missing or in themselves lose no request', () => {
  const drafts = readExport({
    folders: [folder('fl_1', 'fl_2'), folder('fl_2', 'fl_1')],
    httpRequests: [request({ id: 'a', folderId: 'fl_2' }), request({ id: 'b', folderId: 'gone' })],
  })
  expect(drafts[0]?.calls.map(({ folders }) => folders)).toEqual([['fl_1', 'fl_2'], []])
  expect(factsOf(drafts)).toEqual([
    { code: 'reference_missing', evidence: { reference: 'gone' } },
    { code: 'reference_loop', evidence: { reference: 'fl_2' } },
  ])
})

test.each(['{"yaakSchema":4}', '{"model":"http_request","id":"x"}', '{"resources":{}}', 'model: workspace'])(
  '%s is not of Yaak',
  (text) => {
    expect(yaakImporter.claim([parseFile({ path: 'x.yaml', text })])).toEqual([])
  },
)

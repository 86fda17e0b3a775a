import { expect, test } from 'vitest'
import { newEnvironment } from '../../../../electron/catalogue/new-environment.ts'
import type { ApiBody, ApiCall } from '../../../../electron/contract/api-call.ts'
import type { EnvironmentInput } from '../../../../electron/contract/environment.ts'
import { exportAll } from '../../../../electron/core/exporting/other-tools/exporter.ts'
import { httpFileExporter } from '../../../../electron/core/exporting/other-tools/http-file/http-file-exporter.ts'
import { readForeign } from '../../../../electron/core/importing/read-foreign.ts'

const environment = (members: Partial<EnvironmentInput> = {}): EnvironmentInput => ({
  ...newEnvironment,
  name: 'Shop Test',
  token_endpoint: 'https://as.test.example/token',
  client_id: 'shop',
  scope: 'read write',
  ...members,
})

const call = (members: Partial<ApiCall> = {}): ApiCall => ({
  id: 'c',
  environmentId: 'e',
  name: 'Orders',
  folder: '',
  notes: '',
  method: 'GET',
  url: 'https://api.test.example/orders',
  query: [],
  headers: [],
  body: { kind: 'none' },
  followRedirects: true,
  authorization: 'environment',
  renewOn401: true,
  scope: '',
  assertions: [],
  ...members,
})

const written = (value: EnvironmentInput, ...calls: ApiCall[]) => exportAll(httpFileExporter, [{ value, calls }])
test('an environment is a file with its variables, its token request and its calls', () => {
  const value = environment({
    variables: [
      { name: 'base', value: 'https://api.test.example', secret: false },
      { name: 'api.key', value: '', secret: true },
    ],
  })
  const { files } = written(
    value,
    call({
      folder: 'Orders/Old',
      notes: 'First line\n@name second',
      url: '{{base}}/orders',
      headers: [{ name: 'X-Key', value: '{{api.key}}', enabled: true }],
    }),
  )
  expect(files).toEqual([
    {
      path: 'shop-test.http',
      text: `# Shop Test
# Secrets are not in this file. Copy .env.example to .env and fill it in.

@token_endpoint = https://as.test.example/token
@client_id = shop
@base = https://api.test.example
@client_secret = {{$dotenv CLIENT_SECRET}}
@api_key = {{$dotenv API_KEY}}
# VS Code REST Client and Visual Studio take the token out of the answer to the request "token": send that first.
@access_token = {{token.response.body.$.access_token}}

### token
# @name token
POST {{token_endpoint}}
Content-Type: application/x-www-form-urlencoded
Accept: application/json
Authorization: Basic {{client_id}} {{client_secret}}

grant_type=client_credentials&scope=read%20write

# IntelliJ and httpYac: remove the line that begins with @access_token above, and the "# " before the next line.
# > {% client.global.set("access_token", response.body.access_token); %}

### Orders
# Folder: Orders/Old
# First line
# - @name second
GET {{base}}/orders
X-Key: {{api_key}}
Authorization: Bearer {{access_token}}
`,
    },
    { path: '.env.example', text: '# Of shop-test.http\nCLIENT_SECRET=\nAPI_KEY=\n' },
  ])
})

test.each([
  [
    'client_secret_post',
    'grant_type=client_credentials&client_id={{client_id}}&client_secret={{client_secret}}&scope=',
  ],
  ['none', 'grant_type=client_credentials&client_id={{client_id}}&scope='],
  ['private_key_jwt', '&client_assertion={{client_assertion}}&scope='],
  ['tls_client_auth', 'grant_type=client_credentials&client_id={{client_id}}&scope='],
] as const)('the token request of %s says how the client authenticates', (method, expected) => {
  const { files, notes } = written(environment({ token_endpoint_auth_method: method }))
  expect(files[0]?.text).toContain(expected)
  expect(files[0]?.text).not.toContain('Authorization: Basic')
  expect(notes.length > 0).toBe(method === 'private_key_jwt' || method === 'tls_client_auth')
})

test('what the file has no place for is noted', () => {
  const { notes } = written(
    environment({
      dpop: { enabled: true, alg: 'ES256', keyFile: '' },
      network: {
        ...newEnvironment.network,
        caFile: '/ca.pem',
        proxy: { mode: 'explicit', url: 'http://proxy', username: '', bypass: '' },
      },
      variables: [{ name: 'two', value: 'a\nb', secret: false }],
    }),
    call({
      url: '{{gone}}/x',
      query: [{ name: 'a', value: '1', enabled: false }],
      assertions: [{ kind: 'status', expected: '200' }],
      method: 'POST',
      body: { kind: 'file', file: { path: '/home/me/a.bin', name: 'a.bin' }, contentType: '' },
    }),
  )
  expect(notes.map(({ fact, call: name }) => [fact.code, name])).toEqual([
    ['certificate_not_kept', ''],
    ['proxy_not_kept', ''],
    ['dpop_not_kept', ''],
    ['variable_not_kept', ''],
    ['variable_without_value', ''],
    ['switched_off_not_kept', 'Orders'],
    ['assertions_not_kept', 'Orders'],
    ['file_to_place', 'Orders'],
  ])
})

test('several environments have a file each and secrets of their own', () => {
  const { files } = exportAll(httpFileExporter, [
    { value: environment(), calls: [] },
    { value: environment({ name: 'Shop: Test' }), calls: [] },
    { value: environment({ name: '生产', token_endpoint: '' }), calls: [] },
  ])
  expect(files.map(({ path }) => path)).toEqual([
    'shop-test.http',
    'shop-test-2.http',
    'environment.http',
    '.env.example',
  ])
  expect(files.at(-1)?.text).toContain('SHOP_TEST_2_CLIENT_SECRET=\n')
})

test.each<[string, ApiBody, string[]]>([
  ['a comment', { kind: 'text', text: 'a\n# b', contentType: 'text/plain' }, ['a\n# b']],
  ['a separator', { kind: 'json', text: '{\n### x\n}' }, ['{\n### x\n}']],
  ['the name of a file', { kind: 'text', text: '< ./etc', contentType: '' }, ['< ./etc']],
  ['a line end of Windows', { kind: 'text', text: 'a\r\nb', contentType: '' }, ['a\r\nb']],
  ['nothing odd', { kind: 'json', text: '{\n  "a": "# ### <"\n}' }, []],
  ['XML', { kind: 'text', text: '<a>\n  <b/>\n</a>', contentType: 'application/xml' }, []],
])('a body with %s comes out as it is', (_, body, files) => {
  const made = written(environment(), call({ method: 'POST', body }))
  const others = made.files.filter(({ path }) => path.includes('/'))
  expect(others.map(({ text }) => text)).toEqual(files)
  const place = others[0] === undefined ? ('text' in body ? body.text : '') : `< ./${others[0].path}`
  expect(made.files[0]?.text).toContain(`\n\n${place}\n`)
})

const query = [
  { name: 'q', value: 'a%20b', enabled: true },
  { name: 'flag', value: null, enabled: true },
]
const calls = [
  call({ name: 'Plain', query, headers: [{ name: 'X-A', value: 'b: c # d', enabled: true }] }),
  call({ name: 'Other', authorization: 'none', folder: 'Rest', notes: 'A note' }),
  call({ name: 'JSON', method: 'POST', body: { kind: 'json', text: '{\n  "a": "{{who}} \\" ü"\n}' } }),
  call({
    name: 'Text',
    method: 'PUT',
    body: { kind: 'text', text: 'line\n\nline {{who}}', contentType: 'text/plain' },
  }),
  call({
    name: 'Form',
    method: 'POST',
    body: {
      kind: 'form',
      fields: [
        { name: 'a', value: 'b c&d=e+ü', enabled: true },
        { name: 'who', value: '{{who}}', enabled: true },
      ],
    },
  }),
  call({
    name: 'Parts',
    method: 'POST',
    body: {
      kind: 'multipart',
      parts: [
        { kind: 'text', name: 'a', value: 'two\nlines', contentType: '', enabled: true },
        { kind: 'file', name: 'f', file: { path: '', name: 'a b.pdf' }, contentType: 'application/pdf', enabled: true },
      ],
    },
  }),
]

test('a call that follows no redirect says so', () => {
  expect(written(environment(), call({ followRedirects: false })).files[0]?.text).toContain('\n# @no-redirect\nGET ')
})

test('our own import reads back the same client and calls', () => {
  const value = environment({
    audience: 'https://api.test.example',
    resource: ['urn:a', 'urn:b'],
    variables: [{ name: 'who', value: 'me', secret: false }],
  })
  const files = written(value, ...calls).files.filter(({ path }) => path.endsWith('.http'))
  const [read, ...others] = readForeign(files, () => 'id')?.environments ?? []
  expect(others).toEqual([])
  expect(read?.value).toMatchObject({
    token_endpoint: value.token_endpoint,
    client_id: 'shop',
    token_endpoint_auth_method: 'client_secret_basic',
    scope: 'read write',
    audience: value.audience,
    resource: value.resource,
  })
  const compared = ({ name, method, url, query: rows, headers, body, authorization }: ApiCall) => ({
    name,
    method,
    url,
    query: rows,
    headers,
    body,
    authorization,
  })
  expect(read?.calls.map((one) => compared({ ...call(), ...one }))).toEqual(calls.map(compared))
})

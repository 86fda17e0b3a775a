import * as fc from 'fast-check'
import * as sdk from 'postman-collection'
import { expect, test } from 'vitest'
import { newApiRequest, newCallLabel } from '../../../../electron/catalogue/new-api-request.ts'
import { newEnvironment } from '../../../../electron/catalogue/new-environment.ts'
import { urlText } from '../../../../electron/common/query-rows.ts'
import { type ApiBody, type ApiCall, apiCallSchema, type ApiPart } from '../../../../electron/contract/api-call.ts'
import type { EnvironmentInput } from '../../../../electron/contract/environment.ts'
import { exportAll } from '../../../../electron/core/exporting/other-tools/exporter.ts'
import { postmanExporter } from '../../../../electron/core/exporting/other-tools/postman/postman-exporter.ts'
import { readForeign } from '../../../../electron/core/importing/read-foreign.ts'

const callOf = (members: Partial<ApiCall>): ApiCall => ({
  ...newApiRequest,
  ...newCallLabel,
  id: 'c',
  environmentId: 'e',
  url: 'https://api.test/orders',
  ...members,
})

const shop: EnvironmentInput = {
  ...newEnvironment,
  name: 'Shop: "live" ü',
  token_endpoint: 'https://as.test/token',
  client_id: 'shop',
  basicEncoding: 'raw',
  scope: 'read write',
  audience: 'https://api.test',
  resource: ['urn:a', 'urn:b'],
  parameters: [
    { name: 'tenant', value: 'a: b' },
    { name: 'tenant', value: '12345678901234567890' },
  ],
  headers: [{ name: 'X-Trace', value: 'on' }],
  variables: [
    { name: 'api', value: 'https://api.test', secret: false },
    { name: 'lines', value: 'one\n  "two"\r\n}', secret: false },
    { name: 'page', value: '1', secret: false },
    { name: 'x', value: '', secret: false },
    { name: 'key', value: '', secret: true },
  ],
}

const calls: readonly ApiCall[] = [
  callOf({
    name: 'List: all "of" them',
    folder: 'Orders/2. Old',
    url: '{{api}}/orders',
    query: [
      { name: 'page', value: '{{page}}', enabled: true },
      { name: 'off', value: 'a', enabled: false },
      { name: 'raw', value: null, enabled: true },
      { name: 'none', value: '', enabled: true },
      { name: 'q', value: 'a=b%20c+d ü', enabled: true },
    ],
    headers: [
      { name: 'X-Key', value: '{{key}}', enabled: true },
      { name: 'X-Off', value: 'a: b', enabled: false },
    ],
    followRedirects: true,
    notes: '# Orders\n\n  indented }\n}',
  }),
  callOf({
    name: 'Old',
    folder: 'Orders',
    method: 'POST',
    body: { kind: 'json', text: '{\n  "id": 12345678901234567890.10,\n  "x": {{x}} "\\u00fc\n}' },
    authorization: 'none',
  }),
  callOf({
    name: 'CSV',
    folder: 'Orders',
    method: 'PUT',
    body: { kind: 'text', text: 'a\r\nb', contentType: 'text/csv' },
  }),
  callOf({ name: 'Plain', method: 'PUT', body: { kind: 'text', text: ' {{lines}} ', contentType: 'text/plain' } }),
  callOf({ name: 'Untyped', method: 'PUT', body: { kind: 'text', text: '<', contentType: '' } }),
  callOf({
    name: 'Form',
    method: 'PATCH',
    body: {
      kind: 'form',
      fields: [
        { name: 'a: b&=', value: 'one\ntwo', enabled: true },
        { name: '', value: 'x', enabled: false },
      ],
    },
  }),
  callOf({
    name: 'Parts',
    method: 'POST',
    body: {
      kind: 'multipart',
      parts: [
        { kind: 'file', name: 'f', file: { path: '', name: 'x ü.png' }, contentType: 'image/png', enabled: true },
        { kind: 'text', name: 't', value: '{"a": "{{page}}"}', contentType: 'application/json', enabled: true },
        { kind: 'text', name: 'off', value: '', contentType: '', enabled: false },
      ],
    },
  }),
  callOf({
    name: 'File',
    method: 'PUT',
    body: { kind: 'file', file: { path: '', name: 'x.bin' }, contentType: 'x/y' },
  }),
  callOf({ name: 'Colons', url: 'http://[::1]:8080/v1/:batch/items:get/:file.json/', method: 'DELETE' }),
]

const readBack = (value: EnvironmentInput, written: readonly ApiCall[]) => {
  let count = 0
  return (
    readForeign(exportAll(postmanExporter, [{ value, calls: written }]).files, () => `id${count++}`)?.environments ?? []
  )
}

const plain = (all: readonly Partial<ApiCall>[]) =>
  all
    .map(({ id: _id, environmentId: _environment, ...call }) => call)
    .toSorted((a, b) => `${a.folder}/${a.name}`.localeCompare(`${b.folder}/${b.name}`))

test('an import gives the same environment and the same calls', () => {
  const [environment, ...others] = readBack(shop, calls)
  expect(others).toEqual([])
  const { variables, ...value } = environment?.value ?? newEnvironment
  const { variables: written, ...expected } = shop
  const byName = (all: EnvironmentInput['variables']) => all.toSorted((a, b) => a.name.localeCompare(b.name))
  expect(byName(variables)).toEqual(byName(written))
  expect({ ...value, stage: shop.stage }).toEqual(expected)
  expect(plain(environment?.calls ?? [])).toEqual(plain(calls))
})

const awkward = [
  '',
  '"',
  '\\',
  '\n',
  '\r\n',
  '\t',
  '{',
  '}}',
  '{{',
  '{{page}}',
  '{{nothing}}',
  ':',
  '=',
  '&',
  '%20',
  '+',
  '#',
  "'''",
  'ü',
  '生产',
  '👩‍💻',
  '\u2028',
  '\u0000',
  '12345678901234567890.10',
  'null',
  '__proto__',
  '/',
  '//',
]
const piece = fc.oneof(fc.constantFrom(...awkward), fc.string({ unit: 'grapheme', maxLength: 6 }))
/** What is called a key would be imported as a secret. */
const some = fc
  .array(piece, { minLength: 1, maxLength: 4 })
  .map((pieces) => pieces.join('') || 'x')
  .filter((text) => !/key/i.test(text))
/** Of what a query, a header, and a name of a person hold as they are. */
const inQuery = some.map((text) => text.replace(/[&#=\s]/g, '') || 'q')
const inHeader = some.map((text) => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '').trim())
const label = some.map((text) => text.replaceAll('/', '-').trim() || 'n')
const token = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/).map((name) => `x-${name}-y`)
const enabled = fc.boolean()
const type = fc.constantFrom('', 'text/plain', 'text/csv', 'application/xml; charset=utf-8')

const bodies: fc.Arbitrary<ApiBody> = fc.oneof(
  fc.constant<ApiBody>({ kind: 'none' }),
  fc.record({ kind: fc.constant('json' as const), text: some }),
  fc.record({ kind: fc.constant('text' as const), text: some, contentType: type }),
  fc.record({
    kind: fc.constant('form' as const),
    fields: fc.array(fc.record({ name: some, value: piece, enabled }), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('multipart' as const),
    parts: fc.array(
      fc.oneof(
        fc.record({ kind: fc.constant('text' as const), name: some, value: piece, contentType: type, enabled }),
        fc.record({
          kind: fc.constant('file' as const),
          name: some,
          file: fc.record({ path: fc.constant(''), name: label.map((name) => name.replaceAll('\\', '-')) }),
          contentType: type,
          enabled,
        }),
      ),
      { minLength: 1, maxLength: 3 },
    ),
  }),
)

/** Those that are no variable are not given back: see own-braces.test.ts. */
const hasOtherBraces = (call: ApiCall): boolean =>
  /\{\{(?!(?:[A-Za-z0-9_.-]{1,100})?\}\})/.test(JSON.stringify({ ...call, name: '', folder: '', notes: '' }))

const anyCall: fc.Arbitrary<ApiCall> = fc
  .record({
    name: label,
    folder: fc.array(label, { maxLength: 2 }).map((names) => names.join('/')),
    notes: some,
    method: fc.constantFrom('GET' as const, 'POST' as const, 'DELETE' as const),
    url: fc.constantFrom(
      '{{api}}',
      'https://api.test',
      'https://a.api.test:8443/v1/:batch',
      '{{page}}.test/{{x}}/a:b',
      'http://[::1]/',
    ),
    query: fc.array(fc.record({ name: inQuery, value: fc.option(inQuery), enabled }), { maxLength: 3 }),
    headers: fc.array(fc.record({ name: token, value: inHeader, enabled }), { maxLength: 3 }),
    body: bodies,
    followRedirects: fc.boolean(),
    authorization: fc.constantFrom('environment' as const, 'none' as const),
  })
  .map(callOf)
  .filter((call) => apiCallSchema.safeParse(call).success && !hasOtherBraces(call))

test('whatever is in a call, an import gives it back, and Postman reads what is sent', () => {
  fc.assert(
    fc.property(anyCall, (call) => {
      const [environment] = readBack(shop, [call])
      expect(plain(environment?.calls ?? [])).toEqual(plain([call]))
      const items: sdk.Item[] = []
      collectionOf(shop, [call]).forEachItem((item) => items.push(item))
      expect(items.map(sentBy)).toEqual([sent(call)])
    }),
    { numRuns: 300 },
  )
})

const collectionOf = (value: EnvironmentInput, written: readonly ApiCall[]): sdk.Collection =>
  new sdk.Collection(JSON.parse(exportAll(postmanExporter, [{ value, calls: written }]).files[0]?.text ?? ''))

test('Postman reads the client, and sends what the calls send', () => {
  const collection = collectionOf(shop, calls)
  expect(collection.auth?.type).toBe('oauth2')
  expect(collection.auth?.parameters().toObject()).toMatchObject({
    grant_type: 'client_credentials',
    accessTokenUrl: 'https://as.test/token',
    clientId: 'shop',
    clientSecret: '{{client_secret}}',
    client_authentication: 'header',
    scope: 'read write',
  })
  expect(collection.variables.get('lines')).toBe('one\n  "two"\r\n}')
  expect([collection.variables.get('key'), collection.variables.get('client_secret')]).toEqual(['', ''])
  const items = new Map<string, sdk.Item>()
  collection.forEachItem((item) => items.set(item.name, item))
  expect([...items.keys()].toSorted()).toEqual(calls.map(({ name }) => name).toSorted())
  for (const call of calls) expect(sentBy(items.get(call.name))).toEqual(sent(call))
})

interface Sent {
  auth: string | undefined
  method: string | undefined
  url: string | undefined
  headers: unknown
  body: unknown
}

/** What Postman reads in an item, without what is switched off. */
function sentBy(item: sdk.Item | undefined): Sent {
  const request = item?.request
  const on = <Row extends { disabled?: boolean }>(rows: Row[] | undefined) =>
    rows?.filter(({ disabled }) => disabled !== true)
  const body = request?.body
  return {
    auth: item?.getAuth()?.type,
    method: request?.method,
    url: request?.url.toString(),
    headers: on(request?.headers.all())?.map(({ key, value }) => `${key}: ${value}`),
    body:
      body?.raw ??
      on(body?.urlencoded?.all())?.map(({ key, value }) => [key, value]) ??
      on(body?.formdata?.all())?.map((row) => row.toJSON()) ??
      body?.file,
  }
}

/** What we send. */
function sent(call: ApiCall): Sent {
  const { body } = call
  const type =
    'contentType' in body && !/^(?:text\/plain|)$/.test(body.contentType) ? [`Content-Type: ${body.contentType}`] : []
  return {
    auth: call.authorization === 'none' ? 'noauth' : 'oauth2',
    method: call.method,
    url: urlText(call),
    headers: [...call.headers.filter(({ enabled }) => enabled).map(({ name, value }) => `${name}: ${value}`), ...type],
    body: sentBody(body),
  }
}

const sentPart = (part: ApiPart): object => ({
  key: part.name,
  type: part.kind,
  ...(part.kind === 'file' ? { src: part.file.name } : { value: part.value }),
  ...(part.contentType === '' ? {} : { contentType: part.contentType }),
})

function sentBody(body: ApiBody): unknown {
  switch (body.kind) {
    case 'none':
      return undefined
    case 'json':
    case 'text':
      return body.text
    case 'form':
      return body.fields.filter(({ enabled }) => enabled).map(({ name, value }) => [name, value])
    case 'multipart':
      return body.parts.filter(({ enabled }) => enabled).map(sentPart)
    case 'file':
      return { src: body.file.name }
  }
}

test('several environments are a collection each, with names that no file system refuses', () => {
  const named = (name: string) => ({ value: { ...shop, name }, calls: [] })
  const { files } = exportAll(postmanExporter, [named('Shop: live'), named('shop- LIVE'), named('CON'), named('../..')])
  expect(files.map(({ path }) => path)).toEqual([
    'Shop- live.postman_collection.json',
    'shop- LIVE 2.postman_collection.json',
    'CON-.postman_collection.json',
    '-.postman_collection.json',
  ])
})

test('what Postman has no place for is listed, and no secret is asked for where there is none', () => {
  const value: EnvironmentInput = {
    ...shop,
    token_endpoint_auth_method: 'private_key_jwt',
    issuer: 'https://as.test',
    dpop: { enabled: true, alg: 'ES256', keyFile: '' },
    network: {
      ...newEnvironment.network,
      proxy: { mode: 'explicit', url: 'http://proxy.test', username: '', bypass: '' },
      clientCertificate: { certificate: '', certificateFile: '/c.pem', keyFile: '/k.pem' },
    },
  }
  const call = callOf({
    name: 'A',
    url: '{{gone}}/a',
    scope: 'x',
    renewOn401: true,
    assertions: [{ kind: 'status', expected: '2xx' }],
    body: { kind: 'file', file: { path: '/home/me/a.bin', name: 'a.bin' }, contentType: '' },
  })
  const { files, notes } = exportAll(postmanExporter, [{ value, calls: [call] }])
  expect(notes.map(({ fact, call: name }) => [fact.code, Object.values(fact.evidence).join(), name])).toEqual([
    ['method_not_supported', 'private_key_jwt', ''],
    ['certificate_not_kept', '/c.pem', ''],
    ['proxy_not_kept', 'http://proxy.test', ''],
    ['setting_not_kept', 'issuer', ''],
    ['dpop_not_kept', 'ES256', ''],
    ['variable_without_value', 'gone', ''],
    ['assertions_not_kept', '1', 'A'],
    ['setting_not_kept', 'scope', 'A'],
    ['setting_not_kept', 'renewOn401', 'A'],
    ['file_to_place', 'a.bin', 'A'],
  ])
  expect(files[0]?.text).not.toMatch(/client_secret|clientSecret|\/home\/me/)
})

test('an environment without a token endpoint has its calls alone', () => {
  const value = { ...shop, token_endpoint: '' }
  expect(collectionOf(value, [callOf({ name: 'A' })]).auth).toBeUndefined()
})

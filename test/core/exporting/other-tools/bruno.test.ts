import * as lang from '@usebruno/lang'
import { expect, test } from 'vitest'
import { newApiRequest, newCallLabel } from '../../../../electron/catalogue/new-api-request.ts'
import { newEnvironment } from '../../../../electron/catalogue/new-environment.ts'
import type { ApiCall } from '../../../../electron/contract/api-call.ts'
import type { EnvironmentInput } from '../../../../electron/contract/environment.ts'
import { exportAll } from '../../../../electron/core/exporting/other-tools/exporter.ts'
import { brunoExporter } from '../../../../electron/core/exporting/other-tools/bruno/bruno-exporter.ts'
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
  name: 'Shop: live',
  stage: 'production',
  token_endpoint: 'https://as.test/token',
  client_id: 'shop',
  scope: 'read write',
  audience: 'https://api.test',
  resource: ['urn:orders'],
  parameters: [{ name: 'tenant', value: 'a: b' }],
  headers: [{ name: 'X-Trace', value: 'on' }],
  network: {
    ...newEnvironment.network,
    proxy: { mode: 'explicit', url: 'http://proxy.test:3128', username: 'me', bypass: 'localhost' },
    clientCertificate: { certificate: '', certificateFile: '/c.pem', keyFile: '/k.pem' },
  },
  variables: [
    { name: 'api', value: 'https://api.test', secret: false },
    { name: 'lines', value: 'one\n  two\n}', secret: false },
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
    ],
    headers: [
      { name: 'X-Key', value: '{{key}}', enabled: true },
      { name: 'X-Off', value: 'a: b', enabled: false },
    ],
    followRedirects: !newApiRequest.followRedirects,
    notes: '# Orders\n\n  indented }\n}',
    assertions: [
      { kind: 'status', expected: '200' },
      { kind: 'header', name: 'content-type', test: 'contains', value: 'json' },
      { kind: 'json', pointer: '/items/0/a b', test: 'equals', value: '"true"' },
      { kind: 'json', pointer: '/count', test: 'equals', value: '3' },
      { kind: 'json', pointer: '', test: 'exists', value: '' },
    ],
  }),
  callOf({
    name: 'Old',
    folder: 'Orders',
    method: 'POST',
    body: { kind: 'json', text: '{\n}\n\n{{x}}' },
    authorization: 'none',
  }),
  callOf({ name: 'old', folder: 'Orders', method: 'PUT', body: { kind: 'text', text: 'a', contentType: 'text/csv' } }),
  callOf({
    name: 'Form',
    method: 'PATCH',
    body: {
      kind: 'form',
      fields: [
        { name: 'a: b', value: 'one\ntwo', enabled: true },
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
        { kind: 'file', name: 'f', file: { path: '', name: 'x.png' }, contentType: 'image/png', enabled: true },
        { kind: 'text', name: 't', value: '{}', contentType: 'application/json', enabled: true },
      ],
    },
  }),
  callOf({
    name: 'environments',
    body: { kind: 'file', file: { path: '', name: 'x.bin' }, contentType: 'x/y' },
    method: 'PUT',
  }),
]

const { files, notes } = exportAll(brunoExporter, [{ value: shop, calls }])

test('a folder of .bru files is written, with names that no file system refuses', () => {
  expect(files.map(({ path }) => path)).toEqual([
    'bruno.json',
    'collection.bru',
    'environments/Shop- live.bru',
    'Orders/folder.bru',
    'Orders/2. Old/folder.bru',
    'Orders/2. Old/List- all -of- them.bru',
    'Orders/Old.bru',
    'Orders/old 2.bru',
    'Form.bru',
    'Parts.bru',
    'environments 2.bru',
  ])
  expect(notes.map(({ fact, call }) => [fact.code, call])).toEqual([
    ['file_to_place', 'Parts'],
    ['file_to_place', 'environments'],
  ])
})

test('Bruno reads every file, with what was in the environment', () => {
  const text = (path: string): string => files.find((file) => file.path === path)?.text ?? ''
  const requests = files.filter(
    ({ path }) => path.endsWith('.bru') && !/^(?:collection|environments\/.*)|folder\.bru$/.test(path),
  )
  expect(requests).toHaveLength(calls.length)
  for (const { text } of requests) expect(lang.bruToJsonV2(text).http?.['url']).toMatch(/^(?:https|\{\{)/)
  const list = lang.bruToJsonV2(text('Orders/2. Old/List- all -of- them.bru'))
  expect(list).toMatchObject({
    meta: { name: 'List: all "of" them', type: 'http', seq: '1' },
    http: { method: 'get', url: '{{api}}/orders?page={{page}}&raw', auth: 'inherit', body: 'none' },
    docs: '# Orders\n\n  indented }\n}',
  })
  expect(list.headers).toEqual([
    { name: 'X-Key', value: '{{key}}', enabled: true },
    { name: 'X-Off', value: 'a: b', enabled: false },
  ])
  expect(lang.collectionBruToJson(text('collection.bru'))).toMatchObject({
    auth: {
      mode: 'oauth2',
      oauth2: {
        grantType: 'client_credentials',
        accessTokenUrl: 'https://as.test/token',
        clientId: 'shop',
        clientSecret: '{{client_secret}}',
        scope: 'read write',
        credentialsPlacement: 'basic_auth_header',
      },
    },
    oauth2_additional_parameters_access_token_req_bodyvalues: [
      { name: 'audience', value: 'https://api.test' },
      { name: 'resource', value: 'urn:orders' },
      { name: 'tenant', value: 'a: b' },
    ],
    oauth2_additional_parameters_access_token_req_headers: [{ name: 'X-Trace', value: 'on' }],
  })
  const variables = lang.bruToEnvJsonV2(text('environments/Shop- live.bru')).variables
  expect(variables).toMatchObject([
    { name: 'api', value: 'https://api.test', secret: false },
    { name: 'lines', value: 'one\n  two\n}', secret: false },
    { name: 'page', value: '1', secret: false },
    { name: 'x', value: '', secret: false },
    { name: 'key', value: '', secret: true },
    { name: 'client_secret', value: '', secret: true },
  ])
})

test('an import gives the same environment and the same calls', () => {
  let count = 0
  const read = readForeign(files, () => `id${count++}`)
  expect(read?.environments).toHaveLength(1)
  const [environment] = read?.environments ?? []
  const { name: _, variables, ...value } = environment?.value ?? newEnvironment
  const { name: _name, variables: written, ...expected } = shop
  const byName = (all: EnvironmentInput['variables']) => all.toSorted((a, b) => a.name.localeCompare(b.name))
  expect(byName(variables)).toEqual(byName(written))
  // Bruno has no place for the stage, and writes Basic credentials as they are.
  expect({ ...value, stage: shop.stage, basicEncoding: shop.basicEncoding }).toEqual(expected)
  const plain = (all: readonly Partial<ApiCall>[]) =>
    all
      .map(({ id: _id, environmentId: _environment, ...call }) => call)
      .toSorted((a, b) => `${a.folder}/${a.name}`.localeCompare(`${b.folder}/${b.name}`))
  expect(plain(environment?.calls ?? [])).toEqual(plain(calls))
})

test('what Bruno has no place for is listed, and no secret is asked for where there is none', () => {
  const { files, notes } = exportAll(brunoExporter, [
    {
      value: {
        ...shop,
        token_endpoint_auth_method: 'private_key_jwt',
        issuer: 'https://as.test',
        client_id: 'a b',
        variables: [],
      },
      calls: [callOf({ name: 'A', scope: 'x', renewOn401: true, assertions: [{ kind: 'status', expected: '2xx' }] })],
    },
    { value: { ...newEnvironment, name: 'shop: LIVE' }, calls: [] },
  ])
  expect(notes).toEqual([
    {
      environment: 'Shop: live',
      call: '',
      fact: { code: 'method_not_supported', evidence: { method: 'private_key_jwt' } },
    },
    { environment: 'Shop: live', call: '', fact: { code: 'setting_not_kept', evidence: { field: 'issuer' } } },
    { environment: 'Shop: live', call: 'A', fact: { code: 'assertions_not_kept', evidence: { count: 1 } } },
    { environment: 'Shop: live', call: 'A', fact: { code: 'setting_not_kept', evidence: { field: 'scope' } } },
    { environment: 'Shop: live', call: 'A', fact: { code: 'setting_not_kept', evidence: { field: 'renewOn401' } } },
  ])
  expect(files.map(({ path }) => path.split('/')[0])).toContain('shop- LIVE 2')
  expect(files.find(({ path }) => path === 'Shop- live/collection.bru')?.text).not.toContain('client_secret')
  expect(lang.bruToEnvJsonV2(files.find(({ path }) => path.startsWith('Shop- live/env'))?.text ?? '')).toEqual({
    variables: [],
  })
})

test('no value ends its block and begins another', () => {
  const odd = "a\n'''\n}\nauth {\n  mode: none\n}\nvars {\n  b: '''\n"
  const { files, notes } = exportAll(brunoExporter, [
    {
      value: { ...newEnvironment, name: 'A', variables: [{ name: 'odd', value: odd, secret: false }] },
      calls: [
        callOf({
          name: 'B',
          method: 'POST',
          body: { kind: 'form', fields: [{ name: 'x\n}', value: odd, enabled: true }] },
        }),
        callOf({ name: '../..', folder: '../x', method: 'POST', body: { kind: 'json', text: odd } }),
      ],
    },
  ])
  expect(notes.map(({ fact }) => fact)).toEqual([
    { code: 'variable_not_kept', evidence: { name: 'odd' } },
    { code: 'setting_not_kept', evidence: { field: 'body' } },
  ])
  expect(files.every(({ path }) => !path.split('/').includes('..'))).toBe(true)
  expect(
    lang.bruToEnvJsonV2(files.find(({ path }) => path.startsWith('environments/'))?.text ?? '').variables,
  ).toMatchObject([{ name: 'client_secret' }])
  const inJson = files.find(({ text }) => text.includes('body:json'))
  expect(lang.bruToJsonV2(inJson?.text ?? '').body?.['json']).toBe(odd)
})

import { expect, test } from 'vitest'
import type { ImportDraft } from '../../../../electron/core/importing/drafts/import-draft.ts'
import { readForeign } from '../../../../electron/core/importing/read-foreign.ts'
import { readBruno } from '../../../support/bruno-files.ts'
import { because } from '../../../support/skipped.ts'
import { missingImports, sharedImport } from '../../../support/shared-imports.ts'

/** One collection in each form that Bruno has. */
const bru: Readonly<Record<string, string>> = {
  'bruno.json': JSON.stringify({
    version: '1',
    name: 'Shop',
    type: 'collection',
    proxy: {
      inherit: false,
      config: { protocol: 'http', hostname: 'proxy.test', port: 3128, auth: { username: 'u', password: 'p' } },
    },
    clientCertificates: {
      enabled: true,
      certs: [
        { domain: 'other.test', type: 'cert', certFilePath: 'o.pem', keyFilePath: 'o.key', passphrase: '' },
        { domain: '*.as.test', type: 'cert', certFilePath: '/c.pem', keyFilePath: '/k.pem', passphrase: 'pass' },
        { domain: 'eu.as.test', type: 'pfx', pfxFilePath: 'off.pfx', disabled: true },
      ],
    },
  }),
  'collection.bru': `headers {
  X-A: 1
}
auth {
  mode: oauth2
}
auth:oauth2 {
  grant_type: client_credentials
  access_token_url: {{as}}/token
  client_id: shop
  client_secret: {{secret}}
  scope: read
  credentials_placement: basic_auth_header
  credentials_id: main
}
auth:oauth2:additional_params:access_token_req:body {
  audience: https://api.test
}
vars:pre-request {
  page: 1
}
`,
  'environments/Live.bru': 'vars {\n  as: https://eu.as.test\n  ~old: 1\n}\nvars:secret [\n  secret\n]\n',
  '1. Orders/folder.bru':
    'meta {\n  name: Orders\n  seq: 1\n}\nauth {\n  mode: inherit\n}\nscript:pre-request {\n  x()\n}\n',
  '1. Orders/List.bru': `meta {
  name: List
  type: http
  seq: 1
}
post {
  url: https://api.test/:id?q=1
  body: multipartForm
  auth: inherit
}
params:query {
  q: 1
  ~off: 2
}
params:path {
  id: 7
}
headers {
  X-B: {{b}}
}
body:multipart-form {
  f: @file(dir/x.png) @contentType(image/png)
  t: y
}
vars:post-response {
  token: res.body.t
}
assert {
  res.status: eq 200
  res.body.a: isString
}
settings {
  followRedirects: false
}
docs {
  Lists.
}
`,
  'Query.bru': `meta {
  name: Query
  type: graphql
  seq: 2
}
post {
  url: https://api.test/graphql
  body: graphql
  auth: apikey
}
auth:apikey {
  key: X-Key
  value: {{key}}
  placement: header
}
body:graphql {
  { a }
}
body:graphql:vars {
  {}
}
`,
}

const openCollection = `opencollection: 1.0.0
info:
  name: Shop
config:
  proxy:
    inherit: false
    config: { protocol: http, hostname: proxy.test, port: 3128, auth: { username: u, password: p } }
  clientCertificates:
    - { domain: other.test, type: pem, certificateFilePath: o.pem, privateKeyFilePath: o.key }
    - { domain: '*.as.test', type: pem, certificateFilePath: /c.pem, privateKeyFilePath: /k.pem, passphrase: pass }
    - { domain: eu.as.test, type: pkcs12, pkcs12FilePath: off.pfx, disabled: true }
request:
  headers:
    - { name: X-A, value: '1' }
  auth:
    type: oauth2
    flow: client_credentials
    accessTokenUrl: '{{as}}/token'
    credentials: { clientId: shop, clientSecret: '{{secret}}', placement: basic_auth_header }
    scope: read
    tokenConfig: { id: main, placement: { header: Bearer } }
    additionalParameters:
      accessTokenRequest:
        - { name: audience, value: https://api.test, placement: body }
  variables:
    - { name: page, value: { type: number, data: '1' } }
`
const live = `name: Live
variables:
  - { name: as, value: https://eu.as.test }
  - { name: old, value: '1', disabled: true }
  - { secret: true, name: secret, description: { content: x } }
`
const folder = `info:
  name: Orders
  type: folder
  seq: 1
request:
  auth: inherit
  scripts:
    - { type: before-request, code: x() }
`
const list = `info:
  name: List
  type: http
  seq: 1
http:
  method: POST
  url: https://api.test/:id?q=1
  auth: inherit
  params:
    - { name: q, value: '1', type: query }
    - { name: off, value: '2', type: query, disabled: true }
    - { name: id, value: 7, type: path }
  headers:
    - { name: X-B, value: '{{b}}' }
  body:
    type: multipart-form
    data:
      - { name: f, type: file, value: [dir/x.png], contentType: image/png }
      - { name: t, type: text, value: y }
runtime:
  actions:
    - { type: set-variable, phase: after-response, selector: { expression: res.body.t }, variable: { name: token } }
  assertions:
    - { expression: res.status, operator: eq, value: '200' }
    - { expression: res.body.a, operator: isString }
settings:
  followRedirects: false
docs: Lists.
`
const query = `info:
  name: Query
  type: graphql
  seq: 2
graphql:
  url: https://api.test/graphql
  auth: { type: apikey, key: X-Key, value: '{{key}}', placement: header }
  body: { query: '{ a }', variables: '{}' }
`
const indented = (text: string, by: number) => text.replaceAll(/^(?=.)/gm, ' '.repeat(by)).slice(by)

const yaml = {
  'opencollection.yml': openCollection,
  'environments/Live.yml': live,
  '1. Orders/folder.yml': folder,
  '1. Orders/List.yml': list,
  'Query.yml': query,
}
const bundled = {
  'Shop.yml': `${openCollection.replace('config:', `config:\n  environments:\n    - ${indented(live, 6)}`)}items:
  - ${indented(folder, 4)}    items:
      - ${indented(list, 8)}  - ${indented(query, 4)}bundled: true
`,
}
const manifest: Readonly<Record<string, unknown>> = JSON.parse(bru['bruno.json'] ?? '')
const exported = {
  'Shop.json': JSON.stringify({
    name: 'Shop',
    version: '1',
    items: [
      {
        type: 'folder',
        name: 'Orders',
        seq: 1,
        root: { request: { auth: { mode: 'inherit' }, script: { req: 'x()' } }, meta: { name: 'Orders' } },
        items: [
          {
            type: 'http',
            name: 'List',
            seq: 1,
            settings: { followRedirects: false },
            request: {
              method: 'POST',
              url: 'https://api.test/:id?q=1',
              params: [
                { name: 'q', value: '1', type: 'query', enabled: true },
                { name: 'off', value: '2', type: 'query', enabled: false },
                { name: 'id', value: '7', type: 'path', enabled: true },
              ],
              headers: [{ name: 'X-B', value: '{{b}}', enabled: true }],
              body: {
                mode: 'multipartForm',
                multipartForm: [
                  { type: 'file', name: 'f', value: ['dir/x.png'], contentType: 'image/png', enabled: true },
                  { type: 'text', name: 't', value: 'y', enabled: true },
                ],
              },
              vars: { res: [{ name: 'token', value: 'res.body.t', enabled: true }] },
              assertions: [
                { name: 'res.status', value: 'eq 200', enabled: true },
                { name: 'res.body.a', value: 'isString', enabled: true },
              ],
              docs: 'Lists.',
              auth: { mode: 'inherit' },
            },
          },
        ],
      },
      {
        type: 'graphql',
        name: 'Query',
        seq: 2,
        request: {
          method: 'POST',
          url: 'https://api.test/graphql',
          body: { mode: 'graphql', graphql: { query: '{ a }', variables: '{}' } },
          auth: { mode: 'apikey', apikey: { key: 'X-Key', value: '{{key}}', placement: 'header' } },
        },
      },
    ],
    environments: [
      {
        name: 'Live',
        variables: [
          { name: 'as', value: 'https://eu.as.test', enabled: true, secret: false, type: 'text' },
          { name: 'old', value: '1', enabled: false, secret: false, type: 'text' },
          { name: 'secret', value: '', enabled: true, secret: true, type: 'text' },
        ],
      },
    ],
    root: {
      request: {
        headers: [{ name: 'X-A', value: '1', enabled: true }],
        auth: {
          mode: 'oauth2',
          oauth2: {
            grantType: 'client_credentials',
            accessTokenUrl: '{{as}}/token',
            clientId: 'shop',
            clientSecret: '{{secret}}',
            scope: 'read',
            credentialsPlacement: 'basic_auth_header',
            credentialsId: 'main',
            additionalParameters: {
              token: [{ name: 'audience', value: 'https://api.test', sendIn: 'body', enabled: true }],
            },
          },
        },
        vars: { req: [{ name: 'page', value: 1, dataType: 'number', enabled: true }] },
      },
    },
    brunoConfig: manifest,
  }),
}

/** Without places, which differ with the form. */
const said = (drafts: readonly ImportDraft[]): unknown =>
  JSON.parse(
    JSON.stringify(drafts, (name, value: unknown) => (name === 'place' || name === 'version' ? undefined : value)),
  )

const expected = said(readBruno(bru))

test('a folder of .bru files says all of it', () => {
  const client = {
    name: 'main',
    settings: {
      token_endpoint: '{{as}}/token',
      client_id: 'shop',
      scope: 'read',
      token_endpoint_auth_method: 'client_secret_basic',
      basicEncoding: 'raw',
      audience: 'https://api.test',
      proxy: { mode: 'explicit', url: 'http://proxy.test:3128', username: 'u', bypass: '' },
      clientCertificate: { certificateFile: '/c.pem', keyFile: '/k.pem' },
    },
    secrets: { client_secret: '{{secret}}', proxy_password: 'p', client_certificate_passphrase: 'pass' },
  }
  expect(expected).toMatchObject([
    {
      name: 'Shop',
      clients: [],
      calls: [
        {
          name: 'List',
          folders: ['Orders'],
          url: 'https://api.test/{{id}}',
          headers: [{ name: 'X-B' }, { name: 'X-A' }],
          authorization: { kind: 'client', client },
          followRedirects: false,
          assertions: [{ kind: 'status', expected: '200' }],
        },
        { name: 'Query', folders: [], body: { kind: 'json' }, authorization: { kind: 'unsaid' } },
      ],
      variables: [{ name: 'page', value: '1', secret: false }],
      variableSets: [{ name: 'Live', variables: [{ name: 'as' }, { name: 'secret', secret: true }] }],
    },
  ])
})

test.each([
  ['a folder of YAML files', yaml],
  ['one YAML file', bundled],
  ['an export in JSON', exported],
])('%s says the same as the folder of .bru files', (_, files) => {
  expect(said(readBruno(files))).toEqual(expected)
})

test('a certificate makes a client where the files have none', () => {
  const { 'opencollection.yml': _, ...rest } = yaml
  const text = openCollection.slice(0, openCollection.indexOf('request:'))
  const [draft] = readBruno({
    ...rest,
    'opencollection.yml': text
      .split('\n')
      .filter((line) => !/other|proxy|inherit|protocol/.test(line))
      .join('\n'),
  })
  expect(draft?.clients).toMatchObject([
    {
      settings: {
        token_endpoint_auth_method: 'tls_client_auth',
        clientCertificate: { certificateFile: '/c.pem', keyFile: '/k.pem' },
      },
      secrets: { client_certificate_passphrase: 'pass' },
    },
  ])
})

test.each([
  ['one request', { '': list }, 1, 0],
  ['one .bru file', { '': bru['Query.bru'] ?? '' }, 1, 0],
  ['an environment', { '': bru['environments/Live.bru'] ?? '' }, 0, 1],
  [
    'exported environments',
    {
      '': JSON.stringify({
        info: { type: 'bruno-environment' },
        environments: [{ name: 'a', variables: [] }, { name: 'b' }],
      }),
    },
    0,
    2,
  ],
  ['two collections', { 'a.yml': openCollection, 'b.yml': openCollection.replace('Shop', 'Other') }, 0, 0],
])('%s can be given alone', (_, files, calls, sets) => {
  const drafts = readBruno(files)
  expect(drafts.flatMap((draft) => draft.calls)).toHaveLength(calls)
  expect(drafts.flatMap((draft) => draft.variableSets)).toHaveLength(sets)
})

test('an environment of OpenCollection has the variables of the one that it extends, and the chosen of several values', () => {
  const [draft] = readBruno({
    'opencollection.yml': 'opencollection: 1.0.0',
    'environments/Base.yml':
      'name: Base\nextends: Live\nvariables:\n  - { name: as, value: a }\n  - { name: api, value: b }\n',
    'environments/Live.yml': [
      'name: Live',
      'extends: Base',
      'clientCertificates:',
      '  - { domain: x, type: pkcs12, pkcs12FilePath: /x.pfx }',
      'variables:',
      '  - name: api',
      '    value:',
      '      - { title: one, value: c }',
      '      - { title: two, value: { type: string, data: d }, selected: true }',
    ].join('\n'),
  })
  expect(
    draft?.variableSets.map(({ name, variables }) => [name, variables.map(({ name, value }) => `${name}=${value}`)]),
  ).toEqual([
    ['Base', ['api=b', 'as=a']],
    ['Live', ['as=a', 'api=d']],
  ])
  expect(draft?.clients).toMatchObject([{ settings: { clientCertificate: { certificateFile: '/x.pfx' } } }])
})

test('files of other tools in the folder of a collection are left to them', () => {
  const [draft] = readBruno({
    ...yaml,
    'spec.yml': 'openapi: 3.1.0\ninfo: { title: x }\n',
    'docker-compose.yml': 'services: {}',
  })
  expect(said([draft].flatMap((one) => one ?? []))).toEqual(expected)
})

test('members that objects have of themselves are names like any other', () => {
  const [draft] = readBruno({
    'a.json': JSON.stringify({
      brunoConfig: {},
      items: [
        { type: 'constructor', request: { auth: { mode: 'toString' } } },
        { type: 'http', request: { auth: { mode: '__proto__' }, url: 'x' } },
      ],
      root: {
        request: {
          auth: { mode: 'oauth2', oauth2: { grantType: 'client_credentials', constructor: 'x', valueOf: 1 } },
        },
      },
    }),
  })
  expect(draft?.calls).toHaveLength(1)
  expect(draft?.clients).toHaveLength(1)
})

test('a value that is nested without end is left empty', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  const [draft] = readBruno({
    'a.json': `{"brunoConfig":{},"items":[],"environments":[{"name":"A","variables":[{"name":"a","value":${deep}},{"name":"b","value":[{"c":1}]}]}]}`,
  })
  expect(draft?.variableSets[0]?.variables.map(({ value }) => value)).toEqual(['', '[{"c":1}]'])
})

/** A cut, a doubled and a changed place of each text, at so many places. */
function* changed(text: string): Generator<string> {
  const steps = 5
  for (let step = 1; step < steps; step++) {
    const at = Math.floor((text.length * step) / steps)
    yield text.slice(0, at)
    yield text.slice(0, at) + text.slice(at + 3)
    yield `${text.slice(0, at)}${text.slice(at - 20)}`
    for (const odd of ['{', '}', '\n', "'''", '"', ': ', '[', '{{', '\u0000', '\uD800'])
      yield `${text.slice(0, at)}${odd}${text.slice(at + 1)}`
  }
}

test('files that were changed anywhere are read, or refused by a problem, and never throw', () => {
  let read = 0
  for (const files of [bru, yaml, bundled, exported])
    for (const [path, text] of Object.entries(files))
      for (const odd of changed(text)) {
        try {
          readForeign(
            Object.entries({ ...files, [path]: odd }).map(([path, text]) => ({ path, text })),
            () => 'id',
          )
          read++
        } catch (error) {
          if (!(error instanceof Error && 'problem' in error)) throw error
        }
      }
  expect(read).toBeGreaterThan(200)
}, 60_000)

test.skipIf(missingImports !== null)(
  `a certificate alone, out of a file that we did not write${because(missingImports)}`,
  () => {
    const name = 'bruno/usebruno-pfx-yml/opencollection.yml'
    const [draft] = readBruno({ 'opencollection.yml': sharedImport(name) })
    expect(draft?.clients[0]?.settings.clientCertificate?.certificateFile).toBe('../../server/certs/client.pfx')
    expect(draft?.clients[0]?.secrets.client_certificate_passphrase).toBe('bruno')
  },
)

test.skipIf(missingImports !== null)(`collections that we did not write${because(missingImports)}`, () => {
  const read = (folder: string, paths: readonly string[]) => {
    let count = 0
    const files = paths.map((path) => ({ path, text: sharedImport(`bruno/${folder}/${path}`) }))
    return readForeign(files, () => `id${count++}`)
  }
  const keycloak = read('usebruno-keycloak-cc', [
    'collection.bru',
    'environments/oauth2.bru',
    'user_info_request-auth.bru',
  ])
  expect(keycloak?.environments).toMatchObject([
    {
      value: {
        name: 'oauth2',
        provider: 'keycloak',
        token_endpoint: 'http://localhost:8080/realms/bruno/protocol/openid-connect/token',
        client_id: 'account',
        token_endpoint_auth_method: 'client_secret_post',
        scope: 'openid',
      },
      calls: [{ name: 'user_info_request-auth', authorization: 'environment' }],
    },
  ])
  expect(keycloak?.notes.map(({ fact }) => fact.code)).toContain('differs_in_authorization')
  const oauth2 = read('usebruno-oauth2', ['environments/Local.bru', 'resource.bru', 'token.bru'])
  expect(oauth2?.environments).toMatchObject([
    { value: { name: 'Local', client_id: 'client_id_1', scope: 'admin' }, calls: [{ name: 'resource' }] },
  ])
  const [{ id } = { id: '' }] = oauth2?.environments ?? []
  expect(oauth2?.carried[id]?.client_secret).toBe('client_secret_1')
})

import { describe, expect, test } from 'vitest'
import type { ImportDraft } from '../../../../electron/core/importing/drafts/import-draft.ts'
import { parseFile } from '../../../../electron/core/importing/drafts/parse-file.ts'
import { postmanImporter } from '../../../../electron/core/importing/formats/postman/postman.ts'
import { refusalOf } from '../../../support/import-refusal.ts'
import { mutationsOf } from '../../../support/mutated-json.ts'
import { because } from '../../../support/skipped.ts'
import { missingImports, sharedImport } from '../../../support/shared-imports.ts'

const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json'

function draftsOf(...texts: readonly string[]): readonly ImportDraft[] {
  const files = texts.map((text, index) => parseFile({ path: `orders-${index}.json`, text }))
  const claimed = postmanImporter.claim(files)
  return claimed.length === 0 ? [] : postmanImporter.read(claimed)
}

function draftOf(collection: object, ...others: readonly object[]): ImportDraft {
  const [draft] = draftsOf(...[collection, ...others].map((value) => JSON.stringify(value)))
  if (draft === undefined) throw new Error('Not claimed.')
  return draft
}

const collectionOf = (...item: readonly unknown[]) => ({ info: { name: 'Orders', schema }, item })
const callOf = (request: unknown) => callIn(draftOf(collectionOf({ name: 'List', request })))

function callIn(draft: ImportDraft) {
  const [call] = draft.calls
  if (call === undefined) throw new Error('No call.')
  return call
}

const facts = (draft: ImportDraft) => draft.notes.map(({ fact }) => fact)
const rows = (values: Record<string, unknown>) => Object.entries(values).map(([key, value]) => ({ key, value }))
const oauth2 = (values: Record<string, unknown>) => ({
  type: 'oauth2',
  oauth2: rows({ grant_type: 'client_credentials', client_authentication: 'header', ...values }),
})
const request = { method: 'GET', url: 'https://api.example/orders' }

describe('clients', () => {
  const values = {
    accessTokenUrl: 'https://login.example/token',
    clientId: '{{id}}',
    clientSecret: 's3cret',
    scope: 'orders:read,orders:write',
  }

  test('the auth of a collection is one client for all calls below it, and its scope stays one text', () => {
    const draft = draftOf({
      ...collectionOf({ name: 'A', request }, { name: 'Folder', item: [{ name: 'B', request }] }),
      auth: oauth2(values),
    })
    const [client] = draft.clients
    expect(client).toMatchObject({
      name: 'Orders',
      place: { pointer: '/auth' },
      settings: {
        token_endpoint: 'https://login.example/token',
        client_id: '{{id}}',
        scope: 'orders:read,orders:write',
        token_endpoint_auth_method: 'client_secret_basic',
        basicEncoding: 'raw',
      },
      secrets: { client_secret: 's3cret' },
    })
    expect(draft.calls.map(({ authorization }) => authorization)).toEqual([
      { kind: 'client', client },
      { kind: 'client', client },
    ])
    expect(draft.calls[1]?.folders).toEqual(['Folder'])
  })

  test('a folder or request with its own auth, or with none, does not inherit', () => {
    const draft = draftOf({
      ...collectionOf(
        { name: 'A', item: [{ name: 'B', request }], auth: { type: 'noauth' } },
        { name: 'C', request: { ...request, auth: oauth2({ ...values, clientId: 'other' }) } },
        { name: 'D', request: { ...request, auth: null } },
      ),
      auth: oauth2(values),
    })
    expect(draft.calls.map(({ authorization }) => authorization)).toMatchObject([
      { kind: 'none' },
      { kind: 'client', client: { name: 'C', settings: { client_id: 'other' } } },
      { kind: 'client', client: { name: 'Orders', settings: { client_id: '{{id}}' } } },
    ])
  })

  test('the objects of v2.0 say the same as the lists of v2.1', () => {
    const draft = draftOf({
      info: { name: 'Orders', schema: schema.replace('2.1', '2.0') },
      item: [{ name: 'A', request }],
      auth: { type: 'oauth2', oauth2: { ...values, grant_type: 'client_credentials', client_authentication: 'body' } },
    })
    expect(draft.version).toBe('2.0')
    expect(draft.clients[0]?.settings).toMatchObject({
      client_id: '{{id}}',
      token_endpoint_auth_method: 'client_secret_post',
    })
  })

  test('values that an id names are unwrapped, and parameters of the token request go where they are sent', () => {
    const draft = draftOf({
      ...collectionOf({ name: 'A', request }),
      auth: oauth2({
        ...values,
        audience: { '38333c40-c3c4-4a19-ab07-2cca65eb22b9': 'https://api.example' },
        resource: { a: 'urn:a', b: 'urn:b' },
        tokenRequestParams: [
          { key: 'tenant', value: 't1', send_as: 'request_body', enabled: true },
          { key: 'region', value: 'e u', send_as: 'request_url' },
          { key: 'X-Stage', value: '{{stage}}', send_as: 'request_header' },
          { key: 'off', value: '1', enabled: false },
        ],
      }),
    })
    expect(draft.clients[0]?.settings).toMatchObject({
      token_endpoint: 'https://login.example/token?region=e%20u',
      audience: 'https://api.example',
      resource: ['urn:a', 'urn:b'],
      parameters: [{ name: 'tenant', value: 't1' }],
      headers: [{ name: 'X-Stage', value: '{{stage}}' }],
    })
  })

  test('a token in the query, another prefix and a guessed method are noted', () => {
    const draft = draftOf({
      ...collectionOf({ name: 'A', request }),
      auth: oauth2({ ...values, client_authentication: '', addTokenTo: 'queryParams', headerPrefix: 'Token' }),
    })
    expect(facts(draft)).toEqual([
      { code: 'method_guessed', evidence: { method: 'client_secret_basic' } },
      { code: 'token_in_query', evidence: {} },
      { code: 'not_used', evidence: { name: 'headerPrefix' } },
    ])
  })

  test.each([
    ['authorization_code_with_pkce', 'authorization_code'],
    ['password_credentials', 'password'],
    ['implicit', 'implicit'],
  ])('the grant %s is another', (grant, name) => {
    expect(callOf({ ...request, auth: oauth2({ ...values, grant_type: grant }) }).authorization).toEqual({
      kind: 'other',
      fact: { code: 'other_grant', evidence: { grant: name } },
    })
  })

  test('a block with nothing but a token is no client', () => {
    const auth = { type: 'oauth2', oauth2: rows({ accessToken: 'abc', addTokenTo: 'header' }) }
    expect(callOf({ ...request, auth }).authorization).toEqual({
      kind: 'other',
      fact: { code: 'other_authorization', evidence: { type: 'oauth2' } },
    })
  })
})

describe('other authorization', () => {
  test('becomes what is sent, where that is a header or a parameter', () => {
    const bearer = callOf({ ...request, auth: { type: 'bearer', bearer: rows({ token: '{{token}}' }) } })
    expect(bearer.headers).toEqual([{ name: 'Authorization', value: 'Bearer {{token}}', enabled: true }])
    const key = callOf({
      ...request,
      auth: { type: 'apikey', apikey: rows({ key: 'X-Api-Key', value: 'k', in: 'header' }) },
    })
    expect(key.headers).toEqual([{ name: 'X-Api-Key', value: 'k', enabled: true }])
    const query = callOf({
      ...request,
      auth: { type: 'apikey', apikey: rows({ key: 'key', value: 'a&b', in: 'query' }) },
    })
    expect(query.query).toEqual([{ name: 'key', value: 'a%26b', enabled: true }])
    const basic = callOf({
      ...request,
      auth: { type: 'basic', basic: rows({ username: '{{id}}', password: '{{secret}}' }) },
    })
    expect(basic.authorization).toEqual({ kind: 'basic', username: '{{id}}', password: '{{secret}}' })
  })

  test.each(['digest', 'ntlm', 'hawk', 'awsv4', 'oauth1', 'jwt', 'made-up'])('%s is noted', (type) => {
    expect(callOf({ ...request, auth: { type, [type]: [] } }).authorization).toEqual({
      kind: 'other',
      fact: { code: 'other_authorization', evidence: { type } },
    })
  })

  test('a header that is typed wins over the one of the auth', () => {
    const call = callOf({
      ...request,
      header: [{ key: 'authorization', value: 'Bearer mine' }],
      auth: { type: 'bearer', bearer: rows({ token: 'theirs' }) },
    })
    expect(call.headers).toEqual([{ name: 'authorization', value: 'Bearer mine', enabled: true }])
  })
})

describe('URLs', () => {
  test.each([
    ['a text', 'https://api.example/orders?state=open#top', 'https://api.example/orders', 'open'],
    ['a text without scheme', 'api.example/orders?state=open', 'http://api.example/orders', 'open'],
    ['a variable', '{{base}}/orders?state=open', '{{base}}/orders', 'open'],
    [
      'parts, which hold where the text differs',
      {
        raw: 'https://old.example',
        protocol: 'https',
        host: ['api', 'example'],
        port: '8443',
        path: ['orders', { value: 'all' }],
        query: [{ key: 'state', value: 'open' }],
      },
      'https://api.example:8443/orders/all',
      'open',
    ],
    ['an object with its text alone', { raw: '{{base}}/orders?state=open' }, '{{base}}/orders', 'open'],
    [
      'texts as parts',
      { protocol: 'https', host: 'api.example', path: '/a', query: [{ key: 's', value: '1' }] },
      'https://api.example/a',
      '1',
    ],
  ])('%s', (_name, url, expected, value) => {
    const call = callOf({ url })
    expect([call.url, call.query[0]?.value]).toEqual([expected, value])
  })

  test('variables of the path become variables of the call; one that only names another is put in its place', () => {
    const call = callOf({
      url: {
        raw: 'https://api.example:8443/:tenant/orders/:id',
        variable: [
          { key: 'tenant', value: '{{tenantId}}' },
          { key: 'id', value: '42' },
        ],
      },
    })
    expect(call.url).toBe('https://api.example:8443/{{tenantId}}/orders/{{id}}')
    expect(call.variables).toEqual([{ name: 'id', value: '42', secret: false }])
  })

  test('rows that are off are kept, and characters that would end a value are encoded', () => {
    const call = callOf({
      url: {
        raw: 'x',
        host: ['{{base}}'],
        query: [
          { key: 'a', value: '1&2#3', disabled: true },
          { key: 'b', value: null },
          { key: null, value: null },
        ],
      },
    })
    expect(call.query).toEqual([
      { name: 'a', value: '1%262%233', enabled: false },
      { name: 'b', value: null, enabled: true },
    ])
  })
})

describe('headers and bodies', () => {
  test('headers are a list, or a text of v2.0', () => {
    const listed = callOf({
      ...request,
      header: [{ key: 'A', value: '1', disabled: true }, { key: '', value: 'x' }, 'B: 2'],
    })
    expect(listed.headers).toEqual([
      { name: 'A', value: '1', enabled: false },
      { name: 'B', value: '2', enabled: true },
    ])
    const text = callOf({ ...request, header: 'A: b:c\n//B: 2\n' })
    expect(text.headers).toEqual([
      { name: 'A', value: 'b:c', enabled: true },
      { name: 'B', value: '2', enabled: false },
    ])
  })

  const json = '{"a":{{n}}}'
  test.each([
    [{ mode: 'raw', raw: json, options: { raw: { language: 'json' } } }, [], { kind: 'json', text: json }],
    [
      { mode: 'raw', raw: json },
      [{ key: 'content-type', value: 'application/json; charset=utf-8' }],
      { kind: 'json', text: json },
    ],
    [
      { mode: 'raw', raw: '<a/>', options: { raw: { language: 'xml' } } },
      [],
      { kind: 'text', text: '<a/>', contentType: 'application/xml' },
    ],
    [
      { mode: 'raw', raw: 'a', options: { raw: { language: 'constructor' } } },
      [],
      { kind: 'text', text: 'a', contentType: 'text/plain' },
    ],
    [{ mode: 'raw', raw: 'a', disabled: true }, [], { kind: 'none' }],
    [{ mode: 'raw', raw: '' }, [], { kind: 'none' }],
    [
      {
        mode: 'urlencoded',
        urlencoded: [
          { key: 'a', value: '1' },
          { key: 'b', value: '2', disabled: true },
        ],
      },
      [{ key: 'Content-Type', value: 'application/x-www-form-urlencoded' }],
      {
        kind: 'form',
        fields: [
          { name: 'a', value: '1', enabled: true },
          { name: 'b', value: '2', enabled: false },
        ],
      },
    ],
    [
      { mode: 'graphql', graphql: { query: '{ orders }', variables: '{"n": {{n}}}' } },
      [],
      { kind: 'json', text: '{\n  "query": "{ orders }",\n  "variables": {"n": {{n}}}\n}' },
    ],
    [
      { mode: 'file', file: { src: '/home/me/orders.csv' } },
      [],
      { kind: 'file', file: { path: '', name: 'orders.csv' }, contentType: '' },
    ],
    [
      {
        mode: 'formdata',
        formdata: [
          { key: 'note', value: 'x', contentType: 'text/csv' },
          { key: 'f', type: 'file', src: ['C:\\a\\1.png', '/b/2.png'] },
        ],
      },
      [],
      {
        kind: 'multipart',
        parts: [
          { kind: 'text', name: 'note', value: 'x', contentType: 'text/csv', enabled: true },
          { kind: 'file', name: 'f', file: { path: '', name: '1.png' }, contentType: '', enabled: true },
          { kind: 'file', name: 'f', file: { path: '', name: '2.png' }, contentType: '', enabled: true },
        ],
      },
    ],
  ])('the body %j', (body, header, expected) => {
    const call = callOf({ ...request, method: 'POST', header, body })
    expect(call.body).toEqual(expected)
    expect(call.headers).toEqual([])
  })

  test('values that Postman makes for each request are noted once for each call', () => {
    const url = 'https://api.example/{{$guid}}?a={{$guid}}&b={{id}}'
    const draft = draftOf(
      collectionOf({ name: 'A', request: { url, header: [{ key: 'X', value: '{{$randomInt}}' }] } }),
    )
    expect(facts(draft)).toEqual([
      { code: 'generated_value', evidence: { text: '{{$guid}}' } },
      { code: 'generated_value', evidence: { text: '{{$randomInt}}' } },
    ])
  })

  test('a file that a body names is noted and not read', () => {
    const draft = draftOf(
      collectionOf({ name: 'A', request: { ...request, body: { mode: 'file', file: { src: '/etc/passwd' } } } }),
    )
    expect(facts(draft)).toEqual([{ code: 'file_not_read', evidence: { name: 'passwd' } }])
  })
})

describe('collections', () => {
  test('a request that is a text, descriptions, redirects and scripts are read, and answers are not', () => {
    const draft = draftOf({
      ...collectionOf(
        { name: 'A', request: 'https://api.example/a', response: [{ name: 'old', body: 'x' }] },
        {
          name: 'B',
          request: { ...request, description: { content: 'Lists orders.', type: 'text/markdown' } },
          protocolProfileBehavior: { followRedirects: false, strictSSL: false },
          event: [
            { listen: 'test', script: { exec: ['pm.test()'] } },
            { listen: 'prerequest', script: { exec: [''] } },
          ],
        },
        { name: 'C' },
      ),
      event: [{ listen: 'test', script: { exec: 'x' } }],
    })
    expect(draft.calls).toMatchObject([
      { name: 'A', method: 'GET', url: 'https://api.example/a', authorization: { kind: 'unsaid' } },
      {
        name: 'B',
        notes: 'Lists orders.',
        followRedirects: false,
        place: { file: 'orders-0.json', pointer: '/item/1' },
      },
    ])
    expect(draft.notes).toMatchObject([
      { fact: { code: 'certificate_checks_off' }, call: 'B' },
      { fact: { code: 'not_used', evidence: { name: 'C' } }, place: { pointer: '/item/2' } },
      { fact: { code: 'scripts_not_run', evidence: { count: 2 } } },
    ])
  })

  test('variables of the collection and of folders; those that are off are noted', () => {
    const draft = draftOf({
      ...collectionOf({ name: 'F', variable: [{ key: 'id', value: 1 }], item: [{ name: 'A', request }] }),
      variable: [
        { key: 'base', value: 'https://api.example' },
        { key: 'pass', value: 'x', type: 'secret' },
        { key: 'off', value: 'x', disabled: true },
        { id: 'old', value: { a: 1 } },
      ],
    })
    expect(draft.variables).toEqual([
      { name: 'base', value: 'https://api.example', secret: false },
      { name: 'pass', value: 'x', secret: true },
      { name: 'old', value: '{"a":1}', secret: false },
    ])
    expect(callIn(draft).variables).toEqual([{ name: 'id', value: '1', secret: false }])
    expect(facts(draft)).toEqual([{ code: 'variable_switched_off', evidence: { name: 'off' } }])
  })

  test('environments that come along are its sets, and globals hold where the collection says nothing', () => {
    const draft = draftOf(
      { ...collectionOf({ name: 'A', request }), variable: [{ key: 'base', value: 'of collection' }] },
      { name: 'Test', values: [{ key: 'base', value: 'https://test.example', enabled: true }] },
      { environment: { name: 'Production', values: [{ key: 'base', value: 'https://api.example', type: 'secret' }] } },
      { name: 'Globals', values: rows({ base: 'of globals', tenant: 't' }), _postman_variable_scope: 'globals' },
    )
    expect(draft.variables.map(({ name, value }) => [name, value])).toEqual([
      ['base', 'of collection'],
      ['tenant', 't'],
    ])
    expect(draft.variableSets).toMatchObject([
      { name: 'Test', place: { file: 'orders-1.json', pointer: '' } },
      { name: 'Production', place: { pointer: '/environment' }, variables: [{ name: 'base', secret: true }] },
    ])
  })

  test('a collection without info and globals that are a list are known', () => {
    const draft = draftOf({ item: [{ name: 'A', request }] }, [{ key: 'a', value: '1', enabled: true, type: 'text' }])
    expect(draft).toMatchObject({ name: 'orders-0', calls: [{ name: 'A' }], variables: [{ name: 'a', value: '1' }] })
    expect(draftsOf('[{"key":"a","value":"1"}]', '{"item":[1]}')).toEqual([])
  })

  test('many variables of a folder are one list for all its calls', () => {
    const variable = Array.from({ length: 20_000 }, (_one, index) => ({ key: `v${index}`, value: 'x' }))
    const item = Array.from({ length: 5000 }, () => ({ request: 'https://api.example/a' }))
    const { calls } = draftOf(collectionOf({ name: 'F', variable, item }))
    expect(new Set(calls.map(({ variables }) => variables)).size).toBe(1)
  })

  test('what Postman’s API and its export of all data wrap is found', () => {
    expect(draftOf({ collection: collectionOf({ name: 'A', request }) }).calls[0]?.place.pointer).toBe(
      '/collection/item/0',
    )
    const dump = {
      version: 1,
      collections: [collectionOf({ name: 'A', request })],
      environments: [{ name: 'E', values: rows({ a: '1' }) }],
      globals: rows({ b: '2' }),
    }
    expect(draftOf(dump)).toMatchObject({
      calls: [{ name: 'A' }],
      variables: [{ name: 'b' }],
      variableSets: [{ name: 'E' }],
    })
  })
})

describe('collections of v1', () => {
  const base = { method: 'GET', headers: '', data: [], url: 'https://api.example/a' }
  const old = {
    id: 'c',
    name: 'Old',
    order: ['r1'],
    folders_order: ['f1'],
    folders: [
      { id: 'f1', name: 'F1', order: ['r2'], folders_order: ['f2'] },
      { id: 'f2', name: 'F2', order: ['r3'], folders_order: ['f1'] },
    ],
    requests: [
      { ...base, id: 'r1', name: 'One', headers: 'A: 1\n//B: 2\n', tests: 'tests.a = true' },
      {
        ...base,
        id: 'r2',
        name: 'Two',
        method: 'POST',
        url: 'https://login.example/token',
        dataMode: 'urlencoded',
        data: [
          { key: 'grant_type', value: 'client_credentials', enabled: true },
          { key: 'x', value: '1', enabled: false },
        ],
        currentHelper: 'basicAuth',
        helperAttributes: { id: 'basic', username: 'id', password: 'secret' },
      },
      {
        ...base,
        id: 'r3',
        name: 'Three',
        url: 'https://api.example/:id?a=1',
        pathVariables: { id: '7' },
        dataMode: 'raw',
        rawModeData: '{}',
      },
      { ...base, name: 'Lost' },
    ],
  }

  test('are read with their folders, in their order, and what nothing names is kept', () => {
    const draft = draftOf(old)
    expect(draft).toMatchObject({ format: 'postman_collection', version: '1.0', name: 'Old' })
    expect(draft.calls.map(({ name, folders, place }) => [name, folders, place.pointer])).toEqual([
      ['Three', ['F1', 'F2'], '/requests/2'],
      ['Two', ['F1'], '/requests/1'],
      ['One', [], '/requests/0'],
      ['Lost', [], '/requests/3'],
    ])
    expect(draft.calls).toMatchObject([
      {
        url: 'https://api.example/{{id}}',
        query: [{ name: 'a' }],
        variables: [{ name: 'id', value: '7' }],
        body: { kind: 'text' },
      },
      {
        body: {
          kind: 'form',
          fields: [
            { name: 'grant_type', enabled: true },
            { name: 'x', enabled: false },
          ],
        },
        authorization: { kind: 'basic', username: 'id', password: 'secret' },
      },
      { headers: [{ name: 'A' }, { name: 'B', enabled: false }] },
      {},
    ])
    expect(facts(draft)).toEqual([{ code: 'scripts_not_run', evidence: { count: 1 } }])
  })

  test('may be anything in every part, and folders in folders without end are refused', () => {
    for (const mutated of mutationsOf(JSON.stringify(old)))
      expect([undefined, 'nested_too_deep']).toContain(refusalOf(() => draftsOf(mutated)))
    const folders = Array.from({ length: 3000 }, (_one, index) => ({
      id: `f${index}`,
      folders_order: [`f${index + 1}`],
    }))
    expect(refusalOf(() => draftOf({ ...old, folders_order: ['f0'], folders }))).toBe('nested_too_deep')
  })
})

describe('folders of the Postman app', () => {
  const files = {
    'postman/collections/Shop/.resources/definition.yaml': `$kind: collection
name: Shop API
variables:
  base: https://api.example
auth:
  type: oauth2
  credentials:
    - key: grant_type
      value: client_credentials
    - key: accessTokenUrl
      value: https://login.example/token
    - key: client_authentication
      value: body
`,
    'postman/collections/Shop/Orders/.resources/definition.yaml': '$kind: collection\norder: 2000\n',
    'postman/collections/Shop/Orders/List.request.yaml': `$kind: http-request
method: GET
url: '{{base}}/orders/:id'
order: 1000
headers:
  Accept: application/json
queryParams:
  - key: state
    value: open
    disabled: true
pathVariables:
  id: 7
scripts:
  - type: afterResponse
    code: pm.test('a')
`,
    'postman/collections/Shop/Create.request.yaml': `$kind: http-request
name: Create order
order: 1000
method: POST
url: '{{base}}/orders'
body:
  type: json
  content: '{}'
auth:
  type: bearer
  credentials:
    token: '{{t}}'
`,
    'postman/collections/Shop/Live.request.yaml': '$kind: websocket-request\nurl: wss://api.example\n',
    'postman/collections/Shop/.resources/Create.resources/examples/200.example.yaml':
      '$kind: http-example\nrequest: {}\n',
    'postman/environments/Test.environment.yaml':
      'name: Test\nvalues:\n  - key: base\n    value: https://test.example\n    enabled: true\n',
    'postman/globals/workspace.globals.yaml': 'name: Globals\nvalues:\n  - key: g\n    value: x\n',
  }
  const draftsOfFiles = (texts: Readonly<Record<string, string>>) => {
    const claimed = postmanImporter.claim(Object.entries(texts).map(([path, text]) => parseFile({ path, text })))
    return claimed.length === 0 ? [] : postmanImporter.read(claimed)
  }

  test('are one collection with its folders, environments and globals', () => {
    const [draft, ...others] = draftsOfFiles(files)
    expect(others).toEqual([])
    expect(draft).toMatchObject({
      name: 'Shop API',
      version: '3.0',
      clients: [
        {
          settings: { token_endpoint: 'https://login.example/token', token_endpoint_auth_method: 'client_secret_post' },
        },
      ],
      variables: [{ name: 'g' }, { name: 'base', value: 'https://api.example' }],
      variableSets: [{ name: 'Test', variables: [{ name: 'base' }] }],
      calls: [
        {
          name: 'Create order',
          folders: [],
          body: { kind: 'json', text: '{}' },
          headers: [{ name: 'Authorization', value: 'Bearer {{t}}' }],
          place: { file: 'postman/collections/Shop/Create.request.yaml' },
        },
        {
          name: 'List',
          folders: ['Orders'],
          url: '{{base}}/orders/{{id}}',
          query: [{ name: 'state', enabled: false }],
          headers: [{ name: 'Accept' }],
          variables: [{ name: 'id', value: '7' }],
          authorization: { kind: 'client' },
        },
      ],
    })
    expect(draft?.notes.map(({ fact }) => fact)).toEqual([
      { code: 'protocol_not_supported', evidence: { protocol: 'websocket-request' } },
      { code: 'scripts_not_run', evidence: { count: 1 } },
    ])
  })

  test('without a definition, one request alone, and folders without end', () => {
    const list = files['postman/collections/Shop/Orders/List.request.yaml']
    expect(draftsOfFiles({ 'List.request.yaml': list })).toMatchObject([{ calls: [{ name: 'List' }] }])
    expect(refusalOf(() => draftsOfFiles({ [`${'a/'.repeat(300)}List.request.yaml`]: list }))).toBe('nested_too_deep')
  })
})

describe('bad input', () => {
  test('folders within folders without end, and too many calls, are refused', () => {
    let item: object = { name: 'A', request }
    for (let depth = 0; depth < 2000; depth++) item = { name: 'F', item: [item] }
    expect(refusalOf(() => draftOf(collectionOf(item)))).toBe('nested_too_deep')
    const many = `{"info":{},"item":[${'{"request":"https://a.example"},'.repeat(1_000_000)}{}]}`
    expect(refusalOf(() => draftsOf(many))).toBe('too_many_calls')
  })

  test('every part of a collection may be anything', () => {
    const full = {
      ...collectionOf({
        name: 'A',
        request: {
          method: 'POST',
          url: { raw: 'x', host: ['a'], path: ['b'], query: rows({ a: '1' }), variable: rows({ id: '1' }) },
          header: rows({ A: '1' }),
          body: {
            mode: 'formdata',
            formdata: [{ key: 'f', type: 'file', src: ['a'] }],
            options: { raw: { language: 'json' } },
          },
          auth: oauth2({ tokenRequestParams: rows({ a: '1' }), audience: { a: 'b' } }),
          description: { content: 'x' },
        },
        event: [{ listen: 'test', script: { exec: ['x'] } }],
        protocolProfileBehavior: { followRedirects: true },
      }),
      variable: rows({ a: '1' }),
    }
    const text = JSON.stringify(full)
    for (const mutated of mutationsOf(text))
      expect([undefined, 'nested_too_deep', 'text_invalid']).toContain(refusalOf(() => draftsOf(mutated)))
  })
})

describe.skipIf(missingImports !== null)(`files that others wrote${because(missingImports)}`, () => {
  test('kong-oauth2-v21.json', () => {
    const [draft] = draftsOf(sharedImport('postman/kong-oauth2-v21.json'))
    expect(draft?.calls).toHaveLength(5)
    const kinds = draft?.calls.map(({ authorization }) => authorization.kind)
    expect(kinds).toEqual(['other', 'other', 'other', 'other', 'client'])
    expect(draft?.calls[4]?.authorization).toMatchObject({
      client: { settings: { token_endpoint: 'test', audience: 'test', resource: ['test'] } },
    })
  })

  test('bruno-Oauth2.postman_collection.json', () => {
    const [draft] = draftsOf(sharedImport('postman/bruno-Oauth2.postman_collection.json'))
    const clients = draft?.calls.flatMap(({ authorization }) =>
      authorization.kind === 'client' ? [authorization.client] : [],
    )
    expect(draft?.calls).toHaveLength(8)
    expect(clients).toHaveLength(2)
    expect(clients?.[0]?.settings).toMatchObject({
      token_endpoint: 'https://api.example.com/access?tokenKey1=tokenValue1',
      client_id: '{{client_id}}',
      scope: 'scope:scope1,scope:scope2',
      parameters: [{ name: 'tokenKey', value: 'tokenValue' }],
      headers: [{ name: 'tokenKey2', value: 'tokenValue2' }],
    })
    expect(draft?.notes.map(({ fact }) => fact.code)).toContain('token_in_query')
  })

  test('bruno-token-placement.json and kong-env-noname.json', () => {
    const [placement] = draftsOf(sharedImport('postman/bruno-token-placement.json'))
    expect(placement?.calls.map(({ authorization }) => authorization.kind)).toEqual(['other', 'other'])
    const [environment] = draftsOf(sharedImport('postman/kong-env-noname.json'))
    expect(environment?.variableSets).toMatchObject([{ name: 'orders-0', variables: [{ name: 'foo-and-bar' }] }])
  })
})

import { describe, expect, test } from 'vitest'
import type { ImportDraft } from '../../../../electron/core/importing/drafts/import-draft.ts'
import { parseFile } from '../../../../electron/core/importing/drafts/parse-file.ts'
import { hoppscotchImporter } from '../../../../electron/core/importing/formats/hoppscotch/hoppscotch.ts'
import { refusalOf } from '../../../support/import-refusal.ts'
import { mutationsOf } from '../../../support/mutated-json.ts'

function draftsOf(...texts: readonly string[]): readonly ImportDraft[] {
  const files = texts.map((text, index) => parseFile({ path: `orders-${index}.json`, text }))
  const claimed = hoppscotchImporter.claim(files)
  return claimed.length === 0 ? [] : hoppscotchImporter.read(claimed)
}

function draftOf(...values: readonly unknown[]): ImportDraft {
  const [draft] = draftsOf(...values.map((value) => JSON.stringify(value)))
  if (draft === undefined) throw new Error('Not claimed.')
  return draft
}

function callOf(request: object) {
  const [call] = draftOf({ v: 2, name: 'Orders', folders: [], requests: [request] }).calls
  if (call === undefined) throw new Error('No call.')
  return call
}

const request = { v: '17', name: 'List', method: 'GET', endpoint: '<<base>>/orders', params: [], headers: [] }
const inherit = { authType: 'inherit', authActive: true }
const clientAuth = {
  authType: 'oauth-2',
  authActive: true,
  addTo: 'HEADERS',
  grantTypeInfo: {
    grantType: 'CLIENT_CREDENTIALS',
    authEndpoint: 'https://login.example/token',
    clientID: '<<id>>',
    clientSecret: 's3cret',
    scopes: 'orders:read',
    token: 'old',
  },
}

describe('clients', () => {
  test('the auth of a collection holds for requests that inherit; its authEndpoint is the token endpoint', () => {
    const draft = draftOf({
      v: 12,
      name: 'Orders',
      auth: clientAuth,
      requests: [{ ...request, auth: inherit }],
      folders: [
        {
          name: 'Archive',
          auth: { authType: 'none', authActive: true },
          folders: [],
          requests: [{ ...request, auth: inherit }],
        },
      ],
    })
    const [client] = draft.clients
    expect(draft).toMatchObject({ format: 'hoppscotch', version: '12', name: 'Orders' })
    expect(client).toEqual({
      name: 'Orders',
      place: { file: 'orders-0.json', line: null, pointer: '/auth' },
      settings: {
        token_endpoint: 'https://login.example/token',
        client_id: '{{id}}',
        token_endpoint_auth_method: 'client_secret_post',
        scope: 'orders:read',
      },
      secrets: { client_secret: 's3cret' },
    })
    expect(draft.calls).toMatchObject([
      { url: '{{base}}/orders', authorization: { kind: 'client', client }, folders: [] },
      { authorization: { kind: 'none' }, folders: ['Archive'], place: { pointer: '/folders/0/requests/0' } },
    ])
  })

  test('credentials in the header, further parameters by their place, and a token in the query', () => {
    const draft = draftOf({
      name: 'Orders',
      folders: [],
      requests: [
        {
          ...request,
          auth: {
            ...clientAuth,
            addTo: 'QUERY_PARAMS',
            grantTypeInfo: {
              ...clientAuth.grantTypeInfo,
              clientAuthentication: 'AS_BASIC_AUTH_HEADERS',
              tokenRequestParams: [
                { id: 1, key: 'audience', value: '<<aud>>', active: true, sendIn: 'body' },
                { id: 5, key: 'resource', value: 'urn:orders', active: true, sendIn: 'body' },
                { id: 2, key: 'r', value: 'a b', active: true, sendIn: 'url' },
                { id: 3, key: 'X-A', value: '1', active: true, sendIn: 'headers' },
                { id: 4, key: 'off', value: '1', active: false, sendIn: 'body' },
              ],
            },
          },
        },
      ],
    })
    expect(draft.calls[0]?.authorization).toMatchObject({
      client: {
        settings: {
          token_endpoint: 'https://login.example/token?r=a%20b',
          token_endpoint_auth_method: 'client_secret_basic',
          audience: '{{aud}}',
          resource: ['urn:orders'],
          headers: [{ name: 'X-A', value: '1' }],
        },
      },
    })
    expect(draft.notes).toMatchObject([{ fact: { code: 'token_in_query' }, call: 'List' }])
  })

  test.each([
    [
      { ...clientAuth, grantTypeInfo: { ...clientAuth.grantTypeInfo, grantType: 'AUTHORIZATION_CODE' } },
      'authorization_code',
    ],
    [
      { authType: 'oauth-2', authURL: 'https://a.example', accessTokenURL: 'https://a.example/t', clientID: 'x' },
      'authorization_code',
    ],
  ])('another grant is noted: %j', (auth, grant) => {
    expect(callOf({ ...request, auth }).authorization).toEqual({
      kind: 'other',
      fact: { code: 'other_grant', evidence: { grant } },
    })
  })

  test('other authorization becomes what is sent, or a note', () => {
    expect(callOf({ ...request, auth: { authType: 'bearer', token: '<<t>>' } }).headers).toEqual([
      { name: 'Authorization', value: 'Bearer {{t}}', enabled: true },
    ])
    expect(
      callOf({ ...request, auth: { authType: 'api-key', key: 'k', value: 'v', addTo: 'Query params' } }).query,
    ).toEqual([{ name: 'k', value: 'v', enabled: true }])
    expect(callOf({ ...request, auth: { authType: 'basic', username: 'a', password: '<<p>>' } }).authorization).toEqual(
      {
        kind: 'basic',
        username: 'a',
        password: '{{p}}',
      },
    )
    expect(callOf({ ...request, auth: { authType: 'bearer', token: 'x', authActive: false } })).toMatchObject({
      headers: [],
      authorization: { kind: 'none' },
    })
    expect(callOf({ ...request, auth: { authType: 'hawk' } }).authorization.kind).toBe('other')
  })
})

describe('requests', () => {
  test('of version 0 have their address in two parts and their auth beside it', () => {
    const call = callOf({
      url: 'https://api.example',
      path: '/orders?a=1',
      method: 'POST',
      name: 'Old',
      auth: 'Bearer Token',
      bearerToken: 'abc',
      headers: [],
      params: [{ key: 'b', value: '2', active: false }],
      contentType: 'application/json',
      body: '',
      rawParams: '{"a":1}',
    })
    expect(call).toMatchObject({
      url: 'https://api.example/orders',
      query: [
        { name: 'a', value: '1', enabled: true },
        { name: 'b', value: '2', enabled: false },
      ],
      headers: [{ name: 'Authorization', value: 'Bearer abc', enabled: true }],
      body: { kind: 'json', text: '{"a":1}' },
    })
  })

  test.each([
    [{ contentType: null, body: null }, { kind: 'none' }],
    [
      { contentType: 'application/json', body: '{"a":<<n>>}' },
      { kind: 'json', text: '{"a":{{n}}}' },
    ],
    [
      { contentType: 'text/xml', body: '<a/>' },
      { kind: 'text', text: '<a/>', contentType: 'text/xml' },
    ],
    [
      { contentType: 'application/x-www-form-urlencoded', body: 'a: 1:2\n# b: <<x>>\n"c d": "e"\n' },
      {
        kind: 'form',
        fields: [
          { name: 'a', value: '1:2', enabled: true },
          { name: 'b', value: '{{x}}', enabled: false },
          { name: 'c d', value: 'e', enabled: true },
        ],
      },
    ],
    [
      { contentType: 'application/x-www-form-urlencoded', body: 'a=1&b=c+d' },
      {
        kind: 'form',
        fields: [
          { name: 'a', value: '1', enabled: true },
          { name: 'b', value: 'c d', enabled: true },
        ],
      },
    ],
    [
      {
        contentType: 'multipart/form-data',
        body: [
          { key: 'a', value: '1', active: true, isFile: false },
          { key: 'f', value: [{}], active: true, isFile: true },
        ],
      },
      {
        kind: 'multipart',
        parts: [
          { kind: 'text', name: 'a', value: '1', contentType: '', enabled: true },
          { kind: 'file', name: 'f', file: { path: '', name: '' }, contentType: '', enabled: true },
        ],
      },
    ],
  ])('the body %j', (body, expected) => {
    expect(callOf({ ...request, method: 'POST', body }).body).toEqual(expected)
  })

  test('values that are made for each request are noted', () => {
    const draft = draftOf({
      name: 'Orders',
      folders: [],
      requests: [{ ...request, endpoint: 'https://a.example/<<$guid>>' }],
    })
    expect(draft.notes).toMatchObject([
      { fact: { code: 'generated_value', evidence: { text: '{{$guid}}' } }, call: 'List' },
    ])
  })

  test('of GraphQL are a POST with JSON', () => {
    const call = callOf({
      v: 9,
      name: 'Orders',
      url: 'https://api.example/graphql',
      query: '{ orders }',
      variables: '{"a":1}',
      headers: [],
    })
    expect(call).toMatchObject({ method: 'POST', url: 'https://api.example/graphql' })
    expect(call.body).toEqual({ kind: 'json', text: '{\n  "query": "{ orders }",\n  "variables": {"a":1}\n}' })
  })

  test('have the headers and variables of what they are in; scripts are counted', () => {
    const draft = draftOf({
      v: 12,
      name: 'Orders',
      headers: [
        { key: 'X-Tenant', value: 'a', active: true },
        { key: 'X-Off', value: 'a', active: false },
      ],
      variables: [{ key: 'base', initialValue: 'https://api.example', currentValue: '', secret: false }],
      testScript: 'export {};\n',
      requests: [],
      folders: [
        {
          name: 'F',
          variables: [{ key: 'id', initialValue: '1', currentValue: '2', secret: false }],
          headers: [{ key: 'x-tenant', value: 'b', active: true }],
          folders: [],
          requests: [
            { ...request, requestVariables: [{ key: 'n', value: '<<id>>', active: true }], testScript: 'pw.test()' },
          ],
        },
      ],
    })
    expect(draft.variables).toEqual([{ name: 'base', value: 'https://api.example', secret: false }])
    expect(draft.calls).toMatchObject([
      {
        headers: [{ name: 'x-tenant', value: 'b' }],
        variables: [
          { name: 'id', value: '2' },
          { name: 'n', value: '{{id}}' },
        ],
      },
    ])
    expect(draft.calls[0]?.headers).toHaveLength(1)
    expect(draft.notes).toMatchObject([{ fact: { code: 'scripts_not_run', evidence: { count: 1 } } }])
  })
})

describe('files', () => {
  test('a list of collections is a draft for each, with every environment that comes along', () => {
    const one = { v: 1, name: 'A', folders: [], requests: [request] }
    const drafts = draftsOf(
      JSON.stringify([one, { ...one, name: 'B', data: JSON.stringify({ auth: clientAuth }) }]),
      JSON.stringify([
        {
          v: 1,
          id: 'e',
          name: 'Test',
          variables: [
            { key: 'base', value: 'https://test.example', secret: false },
            { key: 's', secret: true },
          ],
        },
      ]),
    )
    expect(drafts.map(({ name, clients, calls }) => [name, clients.length, calls.length])).toEqual([
      ['A', 0, 1],
      ['B', 1, 1],
    ])
    expect(drafts[1]?.variableSets).toMatchObject([
      {
        name: 'Test',
        place: { file: 'orders-1.json', pointer: '/0' },
        variables: [{ name: 'base' }, { name: 's', value: '', secret: true }],
      },
    ])
    expect(drafts[1]?.calls[0]?.place.pointer).toBe('/1/requests/0')
  })

  test('others are not claimed', () => {
    expect(
      draftsOf('{"requests":[],"order":[],"folders":[],"name":"v1"}', '[]', '[1]', '{"name":"x","variables":[]}'),
    ).toEqual([])
  })

  test('folders without end and too many calls are refused by name', () => {
    let folder: object = { name: 'F', folders: [], requests: [] }
    for (let depth = 0; depth < 2000; depth++) folder = { name: 'F', folders: [folder], requests: [] }
    expect(refusalOf(() => draftOf(folder))).toBe('nested_too_deep')
    expect(
      refusalOf(() => draftsOf(`{"name":"x","folders":[],"requests":[${'{"v":"1"},'.repeat(1_000_000)}{}]}`)),
    ).toBe('too_many_calls')
  })

  test('every part may be anything', () => {
    const text = JSON.stringify({
      v: 12,
      name: 'Orders',
      auth: clientAuth,
      headers: [{ key: 'a', value: 'b', active: true }],
      variables: [{ key: 'a', initialValue: 'b', currentValue: 'c', secret: false }],
      requests: [
        {
          ...request,
          auth: { authType: 'api-key', key: 'a', value: 'b' },
          requestVariables: [{ key: 'a', value: 'b' }],
        },
        {
          ...request,
          body: { contentType: 'multipart/form-data', body: [{ key: 'f', value: [{ name: 'x' }], isFile: true }] },
        },
        { name: 'G', url: 'x', query: '{ a }', variables: '{}' },
      ],
      folders: [{ name: 'F', data: '{"auth":{}}', folders: [], requests: [] }],
    })
    for (const mutated of mutationsOf(text))
      expect([undefined, 'nested_too_deep']).toContain(refusalOf(() => draftsOf(mutated)))
  })
})

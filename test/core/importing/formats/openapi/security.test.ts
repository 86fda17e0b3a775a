import { describe, expect, test } from 'vitest'
import { codesOf, onlyCall, readFiles, readOpenapi } from './read-description.ts'

const flows = {
  clientCredentials: { tokenUrl: 'https://as.example/token', scopes: { read: 'r', write: 'w', admin: 'a' } },
  authorizationCode: { tokenUrl: 'https://as.example/token', authorizationUrl: 'https://as.example/auth', scopes: {} },
}
const oauth = { type: 'oauth2', flows }
const key = { type: 'apiKey', in: 'header', name: 'X-API-Key' }
const bearer = { type: 'http', scheme: 'bearer' }
const basic = { type: 'http', scheme: 'basic' }
const code = { type: 'oauth2', flows: { authorizationCode: flows.authorizationCode } }

const read = (securitySchemes: object, operation: object, document: object = {}) =>
  readOpenapi({ components: { securitySchemes }, paths: { '/a': { get: operation } }, ...document })

describe('clients', () => {
  test('a flow of client credentials is a client, though its scheme has others as well', () => {
    const draft = read({ oauth }, { security: [{ oauth: ['read'] }] })
    expect(draft.clients).toMatchObject([{ settings: { token_endpoint: 'https://as.example/token', scope: 'read' } }])
    const call = onlyCall(draft)
    expect(call.authorization).toEqual({ kind: 'client', client: draft.clients[0] })
    expect(call.scope).toBe('read')
  })

  test('a client that no call needs scopes of has all that are listed', () => {
    expect(read({ oauth }, { security: [{ oauth: [] }] }).clients[0]?.settings.scope).toBe('read write admin')
  })

  test('the flow "application" of Swagger 2 is one, and its place is the scheme', () => {
    const [draft] = readFiles({
      'api.json': JSON.stringify({
        swagger: '2.0',
        host: 'api.example',
        securityDefinitions: {
          app: { type: 'oauth2', flow: 'application', tokenUrl: 'https://as.example/token', scopes: { a: '' } },
        },
        security: [{ app: ['a'] }],
        paths: { '/x': { get: {} } },
      }),
    })
    expect(draft?.clients).toMatchObject([
      {
        settings: { token_endpoint: 'https://as.example/token', scope: 'a' },
        place: { pointer: '/securityDefinitions/app' },
      },
    ])
    expect(draft?.calls[0]?.authorization.kind).toBe('client')
  })

  test('a relative token URL is of the server', () => {
    const scheme = { type: 'oauth2', flows: { clientCredentials: { tokenUrl: '/oauth/token', scopes: {} } } }
    const draft = read({ scheme }, {}, { servers: [{ url: 'https://api.example/v1' }] })
    expect(draft.clients[0]?.settings.token_endpoint).toBe('https://api.example/oauth/token')
    expect(codesOf(draft)).toEqual([])
  })

  test('a relative token URL with several servers is a variable of each', () => {
    const scheme = { type: 'oauth2', flows: { clientCredentials: { tokenUrl: 'oauth/token', scopes: {} } } }
    const draft = read({ scheme }, {}, { servers: [{ url: 'https://a.example/v1/' }, { url: 'https://b.example' }] })
    expect(draft.clients[0]?.settings.token_endpoint).toBe('{{tokenUrl}}')
    expect(draft.variableSets.map(({ variables }) => variables.find(({ name }) => name === 'tokenUrl')?.value)).toEqual(
      ['https://a.example/oauth/token', 'https://b.example/oauth/token'],
    )
  })

  test('what tools write beside the flow is used: method, client ID, audience', () => {
    const clientCredentials = {
      ...flows.clientCredentials,
      'x-tokenEndpointAuthMethod': 'client_secret_post',
      'x-scalar-client-id': 'me',
      'x-scalar-client-secret': 's3cret',
      'x-scalar-security-body': { audience: 'https://api.example', tenant: 7 },
    }
    const [client] = read({ oauth: { type: 'oauth2', flows: { clientCredentials } } }, {}).clients
    expect(client?.settings).toMatchObject({
      token_endpoint_auth_method: 'client_secret_post',
      client_id: 'me',
      audience: 'https://api.example',
      parameters: [{ name: 'tenant', value: '7' }],
    })
    expect(client?.secrets).toEqual({ client_secret: 's3cret' })
  })

  test('OpenID Connect that calls use is a client with its issuer, and one that none uses is not', () => {
    const oidc = { type: 'openIdConnect', openIdConnectUrl: 'https://as.example/t/.well-known/openid-configuration' }
    const used = read({ oidc }, { security: [{ oidc: ['a'] }] })
    expect(used.clients).toMatchObject([{ settings: { issuer: 'https://as.example/t', scope: 'a' } }])
    expect(codesOf(used)).toEqual(['issuer_not_token_endpoint'])
    expect(read({ oidc }, { security: [] }).clients).toEqual([])
  })

  test('a scheme that webhooks alone name is no client of the API', () => {
    const webhooks = { w: { post: { security: [{ oauth: [] }] } } }
    expect(read({ oauth }, { security: [] }, { webhooks }).clients).toEqual([])
  })

  test('a scheme is found though its name is written in other capitals', () => {
    expect(onlyCall(read({ oauth }, { security: [{ OAuth: [] }] })).authorization.kind).toBe('client')
  })

  test('a request for a token has no authorization of the API', () => {
    const content = { 'application/x-www-form-urlencoded': { schema: { properties: { grant_type: {} } } } }
    const post = { security: [{ basic: [] }], requestBody: { content } }
    const draft = readOpenapi({ components: { securitySchemes: { basic } }, paths: { '/token': { post } } })
    expect(onlyCall(draft).authorization.kind).toBe('unsaid')
  })

  test('where the document never speaks of security, its only client is for all calls', () => {
    expect(onlyCall(read({ oauth }, {})).authorization.kind).toBe('client')
  })
})

describe('what goes along with a call', () => {
  test.each([
    ["its own security, not the document's", { security: [{ basic: [] }] }, { kind: 'other' }],
    ["the document's where it has none", {}, { kind: 'client' }],
    ['nothing where its list is empty', { security: [] }, { kind: 'none' }],
    ['the client, though nothing would do as well', { security: [{}, { oauth: [] }] }, { kind: 'client' }],
    ['the client, of several ways', { security: [{ key: [] }, { code: [] }, { oauth: [] }] }, { kind: 'client' }],
    ['nothing rather than Basic', { security: [{ basic: [] }, {}] }, { kind: 'none' }],
    [
      'another grant, which is named',
      { security: [{ code: [] }] },
      { kind: 'other', fact: { code: 'other_grant', evidence: { grant: 'authorization_code' } } },
    ],
    [
      'a bearer token beside a client that calls name',
      { security: [{ bearer: [] }] },
      { kind: 'other', fact: { code: 'other_authorization', evidence: { type: 'bearer' } } },
    ],
  ])('%s', (_name, operation, expected) => {
    const draft = read({ oauth, key, bearer, basic, code }, operation, {
      security: [{ oauth: ['read'] }],
      paths: { '/a': { get: operation }, '/b': { get: {} } },
    })
    expect(draft.calls[0]?.authorization).toMatchObject(expected)
  })

  test('an API key together with the client is a header with a secret variable', () => {
    const draft = read({ oauth, key }, { security: [{ key: [], oauth: ['read'] }] })
    const call = onlyCall(draft)
    expect(call.authorization.kind).toBe('client')
    expect(call.headers).toEqual([{ name: 'X-API-Key', value: '{{X-API-Key}}', enabled: true }])
    expect(draft.variables).toContainEqual({ name: 'X-API-Key', value: '', secret: true })
  })

  test('an API key in the query is a parameter, and one in a cookie is not sent', () => {
    const inQuery = { type: 'apiKey', in: 'query', name: 'api key' }
    const cookie = { type: 'apiKey', in: 'cookie', name: 'sid' }
    expect(onlyCall(read({ inQuery }, { security: [{ inQuery: [] }] })).query).toEqual([
      { name: 'api%20key', value: '{{api_key}}', enabled: true },
    ])
    expect(onlyCall(read({ cookie }, { security: [{ cookie: [] }] })).authorization.kind).toBe('other')
  })

  test('a bearer token without a client is the token of the environment that the call goes to', () => {
    const call = onlyCall(read({ bearer }, { security: [{ bearer: [] }] }))
    expect(call).toMatchObject({
      authorization: { kind: 'unsaid' },
      headers: [{ name: 'Authorization', value: 'Bearer {{token}}', enabled: true }],
    })
  })

  test("a bearer token beside a client that no call names is that client's", () => {
    expect(onlyCall(read({ bearer, oauth }, { security: [{ bearer: [] }] })).authorization.kind).toBe('client')
  })

  test('a key in the header Authorization is a bearer token, as Swagger 2 writes it', () => {
    const jwt = { type: 'apiKey', in: 'header', name: 'Authorization', description: 'Bearer <token>' }
    expect(onlyCall(read({ jwt }, { security: [{ jwt: [] }] })).headers).toEqual([
      { name: 'Authorization', value: 'Bearer {{token}}', enabled: true },
    ])
  })

  test('a scheme that is not there is noted with its place', () => {
    const draft = read({}, { security: [{ lost: [] }] })
    expect(draft.notes).toMatchObject([
      {
        fact: { code: 'reference_missing', evidence: { reference: 'lost' } },
        place: { pointer: '/paths/~1a/get/security/0/lost' },
      },
    ])
  })
})

test.each([
  ['schemes that are no objects', { a: null, b: 7, c: [], d: 'x' }],
  [
    'flows that are no objects',
    { a: { type: 'oauth2', flows: { clientCredentials: null } }, b: { type: 'oauth2', flows: 5 } },
  ],
  ['names of Object', { constructor: { type: 'oauth2' }, toString: null, hasOwnProperty: 1 }],
  ['a flow without a token URL', { a: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: 7, scopes: [1] } } } }],
])('%s do no harm', (_name, schemes) => {
  const security = [...Object.keys(schemes).map((name) => ({ [name]: 'x' })), null, 7, [], 'x']
  expect(read(schemes, { security }).calls).toHaveLength(1)
})

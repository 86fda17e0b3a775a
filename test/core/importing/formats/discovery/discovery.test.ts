import { describe, expect, test } from 'vitest'
import { parseFile } from '../../../../../electron/core/importing/drafts/parse-file.ts'
import { readForeign } from '../../../../../electron/core/importing/read-foreign.ts'
import { discoveryImporter } from '../../../../../electron/core/importing/formats/discovery/discovery.ts'

function read(text: string) {
  const files = discoveryImporter.claim([parseFile({ path: '', text })])
  return files.length === 0 ? null : (discoveryImporter.read(files)[0] ?? null)
}

const readJson = (value: unknown) => read(JSON.stringify(value))

const metadata = {
  issuer: 'https://as.example/t',
  token_endpoint: 'https://as.example/t/token',
  introspection_endpoint: 'https://as.example/t/introspect',
  revocation_endpoint: 'https://as.example/t/revoke',
  jwks_uri: 'https://as.example/t/keys',
  grant_types_supported: ['client_credentials'],
  token_endpoint_auth_methods_supported: ['private_key_jwt'],
}

describe('metadata of an authorization server', () => {
  test('is a client with its endpoints and the method that it lists', () => {
    const draft = readJson({
      ...metadata,
      mtls_endpoint_aliases: { token_endpoint: 'https://mtls.example/token', x: 1 },
    })
    expect(draft).toMatchObject({ notes: [] })
    expect(draft?.clients[0]?.settings).toEqual({
      issuer: 'https://as.example/t',
      token_endpoint: 'https://as.example/t/token',
      introspection_endpoint: 'https://as.example/t/introspect',
      revocation_endpoint: 'https://as.example/t/revoke',
      jwks_uri: 'https://as.example/t/keys',
      token_endpoint_auth_method: 'private_key_jwt',
      aliases: { token_endpoint: 'https://mtls.example/token' },
    })
  })

  test('that lists no methods means Basic', () => {
    const { token_endpoint_auth_methods_supported: _methods, ...others } = metadata
    expect(readJson(others)?.clients[0]?.settings.token_endpoint_auth_method).toBe('client_secret_basic')
  })

  test('that lists several methods notes which one was chosen', () => {
    const draft = readJson({
      ...metadata,
      token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
    })
    expect(draft?.notes).toMatchObject([
      { fact: { code: 'method_guessed', evidence: { method: 'client_secret_basic' } } },
    ])
  })

  test('that lists no method of this app notes those that it lists', () => {
    const draft = readJson({ ...metadata, token_endpoint_auth_methods_supported: ['attest_jwt_client_auth'] })
    expect(draft?.clients[0]?.settings.token_endpoint_auth_method).toBeUndefined()
    expect(draft?.notes).toMatchObject([{ fact: { code: 'not_used', evidence: { name: 'attest_jwt_client_auth' } } }])
  })

  test('without the grant client_credentials says which grants it lists', () => {
    const draft = readJson({ ...metadata, grant_types_supported: ['authorization_code'] })
    expect(draft?.notes).toMatchObject([
      {
        fact: { code: 'grant_not_listed', evidence: { grants: ['authorization_code'] } },
        place: { pointer: '/grant_types_supported' },
      },
    ])
  })

  test.each([
    [
      'lists that are none',
      { ...metadata, grant_types_supported: 'x', token_endpoint_auth_methods_supported: 7, mtls_endpoint_aliases: [] },
    ],
    ['texts that are none', { ...metadata, token_endpoint: 7, jwks_uri: null }],
  ])('with %s is read as far as it goes', (_name, value) => {
    expect(readJson(value)?.clients[0]?.settings.issuer).toBe('https://as.example/t')
  })
})

test('metadata of a protected resource is a client for each of its authorization servers', () => {
  const draft = readJson({
    resource: 'https://api.example',
    authorization_servers: ['https://a.example', 'https://b.example', 7],
    scopes_supported: ['read', 'write'],
  })
  expect(draft?.clients.map(({ settings }) => settings)).toEqual([
    { issuer: 'https://a.example', scope: 'read write', resource: ['https://api.example'] },
    { issuer: 'https://b.example', scope: 'read write', resource: ['https://api.example'] },
  ])
  expect(draft?.notes).toHaveLength(2)
})

describe('an address', () => {
  test.each([
    ['https://as.example/.well-known/openid-configuration', 'https://as.example'],
    ['https://as.example/t/.well-known/openid-configuration?appid=7', 'https://as.example/t'],
    ['https://as.example/.well-known/oauth-authorization-server/t', 'https://as.example/t'],
    ['https://as.example/realms/r', 'https://as.example/realms/r'],
    ['  <https://as.example/>\r\n', 'https://as.example/'],
  ])('%s is of the issuer %s', (text, issuer) => {
    expect(read(text)).toMatchObject({
      clients: [{ settings: { issuer } }],
      notes: [{ fact: { code: 'issuer_not_token_endpoint' }, place: { line: 1 } }],
    })
  })

  test('that ends with /token is a token endpoint', () => {
    expect(read('https://as.example/oauth2/token')).toMatchObject({
      clients: [{ settings: { token_endpoint: 'https://as.example/oauth2/token' } }],
      notes: [],
    })
  })

  test('of each line is taken where all are of metadata', () => {
    const url = 'https://as.example/.well-known/openid-configuration'
    expect(read(`${url}\n\n${url}\n`)?.clients).toHaveLength(2)
    expect(read(`${url}\nhttps://as.example\n`)).toBeNull()
  })

  test.each([
    '',
    'as.example',
    'https://',
    'https://u:p@as.example',
    'https://as.example/#x',
    'ftp://as.example',
    'see https://as.example',
    '{"issuer":"https://as.example"}',
    '{"issuer":7,"token_endpoint":"x"}',
  ])('is not in %j', (text) => {
    expect(read(text)).toBeNull()
  })
})

test('environments of several addresses are named each after its own host', () => {
  const urls = ['https://one.test', 'https://two.test'].map((host) => `${host}/.well-known/openid-configuration`)
  const made = readForeign([{ path: '', text: urls.join('\n') }], () => 'id')
  expect(made?.environments.map(({ value }) => value.name)).toEqual(['one.test', 'two.test'])
})

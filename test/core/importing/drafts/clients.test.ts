import { expect, test } from 'vitest'
import type { ApiBody } from '../../../../electron/contract/api-call.ts'
import { call, client, draft, header, made, set, variable } from './some-drafts.ts'

type Import = ReturnType<typeof made>
const codes = ({ notes }: Import) => notes.map(({ fact }) => fact.code)
const clients = ({ environments }: Import) => environments.map(({ value }) => value.client_id)

const form = (values: Readonly<Record<string, string>>): ApiBody => ({
  kind: 'form',
  fields: Object.entries(values).map(([name, value]) => ({ name, value, enabled: true })),
})
const tokenCall = (values: Readonly<Record<string, string>> = {}, members: Parameters<typeof call>[0] = {}) =>
  call({
    name: 'Token',
    method: 'POST',
    url: 'https://as.example/token',
    body: form({ grant_type: 'client_credentials', ...values }),
    ...members,
  })

test('a token request with Basic credentials is a client, encoded, in variables or apart', () => {
  const encoded = `Basic ${Buffer.from('me:c4nary-Secret-1').toString('base64')}`
  for (const members of [
    { headers: [header('Authorization', encoded)] },
    { authorization: { kind: 'basic', username: '{{id}}', password: '{{secret}}' } as const },
    { headers: [header('Authorization', 'Basic {{id}}:{{secret}}')] },
  ]) {
    const result = made(
      draft({
        calls: [tokenCall({}, members)],
        variables: [variable('id', 'me'), variable('secret', 'c4nary-Secret-1')],
      }),
    )
    expect(result.environments).toMatchObject([
      { kind: 'environment', calls: [], value: { client_id: 'me', token_endpoint_auth_method: 'client_secret_basic' } },
    ])
    expect(Object.values(result.carried)).toMatchObject([{ client_secret: 'c4nary-Secret-1' }])
  }
})

test('a token request in JSON is a client that sends JSON', () => {
  const body = {
    kind: 'json' as const,
    text: '{"grant_type":"client_credentials","client_id":"me","client_secret":"{{s}}","audience":"https://api"}',
  }
  const result = made(draft({ calls: [call({ method: 'POST', url: 'https://as.example/token', body })] }))
  expect(result.environments).toMatchObject([
    { value: { client_id: 'me', audience: 'https://api', tokenBodyFormat: 'json' } },
  ])
  expect(result.environments[0]?.preserved.declaredSecrets).toEqual(['client_secret'])
})

test('another grant stays a call without authorization, and is noted', () => {
  const password = tokenCall({ grant_type: 'password', username: 'u', password: 'c4nary-Secret-1', client_id: 'me' })
  const result = made(draft({ clients: [client()], calls: [password] }))
  expect(result.environments[0]?.calls).toMatchObject([{ name: 'Token', authorization: 'none' }])
  expect(codes(result)).toContain('other_grant')
})

test('requests for introspection and revocation fill the endpoints of their client', () => {
  const about = (url: string) =>
    tokenCall({}, { url, body: form({ token: '{{t}}', client_id: 'me', client_secret: 'c4nary-Secret-1' }) })
  const result = made(
    draft({
      calls: [
        tokenCall({ client_id: 'me', client_secret: 'c4nary-Secret-1' }),
        about('https://as.example/introspect'),
        about('https://as.example/revoke'),
      ],
    }),
  )
  expect(result.environments).toMatchObject([
    {
      value: {
        introspection_endpoint: 'https://as.example/introspect',
        revocation_endpoint: 'https://as.example/revoke',
      },
      calls: [],
    },
  ])
})

test('a call of an API whose path names tokens stays a call', () => {
  const calls = [
    call({ url: 'https://api.example/tokens/usage?client_id=5' }),
    call({ method: 'POST', url: 'https://api.example/tokens', body: form({ client_id: 'x', amount: '1' }) }),
  ]
  expect(made(draft({ clients: [client()], calls })).environments[0]?.calls).toHaveLength(2)
})

test('the same client is made once, and one that differs in its scope is another', () => {
  const calls = ['read', 'read', 'write'].map((scope) =>
    tokenCall({ client_id: 'me', client_secret: 'c4nary-Secret-1', scope }),
  )
  const result = made(draft({ calls }))
  expect(result.environments.map(({ value }) => value.scope)).toEqual(['read', 'write'])
  expect(codes(result)).toContain('duplicates')
})

test('calls of two clients stay with their own, and others go to the first', () => {
  const one = client({ name: 'One', settings: { token_endpoint: 'https://as.example/token', client_id: 'one' } })
  const two = client({ name: 'Two', settings: { token_endpoint: 'https://as.example/token', client_id: 'two' } })
  const calls = [
    call({ name: 'a', authorization: { kind: 'client', client: two } }),
    call({ name: 'b', authorization: { kind: 'client', client: one } }),
    call({ name: 'c', authorization: { kind: 'none' } }),
  ]
  const result = made(draft({ clients: [one, two], calls }))
  expect(result.environments.map((each) => [each.value.name, each.calls.map(({ name }) => name)])).toEqual([
    ['One · Orders', ['b', 'c']],
    ['Two · Orders', ['a']],
  ])
})

test('of a script that requests several tokens, each call carries the one before it', () => {
  const bearer = (name: string) => call({ name, headers: [header('Authorization', 'Bearer {{token}}')] })
  const result = made(
    draft({ calls: [tokenCall({ client_id: 'one' }), bearer('a'), tokenCall({ client_id: 'two' }), bearer('b')] }),
  )
  expect(result.environments.map(({ value, calls }) => [value.client_id, calls.map(({ name }) => name)])).toEqual([
    ['one', ['a']],
    ['two', ['b']],
  ])
})

test('a call that is there twice is made once', () => {
  const result = made(draft({ clients: [client()], calls: [call(), call(), call({ name: 'Another' })] }))
  expect(result.environments[0]?.calls).toHaveLength(2)
  expect(codes(result)).toContain('duplicates')
})

test('an issuer in the place of a token endpoint is kept as an issuer', () => {
  const result = made(
    draft({ clients: [client({ settings: { token_endpoint: 'https://as.example/realms/one', client_id: 'me' } })] }),
  )
  expect(result.environments[0]?.value).toMatchObject({ issuer: 'https://as.example/realms/one', token_endpoint: '' })
  expect(codes(result)).toContain('issuer_not_token_endpoint')
})

test('a provider is known by its address, and what the file says comes before its preset', () => {
  const result = made(
    draft({
      clients: [
        client({
          settings: {
            token_endpoint: 'https://x.eu.auth0.com/oauth/token',
            client_id: 'me',
            token_endpoint_auth_method: 'client_secret_basic',
          },
        }),
      ],
    }),
  )
  expect(result.environments[0]?.value).toMatchObject({
    provider: 'auth0',
    issuer: 'https://x.eu.auth0.com/',
    token_endpoint_auth_method: 'client_secret_basic',
  })
  expect(codes(result)).toContain('audience_missing')
})

test('placeholders are noted and left empty', () => {
  const result = made(
    draft({
      clients: [
        client({
          settings: { token_endpoint: 'https://<tenant>.example/token', client_id: '….@project' },
          secrets: { client_secret: '<secret>' },
        }),
      ],
    }),
  )
  expect(result.environments[0]?.value).toMatchObject({ token_endpoint: '', client_id: '' })
  expect(result.carried).toEqual({})
  expect(codes(result).filter((code) => code === 'placeholder')).toHaveLength(3)
})

test('a file of variables holds for the collection that is given with it', () => {
  const collection = draft({ clients: [client({ settings: { token_endpoint: '{{as}}/token', client_id: 'me' } })] })
  const file = draft({
    format: 'postman_environment',
    name: 'dev',
    variableSets: [set('dev', { as: 'https://as.example' })],
  })
  expect(made(file, collection).environments.map(({ value }) => [value.name, value.token_endpoint])).toEqual([
    ['Orders', 'https://as.example/token'],
  ])
})

test('a file with one client is for the calls of the files that have none', () => {
  const env = draft({ format: 'dotenv', name: '', clients: [client({ name: '' })] })
  const calls = draft({
    format: 'http_file',
    name: 'api',
    calls: [call({ headers: [header('Authorization', 'Bearer {{token}}')] })],
  })
  const result = made(env, calls)
  expect(result.environments).toMatchObject([
    { kind: 'environment', value: { client_id: 'orders' }, calls: [{ authorization: 'environment' }] },
  ])
  expect(codes(result)).not.toContain('no_client')
})

test('a client that shows a certificate and no secret proves itself with it', () => {
  const settings = {
    token_endpoint: 'https://as.example/token',
    client_id: 'me',
    clientCertificate: { certificateFile: '/certs/me.pfx' },
  }
  expect(
    made(draft({ clients: [client({ settings: { ...settings, token_endpoint_auth_method: 'none' } })] })).environments,
  ).toMatchObject([
    {
      value: {
        token_endpoint_auth_method: 'tls_client_auth',
        network: { clientCertificate: { certificateFile: '/certs/me.pfx' } },
      },
    },
  ])
})

test('sets that nothing uses are environments with their variables; an only one goes to the client', () => {
  const named = (...sets: ReturnType<typeof set>[]) =>
    made(draft({ clients: [client()], variableSets: sets })).environments.map(({ value }) => [
      value.name,
      value.variables.length,
    ])
  expect(named(set('Other', { x: '1' }), set('Last', { x: '2', y: '' }))).toEqual([
    ['Orders', 0],
    ['Other · Orders', 1],
    ['Last · Orders', 2],
  ])
  expect(named(set('Other', { x: '1' }))).toEqual([['Orders', 1]])
})

test('a set that has but the token of another tool is no environment', () => {
  const calls = [
    tokenCall({ client_id: 'me', client_secret: 'c4nary-Secret-1' }),
    call({ headers: [header('Authorization', 'Bearer {{t}}')] }),
  ]
  const result = made(draft({ calls, variableSets: [set('Dev', { t: 'a' }), set('Prod', { t: 'b' })] }))
  expect(result.environments.map(({ value, calls: { length } }) => [value.name, length])).toEqual([['Orders', 1]])
})

test('an ID that looks like a secret names no environment', () => {
  const ids = ['582af0afb0d74554aa7af47849edb222', 'orders']
  const clientsOfIds = ids.map((id) =>
    client({ name: '', settings: { token_endpoint: 'https://as.example/token', client_id: id } }),
  )
  expect(made(draft({ name: '', clients: clientsOfIds })).environments.map(({ value }) => value.name)).toEqual([
    'as.example',
    'orders · as.example',
  ])
})

test('files with the same client are one environment with the calls of all', () => {
  const file = (name: string) =>
    draft({
      name,
      calls: [
        tokenCall({ client_id: 'me', client_secret: 'c4nary-Secret-1' }),
        call({ name, headers: [header('Authorization', 'Bearer {{t}}')] }),
      ],
    })
  const result = made(file('a'), file('b'))
  expect(clients(result)).toEqual(['me'])
  expect(result.environments[0]?.calls.map(({ name }) => name)).toEqual(['a', 'b'])
})

test('environments of a file of variables alone are called as there', () => {
  const result = made(
    draft({ name: 'http-client', variableSets: [set('dev', { x: '1' }), set('perf test', { x: '2' })] }),
  )
  expect(result.environments.map(({ value }) => value.name)).toEqual(['dev', 'perf test'])
})

test('names of environments differ, and are short', () => {
  const names = made(
    draft({
      name: '',
      clients: ['a', 'b'].map((id) =>
        client({ name: 'x'.repeat(300), settings: { token_endpoint: 'https://as.example/token', client_id: id } }),
      ),
    }),
  )
  const [one = '', two = ''] = names.environments.map(({ value }) => value.name)
  expect(one).not.toBe(two)
  expect(two.length).toBeLessThan(90)
})

test('what tells the environments of one file apart comes first in their names, and no two have the same', () => {
  const variables = [
    set('Staging', { as: 'https://as.staging.example' }),
    set('Orders Production', { as: 'https://as.example' }),
  ]
  const one = client({ name: '', settings: { token_endpoint: '{{as}}/token', client_id: 'one' } })
  const two = client({ name: 'Writer', settings: { token_endpoint: '{{as}}/token', client_id: 'two' } })
  const names = (...drafts: Parameters<typeof made>) => made(...drafts).environments.map(({ value }) => value.name)
  expect(names(draft({ clients: [one] }))).toEqual(['Orders'])
  expect(names(draft({ clients: [one], variableSets: variables }))).toEqual(['Staging · Orders', 'Production · Orders'])
  expect(names(draft({ clients: [one, two] }))).toEqual(['one · Orders', 'Writer · Orders'])
  expect(names(draft({ clients: [one, two], variableSets: variables }))).toEqual([
    'one · Staging · Orders',
    'one · Production · Orders',
    'Writer · Staging · Orders',
    'Writer · Production · Orders',
  ])
  const others = ['a', 'b', 'c'].map((id) =>
    client({ settings: { token_endpoint: 'https://x.example', client_id: id } }),
  )
  expect(names(...others.map((other, index) => draft({ clients: [other], name: index === 1 ? 'A 2' : 'A' })))).toEqual([
    'A',
    'A 2',
    'A 3',
  ])
})

test('paths of certificates are kept as they are, relative ones are noted, and none leads to another computer', () => {
  const certificate = { certificateFile: 'certs/client.pfx', keyFile: '\\\\files.example\\client.key' }
  const owner = client({ settings: { client_id: 'me', caFile: '/ca.pem', clientCertificate: certificate } })
  const result = made(draft({ clients: [owner] }))
  expect(result.environments[0]?.value.network).toMatchObject({
    caFile: '/ca.pem',
    clientCertificate: { certificateFile: 'certs/client.pfx', keyFile: '' },
  })
  expect(result.notes.map(({ fact }) => fact.evidence)).toEqual(
    expect.arrayContaining([
      { note: 'relative_paths', names: ['certs/client.pfx'] },
      { note: 'not_used', names: [String.raw`\\files.example\client.key`] },
    ]),
  )
})

test('Basic of variables is sent as it is typed, unless that makes no difference', () => {
  const encodings = (secret: string) =>
    made(
      draft({
        calls: [tokenCall({}, { authorization: { kind: 'basic', username: '{{id}}', password: '{{secret}}' } })],
        variables: [variable('id', 'me'), ...(secret === '' ? [] : [variable('secret', secret)])],
      }),
    ).environments.map(({ value }) => value.basicEncoding)
  expect(encodings('c4nary+Secret/1')).toEqual(['raw'])
  expect(encodings('')).toEqual(['raw'])
  expect(encodings('c4nary-Secret-1')).toEqual(['form'])
})

test('a call follows redirects where its tool does, unless the file says otherwise', () => {
  const follows = (format: Parameters<typeof draft>[0]['format'], said?: boolean) =>
    made(
      draft({
        ...(format === undefined ? {} : { format }),
        calls: [call(said === undefined ? {} : { followRedirects: said })],
      }),
    ).environments[0]?.calls[0]?.followRedirects
  for (const format of ['postman_collection', 'insomnia', 'bruno', 'hoppscotch', 'yaak', 'http_file'] as const)
    expect([follows(format), follows(format, false)]).toEqual([true, false])
  for (const format of ['curl', 'openapi', 'har'] as const)
    expect([follows(format), follows(format, true)]).toEqual([false, true])
})

test('a proxy and a certificate of calls alone are named; what the client has as well is not', () => {
  const proxy = (url: string) => ({
    fields: { proxy: { mode: 'explicit' as const, url, username: '', bypass: '' } },
    secrets: {},
  })
  const result = made(
    draft({
      clients: [
        client({
          settings: { token_endpoint: 'https://as.example/token', client_id: 'me', ...proxy('http://p:1').fields },
        }),
      ],
      calls: [call({ name: 'a', network: proxy('http://p:1') }), call({ name: 'b', network: proxy('http://q:2') })],
    }),
  )
  expect(
    result.notes.filter(({ fact }) => fact.code === 'not_used').map(({ fact, call: name }) => [name, fact.evidence]),
  ).toEqual([['b', { name: 'proxy' }]])
})

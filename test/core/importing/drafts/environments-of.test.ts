import { expect, test } from 'vitest'
import { call, client, draft, header, made, set, variable } from './some-drafts.ts'

const codes = ({ notes }: ReturnType<typeof made>) => notes.map(({ fact }) => fact.code)

test('a client becomes an environment, its secret apart, with the calls that carry its token', () => {
  const owner = client({ secrets: { client_secret: 'c4nary-Secret-1' } })
  const result = made(
    draft({
      clients: [owner],
      calls: [call({ folders: ['Orders', 'Open'], authorization: { kind: 'client', client: owner } })],
    }),
  )
  const [environment] = result.environments
  expect(environment?.value).toMatchObject({
    name: 'Orders',
    token_endpoint: 'https://as.example/token',
    client_id: 'orders',
  })
  expect(environment?.calls).toMatchObject([{ folder: 'Orders/Open', authorization: 'environment', method: 'GET' }])
  expect(result.carried).toEqual({ [environment?.id ?? '']: { client_secret: 'c4nary-Secret-1' } })
})

test('each set of variables that changes a client is an environment, with its values in the settings', () => {
  const result = made(
    draft({
      clients: [client({ settings: { token_endpoint: '{{as}}/token', client_id: '{{id}}' } })],
      calls: [call({ url: '{{api}}/orders' })],
      variableSets: [
        set('dev', { as: 'https://as.dev.example', id: 'one', api: 'https://api.dev.example' }),
        set('prod', { as: 'https://as.example', id: 'two', api: 'https://api.example' }),
      ],
    }),
  )
  expect(
    result.environments.map(({ value }) => [value.name, value.stage, value.token_endpoint, value.client_id]),
  ).toEqual([
    ['dev · Orders', 'development', 'https://as.dev.example/token', 'one'],
    ['prod · Orders', 'production', 'https://as.example/token', 'two'],
  ])
  expect(result.environments[1]?.value.variables).toEqual([
    { name: 'api', value: 'https://api.example', secret: false },
  ])
  expect(result.environments[0]?.calls).toEqual(result.environments[1]?.calls)
})

test('a raw token request becomes the client, and is no call', () => {
  const result = made(
    draft({
      calls: [
        call({
          name: 'Get token',
          method: 'POST',
          url: '{{as}}/token',
          body: {
            kind: 'form',
            fields: [
              { name: 'grant_type', value: 'client_credentials', enabled: true },
              { name: 'client_id', value: '{{id}}', enabled: true },
              { name: 'client_secret', value: '{{secret}}', enabled: true },
            ],
          },
        }),
        call({ headers: [header('Authorization', 'Bearer {{token}}')] }),
      ],
      variables: [variable('as', 'https://as.example'), variable('id', 'me'), variable('secret', 'c4nary-Secret-1')],
    }),
  )
  expect(result.environments.map(({ value }) => value)).toMatchObject([
    {
      token_endpoint: 'https://as.example/token',
      client_id: 'me',
      token_endpoint_auth_method: 'client_secret_post',
      variables: [],
    },
  ])
  expect(result.environments[0]?.calls).toMatchObject([{ name: 'List', authorization: 'environment', headers: [] }])
  expect(Object.values(result.carried)).toEqual([{ client_secret: 'c4nary-Secret-1' }])
})

test('a setting whose variable has no value is left open and empty', () => {
  const result = made(draft({ clients: [client({ settings: { token_endpoint: '{{as}}/token', client_id: 'me' } })] }))
  expect(result.environments[0]).toMatchObject({
    value: { token_endpoint: '' },
    open: [{ field: 'token_endpoint', text: '{{as}}/token' }],
  })
  expect(result.valuesNeeded).toEqual(['as'])
})

test('calls without a client are kept for an environment that a person chooses', () => {
  const result = made(
    draft({
      calls: [
        call({ authorization: { kind: 'other', fact: { code: 'other_grant', evidence: { grant: 'password' } } } }),
      ],
    }),
  )
  expect(result.environments).toMatchObject([
    { kind: 'calls', value: { name: 'Orders' }, calls: [{ authorization: 'none' }] },
  ])
  expect(codes(result)).toEqual(['other_grant', 'no_client'])
})

test('secrets of calls become secret variables', () => {
  const result = made(
    draft({
      clients: [client()],
      calls: [
        call({
          headers: [header('X-Api-Key', 'c4nary-Key-1')],
          query: [{ name: 'api_key', value: 'c4nary-Key-2', enabled: true }],
        }),
      ],
    }),
  )
  const { carried, ...shown } = result
  expect(JSON.stringify(shown)).not.toContain('c4nary')
  expect(Object.values(carried)).toEqual([
    { secret_variables: '{"api_key":"c4nary-Key-2","api_key_2":"c4nary-Key-1"}' },
  ])
})

test('more calls than an environment has are refused whole', () => {
  const calls = Array.from({ length: 5001 }, (_, index) => call({ name: String(index) }))
  expect(() => made(draft({ calls }))).toThrow('too_many_calls')
})

test('environments that have too many calls together are refused before they are made', () => {
  const calls = Array.from({ length: 1000 }, (_, index) => call({ url: `{{api}}/${index}` }))
  const sets = (count: number) =>
    Array.from({ length: count }, (_, index) => set(`stage ${index}`, { api: `https://${index}.example` }))
  const owner = client()
  const of = (count: number) => draft({ clients: [owner], calls, variableSets: sets(count) })
  expect(made(of(20)).environments).toHaveLength(20)
  expect(() => made(of(21))).toThrow('too_many_calls_in_all')
  expect(() => made(of(11), { ...of(10), name: 'Other' })).toThrow('too_many_calls_in_all')
})

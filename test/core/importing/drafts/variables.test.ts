import { expect, test } from 'vitest'
import { judgedAgain, withOpenSetting } from '../../../../electron/core/importing/drafts/open-setting.ts'
import { call, client, draft, made, set, variable } from './some-drafts.ts'

const facts = ({ notes }: ReturnType<typeof made>) => notes.map(({ fact }) => fact)

test('a name that cannot be used here is another one in every text, and blanks within braces are none', () => {
  const result = made(
    draft({
      clients: [client({ settings: { token_endpoint: 'https://{{ host name }}/token', client_id: '{{ id }}' } })],
      calls: [
        call({
          url: '{{Basis-URL für alle}}/{{ path }}',
          query: [{ name: 'q', value: '{{host name}}', enabled: true }],
        }),
      ],
      variables: [
        variable('host name', 'as.example'),
        variable('id', 'me'),
        variable('Basis-URL für alle', 'https://api.example'),
      ],
    }),
  )
  expect(result.environments[0]).toMatchObject({
    value: { token_endpoint: 'https://as.example/token', client_id: 'me' },
    calls: [{ url: '{{Basis-URL_fu_r_alle}}/{{path}}', query: [{ name: 'q', value: '{{host_name}}' }] }],
  })
  expect(facts(result)).toContainEqual({
    code: 'variable_renamed',
    evidence: { name: 'host name', renamed: 'host_name' },
  })
  expect(result.valuesNeeded).toEqual(['path'])
})

test('expressions of a tool stay as they are', () => {
  const result = made(
    draft({ clients: [client()], calls: [call({ url: 'https://api.example/{{$guid}}?x={{now | date}}' })] }),
  )
  expect(result.environments[0]?.calls).toMatchObject([
    { url: 'https://api.example/{{$guid}}', query: [{ value: '{{now | date}}' }] },
  ])
})

test('a variable of variables has their values, and one that names itself is noted', () => {
  const result = made(
    draft({
      calls: [call({ url: '{{a}}{{x}}' })],
      variables: [
        variable('a', '{{b}}/v1'),
        variable('b', 'https://{{c}}'),
        variable('c', 'api.example'),
        variable('x', '{{y}}'),
        variable('y', '{{x}}'),
      ],
    }),
  )
  expect(result.environments[0]?.value.variables[0]).toEqual({
    name: 'a',
    value: 'https://api.example/v1',
    secret: false,
  })
  expect(facts(result).map(({ code }) => code)).toContain('variable_loop')
})

test('a variable of one call is written into it, and one of all is a variable', () => {
  const own = (id: string) =>
    call({ name: id, url: '{{base}}/{{id}}', variables: [variable('id', id), variable('base', 'https://api.example')] })
  const result = made(draft({ clients: [client()], calls: [own('1'), own('2')] }))
  expect(result.environments[0]?.calls.map(({ url }) => url)).toEqual(['{{base}}/1', '{{base}}/2'])
  expect(result.environments[0]?.value.variables).toEqual([
    { name: 'base', value: 'https://api.example', secret: false },
  ])
})

test('a call’s own value comes before that of the environment', () => {
  const result = made(
    draft({
      clients: [client()],
      calls: [call({ url: 'https://api.example/{{id}}', variables: [variable('id', 'own')] })],
      variableSets: [set('dev', { id: 'other' })],
    }),
  )
  expect(result.environments[0]?.calls[0]?.url).toBe('https://api.example/own')
})

test('an empty value of a set does not hide that of the collection', () => {
  const result = made(
    draft({
      clients: [client({ settings: { token_endpoint: '{{as}}/token', client_id: 'me' } })],
      variables: [variable('as', 'https://as.example')],
      variableSets: [set('dev', { as: '' })],
    }),
  )
  expect(result.environments[0]?.value.token_endpoint).toBe('https://as.example/token')
})

test('of more variables than an environment can have, those of its calls are kept', () => {
  const variables = Array.from({ length: 300 }, (_, index) => variable(`v${index}`, 'x'))
  const result = made(draft({ calls: [call({ url: 'https://api.example/{{v299}}' })], variables }))
  expect(result.environments[0]?.value.variables).toHaveLength(200)
  expect(result.environments[0]?.value.variables[0]?.name).toBe('v299')
  expect(facts(result)).toContainEqual({
    code: 'value_left_out',
    evidence: { field: 'variables', problem: 'At most 200 variables.' },
  })
})

test('a value that is too long is left out by name', () => {
  const result = made(
    draft({ calls: [call({ url: 'https://api.example/{{a}}' })], variables: [variable('a', 'word '.repeat(3000))] }),
  )
  expect(facts(result)).toContainEqual({
    code: 'value_left_out',
    evidence: { field: 'a', problem: 'A value may have at most 10,000 characters.' },
  })
})

test('a variable that only settings use is no variable of the environment', () => {
  const result = made(
    draft({
      clients: [
        client({
          settings: { token_endpoint: '{{as}}/token', client_id: '{{id}}' },
          secrets: { client_secret: '{{s}}' },
        }),
      ],
      variables: [
        variable('as', 'https://as.example'),
        variable('id', 'me'),
        variable('s', 'c4nary-Secret-1'),
        variable('other', 'x'),
      ],
    }),
  )
  expect(result.environments[0]?.value.variables.map(({ name }) => name)).toEqual(['other'])
})

test('settings that were left open are filled by the rules of an import', () => {
  const { environments } = made(
    draft({
      clients: [
        client({
          settings: {
            token_endpoint: 'https://{{tenant}}.auth0.com/oauth/token',
            client_id: 'me',
            resource: ['{{r}}'],
            parameters: [{ name: 'p', value: '{{r}}' }],
          },
        }),
      ],
    }),
  )
  const { value, open } = environments[0] ?? { value: undefined, open: [] }
  expect(open.map(({ field, text }) => [field, text])).toEqual([
    ['token_endpoint', 'https://{{tenant}}.auth0.com/oauth/token'],
    ['resource', '{{r}}'],
    ['parameters', 'p={{r}}'],
  ])
  if (value === undefined) throw new Error('There is no environment.')
  const first = withOpenSetting(value, 'token_endpoint', 'https://one.auth0.com/oauth/token')
  const second = withOpenSetting(first ?? value, 'parameters', 'p=1')
  const third = withOpenSetting(second ?? value, 'resource', 'orders')
  expect(judgedAgain(third ?? value)).toMatchObject({
    provider: 'auth0',
    token_endpoint: 'https://one.auth0.com/oauth/token',
    parameters: [
      { name: 'p', value: '1' },
      { name: 'resource', value: 'orders' },
    ],
  })
  expect(withOpenSetting(value, 'token_endpoint', 'no url')).toBeNull()
})

import { expect, test } from 'vitest'
import type { DraftCall, DraftVariable, ImportDraft } from '../../../../electron/core/importing/drafts/import-draft.ts'
import { readForeign } from '../../../../electron/core/importing/read-foreign.ts'
import { call, draft, header, made, variable } from './some-drafts.ts'

/** As people choose them: nothing in it looks random. */
const word = 'Sommer2026!pw'

const shownOf = (given: ImportDraft) => {
  const { carried, ...shown } = made(given)
  expect(JSON.stringify(carried)).not.toBe('{}')
  return JSON.stringify(shown)
}
const body = (text: string, contentType = ''): Partial<DraftCall> => ({
  method: 'POST',
  body: contentType === '' ? { kind: 'json', text } : { kind: 'text', text, contentType },
})

const texts: [string, Partial<DraftCall>][] = [
  ['an escaped name in JSON', body(String.raw`{"pass\u0077ord":"${word}"}`)],
  ['a list in JSON', body(JSON.stringify({ passwords: ['x', word] }))],
  ['JSON within JSON', body(JSON.stringify({ payload: JSON.stringify({ password: word }) }))],
  ['names and values apart', body(JSON.stringify([{ key: 'client_secret', value: word }]))],
  ['a literal of GraphQL', body(JSON.stringify({ query: `mutation { login(password: "${word}") }` }))],
  ['single quotes', body(`{'password': '${word}'}`)],
  ['a name without quotes', body(`{password: "${word}"}`)],
  ['an attribute of XML', body(`<a password="${word}"/>`, 'text/xml')],
  ['an element of XML with attributes', body(`<w:Password Type="#Text">${word}</w:Password>`, 'text/xml')],
  ['a CDATA section', body(`<Password><![CDATA[${word}]]></Password>`, 'text/xml')],
  ['YAML', body(`user: me\npassword: ${word}\n`, 'application/yaml')],
  ['settings with spaces', body(`password = ${word}`, 'text/plain')],
  ['a connection string', body(`Server=db;Uid=sa;Pwd=${word};`, 'text/plain')],
  ['the login of a URL in a text', body(JSON.stringify({ db: `mongodb://me:${word}@db/x` }))],
  ['a URL in a header', { headers: [header('Referer', `https://a.example/?password=${word}`)] }],
  ['a header in German', { headers: [header('X-Passwort', word)] }],
  ['a header that the file calls a key', { headers: [header('X-Anything', word)], keys: ['X-Anything'] }],
  ['a parameter that the file calls a key', { query: [{ name: 'zz', value: word, enabled: true }], keys: ['zz'] }],
]

test.each(texts)('a secret that looks like a word is moved out of %s', (_, members) => {
  expect(shownOf(draft({ calls: [call(members)] }))).not.toContain('Sommer')
})

test.each([
  ['a pair', `client_secret: ${word}`],
  ['a sentence', `The password is: ${word}`],
  ['code', `\`password\`: \`${word}\``],
  ['a command', `curl -u me:${word} https://a.example`],
  ['a header', `Authorization: Bearer ${word}`],
])('a secret that looks like a word is masked in notes, as %s', (_, notes) => {
  expect(JSON.stringify(made(draft({ calls: [call({ notes })] })))).not.toContain('Sommer')
})

test.each([
  'The password is: required.',
  'Token: see https://docs.example/token',
  'code: 404, status: 200',
  'Set `client_secret` to the secret of your client.',
  'token_endpoint: https://as.example/token',
  'version: 1.2.3',
])('a sentence about secrets stays: %s', (notes) => {
  expect(made(draft({ calls: [call({ notes })] })).environments[0]?.calls[0]?.notes).toBe(notes)
})

const uses: [string, Partial<DraftCall>, DraftVariable[]][] = [
  ['a header that is called a key', { headers: [header('X-Api-Key', '{{zz}}')] }, [variable('zz', word)]],
  [
    'Basic credentials',
    { authorization: { kind: 'basic', username: 'me', password: '{{zz}}' } },
    [variable('zz', word)],
  ],
  ['a bearer token', { headers: [header('Authorization', 'Bearer {{zz}}')] }, [variable('zz', word)]],
  ['a password in JSON', body('{"password":"{{zz}}"}'), [variable('zz', word)]],
  [
    'a key, in parts',
    { headers: [header('X-Api-Key', '{{zz}}')] },
    [variable('zz', '{{a}}-{{b}}'), variable('a', word.slice(0, 6)), variable('b', word.slice(6))],
  ],
  ['what the file calls a key', { headers: [header('X-Any', '{{zz}}')], keys: ['X-Any'] }, [variable('zz', word)]],
]

test.each(uses)('a variable is secret that calls have in %s, whatever it is called', (_, members, variables) => {
  expect(shownOf(draft({ calls: [call(members)], variables }))).not.toContain(word.slice(0, 6))
})

test('a word that switches, and an address, are no secrets where a secret belongs', () => {
  const variables = [variable('on', 'true'), variable('url', 'https://api.example')]
  const calls = [call({ headers: [header('X-Api-Key', '{{on}}'), header('X-Token', '{{url}}')] })]
  expect(made(draft({ calls, variables })).environments[0]?.value.variables).toEqual(
    variables.map(({ name, value }) => ({ name, value, secret: false })),
  )
})

test.each([
  ['JSON', JSON.stringify({ password: word })],
  ['a URL', `https://a.example/?token=${word}`],
])('a variable is secret that has a named secret in it: %s', (_, value) => {
  expect(shownOf(draft({ calls: [call({})], variables: [variable('zz', value)] }))).not.toContain('Sommer')
})

test('secret variables of calls that have different values are secret in each call', () => {
  const calls = ['one', 'two'].map((name) =>
    call({ name, headers: [header('X-Any', '{{zz}}')], variables: [variable('zz', `${word} ${name}`, true)] }),
  )
  expect(shownOf(draft({ calls }))).not.toContain('Sommer')
})

const auth = { key: 'zz', value: word, in: 'header', addTo: 'header', location: 'header' }
const files: [string, object][] = [
  [
    'a.json',
    {
      info: { name: 'a', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
      item: [
        {
          name: 'x',
          request: {
            url: 'https://api.example/x',
            auth: { type: 'apikey', apikey: Object.entries(auth).map(([key, value]) => ({ key, value })) },
          },
        },
      ],
    },
  ],
  [
    'insomnia.json',
    {
      _type: 'export',
      __export_format: 4,
      resources: [
        { _id: 'wrk_1', _type: 'workspace', name: 'a' },
        {
          _id: 'req_1',
          _type: 'request',
          parentId: 'wrk_1',
          name: 'x',
          method: 'GET',
          url: 'https://api.example/x',
          authentication: { type: 'apikey', ...auth },
        },
      ],
    },
  ],
  [
    'hoppscotch.json',
    {
      v: 2,
      name: 'a',
      folders: [],
      requests: [
        {
          v: '1',
          name: 'x',
          method: 'GET',
          endpoint: 'https://api.example/x',
          params: [],
          headers: [],
          auth: { authType: 'api-key', authActive: true, ...auth, addTo: 'Headers' },
          body: { contentType: null, body: null },
        },
      ],
    },
  ],
]

test.each(files)('an API key of %s is secret under any name', (path, file) => {
  let ids = 0
  const read = readForeign([{ path, text: JSON.stringify(file) }], () => `id-${ids++}`)
  const { carried, ...shown } = read ?? { carried: {} }
  expect(JSON.stringify(shown)).toContain('https://api.example/x')
  expect(JSON.stringify(carried)).toContain(word)
  expect(JSON.stringify(shown)).not.toContain('Sommer')
})

test.each([
  'mutation M($password: String!, $token: JWT) { login(password: $password, token: $token) { token } }',
  'mutation M($apiKey:ID!){login(apiKey:$apiKey){ok}}',
])('variables of GraphQL are no secrets: %s', (query) => {
  const { environments, carried } = made(draft({ calls: [call(body(JSON.stringify({ query })))] }))
  expect(environments[0]?.calls[0]?.body).toEqual({ kind: 'json', text: JSON.stringify({ query }) })
  expect(carried).toEqual({})
})

test('a secret that begins with a dollar sign is one where no query has it as a variable', () => {
  expect(shownOf(draft({ calls: [call(body('password: $ommer2026', 'text/plain'))] }))).not.toContain('ommer2026')
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tokenRequestsOf } from '../../../../electron/core/importing/formats/postman/script-token-request.ts'
import { readForeign } from '../../../../electron/core/importing/read-foreign.ts'

const place = { file: 'a.json', line: null, pointer: null }
const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json'

const written = `
const id = pm.environment.get("client_id");
const secret = pm.collectionVariables.get('client_secret')
const url = pm.environment.get("as") + '/token';
// every hour
pm.sendRequest({
  url: \`\${url}\`,
  method: 'POST',
  header: { 'Content-Type': 'application/x-www-form-urlencoded' },
  body: {
    mode: 'urlencoded',
    urlencoded: [
      { key: "grant_type", value: "client_credentials", disabled: false },
      { key: "client_id", value: id },
      { key: "client_secret", value: secret, },
      { key: "scope", value: "read " + 'write' },
    ],
  },
}, function (err, res) { pm.environment.set("token", res.json().access_token) })
`

const collectionWith = (exec: string) =>
  JSON.stringify({
    info: { name: 'Orders', schema },
    event: [{ listen: 'prerequest', script: { type: 'text/javascript', exec: exec.split('\n') } }],
    variable: [
      { key: 'as', value: 'https://as.example' },
      { key: 'client_id', value: 'orders' },
      { key: 'client_secret', value: 'c4nary-Secret-1' },
    ],
    item: [
      {
        name: 'List',
        request: {
          method: 'GET',
          url: 'https://api.example/',
          header: [{ key: 'Authorization', value: 'Bearer {{token}}' }],
        },
      },
    ],
  })

test('a token request that a script writes out becomes a client, and is noted', () => {
  const made = readForeign([{ path: 'a.json', text: collectionWith(written) }], () => 'id')
  expect(made?.environments).toMatchObject([
    {
      kind: 'environment',
      value: { token_endpoint: 'https://as.example/token', client_id: 'orders', scope: 'read write' },
      calls: [{ name: 'List', authorization: 'environment' }],
    },
  ])
  expect(made?.carried['id']).toMatchObject({ client_secret: 'c4nary-Secret-1' })
  expect(made?.notes.map(({ fact }) => fact)).toEqual(
    expect.arrayContaining([
      { code: 'scripts_not_run', evidence: { count: 1 } },
      { code: 'token_request_in_script', evidence: { isRead: true } },
    ]),
  )
})

test.each([
  [
    'an object that has a name',
    'const r = { url: "https://a.test/t", body: { mode: "raw", raw: "grant_type=client_credentials&client_id=a" } };\npm.sendRequest(r, () => {})',
  ],
  [
    'rows of headers, and Basic of variables',
    'pm.sendRequest({url: "https://a.test/t", header: [{key: "Authorization", value: "Basic " + btoa(pm.variables.get("i") + ":" + pm.variables.get("s"))}], body: {urlencoded: "grant_type=client_credentials"}})',
  ],
])('%s is read', (_what, script) => {
  expect(tokenRequestsOf(script, 'a', place)).toMatchObject([{ method: 'POST', url: 'https://a.test/t' }])
})

test('a request that has to be run to be known is only noted', () => {
  for (const script of [
    'pm.sendRequest(build("client_credentials"))',
    'pm.sendRequest({ url: where(), method: "POST", body: { urlencoded: [{ key: "grant_type", value: "client_credentials" }] } })',
    'pm.sendRequest({ url: "https://a.test/t", body: { raw: JSON.stringify({ grant_type: "client_credentials" }) } })',
  ])
    expect(tokenRequestsOf(script, 'a', place)).toBeNull()
  expect(tokenRequestsOf('pm.sendRequest("https://a.test/x")', 'a', place)).toEqual([])
})

test('any script is read or not, in about linear time, and nothing is thrown', () => {
  const parts = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '"',
    "'",
    '`',
    '${',
    ',',
    ':',
    '+',
    'a',
    '\\',
    '\n',
    '//',
    '/*',
    'pm.sendRequest(',
    'const a = ',
    'client_credentials',
    'url',
    'body',
    ' ',
  )
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 60 }), (some) => {
      tokenRequestsOf(`pm.sendRequest({client_credentials${some.join('')}`, 'a', place)
      tokenRequestsOf(`client_credentials ${some.join('')} sendRequest`, 'a', place)
    }),
    { numRuns: 500 },
  )
  for (const one of ['{', '[', '(', '`${', '/*', '"', 'const a = {', 'pm.sendRequest({', 'a+', '//', ' '])
    expect(tokenRequestsOf(`client_credentials pm.sendRequest(${one.repeat(50_000)}`, 'a', place)).toBeNull()
})

import * as lang from '@usebruno/lang'
import { expect, test } from 'vitest'
import { readBru } from '../../../../electron/core/importing/formats/bruno/bru/bru-blocks.ts'
import { BruFile } from '../../../../electron/core/importing/formats/bruno/bru/bru-file.ts'
import { parseFile } from '../../../../electron/core/importing/drafts/parse-file.ts'

// Bruno's own reader takes 1 kB of memory for each character, so that it is no part of the app. Ours reads the same.

const ours = (text: string) => new BruFile(parseFile({ path: 'a.bru', text }), readBru(text))
const plain = (pairs: readonly { name: string; value: unknown; enabled: boolean }[] | undefined) =>
  (pairs ?? []).map(({ name, value, enabled }) => ({ name, value, enabled }))

const texts: Readonly<Record<string, string>> = {
  'a request with every kind of line': `meta {
  name: Orders: all of them
  type: http
  seq: 3
  tags: [
    one
    two-b
  ]
}

post {
  url: {{api}}/orders/:id?x=a:b&y={{y}}
  body: json
  auth: inherit
}

params:query {
  x: a:b
  y: {{y}}
  ~z: '''
    one
    two
  '''
}

params:path {
  id: 7
}

headers {
  @description('of one')
  a: b: c
  "with: colon": 1
  "with \\"quotes\\"": 2
  ~"off and: colon": 3
  ~off: {{x}}
  empty:
}

auth:oauth2 {
  grant_type: client_credentials
  access_token_url: https://as.test/token
  client_id: a:b
  client_secret: "x"
  scope: a b
}

body:json {
  {
    "a": {
    }
  }
}

vars:pre-request {
  a: 1
  ~b: 2
  @c: 3
}

assert {
  res.status: eq 200
  ~res.body.a: isDefined
}

tests {
  test("a", function () {
    expect(1).to.equal(1);
  });
}

docs {
  # Title

    indented
}
`,
  'a request with Windows line ends and no end of line at its end':
    'meta {\r\n  name: A\r\n}\r\n\r\nget {\r\n  url: x\r\n  body: text\r\n}\r\n\r\nbody:text {\r\n  a\r\n  b\r\n}\r\n\r\nheaders {\r\n  a: 1\r\n}',
  'a request with tabs and odd indentation':
    'meta {\n\tname: A\n}\nget {\n        url:   x\n body:\ttext\n}\nbody:text {\n\ta\n   b\nc\n}\n\n\nheaders {\n\n\ta:1\n\n  b : 2\n}\n',
}

test.each(Object.entries(texts))('%s is read as Bruno reads it', (_, text) => {
  const theirs = lang.bruToJsonV2(text)
  const bru = ours(text)
  expect(bru.value('meta', 'name')).toBe(theirs.meta?.['name'])
  const verb = bru.names.find((name) => name === 'get' || name === 'post') ?? ''
  expect({ method: verb, url: bru.value(verb, 'url'), body: bru.value(verb, 'body') }).toEqual({
    method: theirs.http?.['method'],
    url: theirs.http?.['url'],
    body: theirs.http?.['body'],
  })
  expect(plain(bru.pairs('headers'))).toEqual(plain(theirs.headers))
  expect(plain([...bru.pairs('params:query'), ...bru.pairs('params:path')])).toEqual(plain(theirs.params))
  expect(plain(bru.pairs('assert'))).toEqual(plain(theirs.assertions))
  expect(
    plain(bru.pairs('vars:pre-request')).map(({ name, value, enabled }) => ({
      name: name.replace('@', ''),
      value,
      enabled,
    })),
  ).toEqual(plain(theirs.vars?.req))
  expect(bru.text('body:json') ?? undefined).toEqual(theirs.body?.['json'])
  expect(bru.text('body:text') ?? undefined).toEqual(theirs.body?.['text'])
  expect(bru.text('docs') ?? undefined).toEqual(theirs.docs)
  expect(bru.text('tests') ?? undefined).toEqual(theirs.tests)
})

test.each([
  ['of one line each', 'vars {\n  a: b:c\n  ~d: e\n  f:\n}\nvars:secret [\n  g,\n  ~h\n]\n'],
  ['on one line', 'vars:secret [a, b,c]\n'],
  ['of several lines', "vars {\n  a: '''\n    one\n      two\n\n    }\n  '''\n  b: 1\n}\ncolor: #aabbcc\n"],
  [
    'with annotations',
    'vars {\n  @description("a (b) \\" c")\n  @number\n  a: 1\n}\nvars:secret [\n  @description(\'x, y\')\n  b\n]',
  ],
  ['with Windows line ends', 'vars {\r\n  a: 1\r\n}\r\nvars:secret [\r\n  b,\r\n  c\r\n]\r\n'],
  ['without any', 'vars {\n}\n'],
])('variables %s are read as Bruno reads them', (_, text) => {
  const bru = ours(text)
  const theirs = lang
    .bruToEnvJsonV2(text)
    .variables.map(({ name, value, enabled }) => ({ name, value: String(value), enabled }))
  expect(plain([...bru.pairs('vars'), ...bru.pairs('vars:secret')])).toEqual(theirs)
})

test('what a collection has for all requests is read as Bruno reads it', () => {
  const text =
    'headers {\n  a: 1\n  ~b: 2\n}\n\nauth {\n  mode: oauth2\n}\n\nauth:basic {\n  username: u\n  password: p:w {}\n}\n\nvars:pre-request {\n  x: 1\n}\n'
  const theirs = lang.collectionBruToJson(text)
  const bru = ours(text)
  expect(plain(bru.pairs('headers'))).toEqual(plain(theirs.headers))
  expect(plain(bru.pairs('vars:pre-request'))).toEqual(plain(theirs.vars?.req))
  expect({
    mode: bru.value('auth', 'mode'),
    basic: { username: 'u', password: bru.value('auth:basic', 'password') },
  }).toEqual(theirs.auth)
})

test('a long text takes about linear time and memory', () => {
  const lines = 200_000
  const [block] = readBru(`body:json {\n${'  {"a": "b"}\n'.repeat(lines)}}\n`)
  expect(block?.kind === 'text' ? block.text.length : 0).toBe(lines * 11 - 1)
  expect(readBru(`headers {\n${'  @a(\n'.repeat(lines)}}`.replaceAll('@a(\n', '@a(: 1\n'))[0]).toMatchObject({
    name: 'headers',
  })
  expect(readBru(`headers {\n${"  a: '''x\n".repeat(lines)}}`)[0]).toMatchObject({ name: 'headers' })
})

import { newApiRequest, newCallLabel } from '../../../electron/catalogue/new-api-request.ts'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { importProblemText } from '../../../electron/wording/import/problems.ts'
import { newEnvironment } from '../../../electron/catalogue/new-environment.ts'
import { canonicalJson } from '../../../electron/core/json/canonical-json.ts'
import { treeOf } from '../../../electron/core/shared-file/preserved-members.ts'
import { readEnvironments } from '../../../electron/core/importing/read-environments.ts'
import { fileOf, sharedOf } from '../../../electron/core/exporting/write-environments.ts'

const format = 'client-credentials-explorer/environments'
const withOne = (environment: object) => ({
  format,
  version: 2,
  environments: [{ id: 'a', name: 'A', ...environment }],
})
const savedCall = (id: string) => ({ ...newApiRequest, ...newCallLabel, id, url: 'https://a.example/' })
const textOf = (file: unknown) => canonicalJson(file)

async function messageOf(text: string): Promise<string> {
  const reading = await readEnvironments(text)
  return reading.ok ? 'it was read' : importProblemText(reading.problem)
}

/** What an export of just what was read would be. */
async function rewritten(text: string): Promise<string> {
  const reading = await readEnvironments(text)
  if (!reading.ok) throw new Error(importProblemText(reading.problem))
  const shareables = reading.file.environments.map(({ id, value, calls, preserved }) => ({
    id,
    value,
    unknown: treeOf(preserved),
    calls: calls.map((call) => ({ ...call, environmentId: id })),
    secrets: [],
    encrypted: [],
  }))
  return textOf(fileOf(sharedOf(shareables), null))
}

test.each([
  ['I1 another format is refused and named', textOf({ format: 'postman', version: 1 }), 'its format is "postman"'],
  ['I1 a JSON object without format is refused', '{}', 'it does not say its format'],
  ['I1 JSON that is no object is refused', '[1]', 'not a JSON object'],
  ['I1 a newer version is refused with both versions', textOf({ ...withOne({}), version: 7 }), /version 7 .* up to 2/],
  ['I1 a version that is none is refused', textOf({ ...withOne({}), version: '1' }), 'is not a version'],
  [
    'I1 what the schema says of a value ends its sentence',
    textOf(withOne({ stage: 'somewhere' })),
    /At environments\[0\]\.stage, line \d+: [^.]+\. Nothing was imported\.$/,
  ],
  ['I1 nothing is refused', ' \n', 'empty'],
  ['I1 a web page is refused', '<!doctype html>', 'HTML'],
  ['I5 a file that was cut short is refused', textOf(withOne({})).slice(0, 120), /cut short.*line \d/],
  ['I6 a gzip archive is refused and named', gzipSync('{}').toString('utf8'), 'gzip'],
  ['I6 a zip archive is refused and named', 'PK\u0003\u0004abc', 'zip'],
  ['I6 a binary file is refused and named', '{"a":\0}', 'binary'],
  [
    'I2 a member __proto__ is refused with its place',
    `{"format":"${format}",\n"__proto__": {"a":1}}`,
    /__proto__.*line 2/,
  ],
  [
    'I2 a member that is there twice is refused with its place',
    `{"format":"${format}",\n"a":1,\n"a":2}`,
    /twice.* at a, line 3/,
  ],
  ['I2 200,000 levels are refused with the cap', '['.repeat(200_000), 'deeper than 50 levels'],
  ['I2 10⁶ environments are refused with the cap', `{"environments":[${'{},'.repeat(1_000_000)}{}]}`, '10,000 items'],
  [
    'I2 too many saved calls are refused with the cap',
    textOf(withOne({ apiCalls: Array.from({ length: 5001 }, (_, index) => savedCall(`c${index}`)) })),
    '5000 saved calls',
  ],
  [
    'I2 a text that is too long is refused with the cap',
    textOf({ format, a: 'x'.repeat(1_000_001) }),
    '1,000,000 characters',
  ],
  [
    'I2 notes that are too long are refused with the cap',
    textOf(withOne({ notes: 'x'.repeat(20_001) })),
    /environments\[0\]\.notes, line \d+: .*20,000/,
  ],
  ['I2 half a character is refused', `{"format":"${format}", "a": "\\ud800"}`, 'lone surrogate'],
  ['I2 a number that cannot be kept is refused', `{"format":"${format}", "a": 12345678901234567891}`, 'more digits'],
  ['I2 an id that is a path is refused', textOf(withOne({ id: '../../a' })), 'environments[0].id'],
  [
    'I3 an id that is there twice is refused with both places',
    textOf({
      format,
      version: 1,
      environments: [
        { id: 'a', name: 'A' },
        { id: 'a', name: 'B' },
      ],
    }),
    /environments\[1\]\.id.*environments\[0\]/,
  ],
  [
    'a secret in clear is refused',
    textOf(withOne({ secrets: { client_secret: { kind: 'stored', value: 'x' } } })),
    'environments[0].secrets.client_secret.kind',
  ],
  [
    'a private key among certificates is refused',
    textOf(withOne({ network: { ca: '-----BEGIN PRIVATE KEY-----' } })),
    'private key',
  ],
  [
    'an encrypted secret that the file does not hold is refused',
    textOf(withOne({ secrets: { client_secret: { kind: 'encrypted' } } })),
    'no encrypted secrets',
  ],
])('%s', async (_, text, expected) => {
  expect(await messageOf(text)).toMatch(expected)
})

test('the line of a problem is that of the value', async () => {
  const text = textOf(withOne({ stage: 'nowhere' }))
  const line = text.split('\n').findIndex((one) => one.includes('nowhere')) + 1
  expect(await messageOf(text)).toContain(`environments[0].stage, line ${line}:`)
})

test('no message quotes a value', async () => {
  expect(await messageOf(textOf(withOne({ stage: 'c4nary-secret' })))).not.toContain('c4nary')
  expect(await messageOf(`{"format":"${format}", "a": c4nary-secret}`)).not.toContain('c4nary')
})

const callsWith = (call: object) => textOf(withOne({ apiCalls: [{ id: 'c', url: 'https://a.example/', ...call }] }))
const rows = (count: number) => Array.from({ length: count }, () => ({ name: 'a', value: 'b', enabled: true }))

test.each([
  ['a body as version 1 wrote it', { body: 'text', contentType: 'text/plain' }, 'body'],
  ['a body of an unknown kind', { body: { kind: 'graphql', text: '' } }, 'body.kind'],
  ['a header value over the cap', { headers: [{ name: 'a', value: 'x'.repeat(8001), enabled: true }] }, '8,000'],
  ['201 query parameters', { query: rows(201) }, 'at most 200 query parameters'],
  ['201 headers', { headers: rows(201) }, 'at most 200 headers'],
  ['201 fields of a form', { body: { kind: 'form', fields: rows(201) } }, 'at most 200 fields'],
  [
    '101 assertions',
    { assertions: Array.from({ length: 101 }, () => ({ kind: 'status', expected: '200' })) },
    'at most 100 assertions',
  ],
  ['an assertion of an unknown kind', { assertions: [{ kind: 'script', run: '1' }] }, 'assertions[0].kind'],
  [
    'a JSON pointer that is none',
    { assertions: [{ kind: 'json', pointer: 'a', test: 'exists', value: '' }] },
    'begins with "/"',
  ],
  [
    'a header value that would begin another header',
    { headers: [{ name: 'a', value: 'b\r\nc: d', enabled: true }] },
    'headers[0].value',
  ],
  ['a header name with a space', { headers: [{ name: 'a b', value: '', enabled: true }] }, 'headers[0].name'],
  ['an unknown method', { method: 'TRACE\n' }, 'method'],
  ['no list of query parameters', { query: {} }, 'query'],
])('a call with %s is refused with its place', async (_, call, expected) => {
  const message = await messageOf(callsWith(call))
  expect(message).toMatch(/^At environments\[0\]\.apiCalls\[0\]\.\S+, line \d+: /)
  expect(message).toContain(expected)
})

test('what a call leaves out is as in a new call', async () => {
  const reading = await readEnvironments(callsWith({}))
  expect(reading.ok && reading.file.environments[0]?.calls).toEqual([savedCall('c')])
})

test('names that a prototype has are data in a call', async () => {
  const headers = [{ name: 'constructor', value: 'toString', enabled: true }]
  const query = [{ name: '__proto__', value: 'hasOwnProperty', enabled: false }]
  const text = callsWith({ headers, query, hasOwnProperty: 1, body: { kind: 'none', constructor: { a: 1 } } })
  const reading = await readEnvironments(text)
  expect(reading.ok && reading.file.environments[0]?.calls[0]).toMatchObject({ headers, query })
  expect(await rewritten(text)).toContain('"hasOwnProperty": 1')
})

test('a path of a file is dropped: what someone else wrote chooses no file of this computer', async () => {
  const file = { name: 'orders.csv', path: '/etc/passwd' }
  const part = { kind: 'file', name: 'f', file, contentType: '', enabled: true }
  for (const body of [
    { kind: 'file', file, contentType: '' },
    { kind: 'multipart', parts: [part] },
  ]) {
    const reading = await readEnvironments(callsWith({ body }))
    const [call] = (reading.ok && reading.file.environments[0]?.calls) || []
    expect(JSON.stringify(call)).toContain('{"path":"","name":"orders.csv"}')
    const written = await rewritten(callsWith({ body }))
    expect(written).toContain('"name": "orders.csv"')
    expect(written).not.toContain('path')
    expect(await rewritten(written)).toBe(written)
  }
})

test('calls with any names and ids keep their order', async () => {
  const apiCalls = ['z', 'a', 'm'].map(savedCall)
  const written = await rewritten(textOf(withOne({ apiCalls })))
  const reading = await readEnvironments(written)
  expect(reading.ok && reading.file.environments[0]?.calls.map(({ id }) => id)).toEqual(['z', 'a', 'm'])
})

test('a byte order mark at the start is passed over', async () => {
  expect(await messageOf(`\uFEFF${textOf(withOne({}))}`)).toBe('it was read')
})

test('members that are left out are as in a new environment', async () => {
  const reading = await readEnvironments(textOf(withOne({ network: { timeLimits: { connect: 500 } } })))
  expect(reading.ok && reading.file.environments[0]?.value).toEqual({
    ...newEnvironment,
    name: 'A',
    network: { ...newEnvironment.network, timeLimits: { ...newEnvironment.network.timeLimits, connect: 500 } },
  })
})

test('unknown members are reported, and come back at their place, at any depth, no matter their names', async () => {
  const file = {
    ...withOne({
      future: { deep: [1, { x: null }] },
      constructor: { prototype: { polluted: true } },
      parameters: [{ name: 'a', value: 'b', future: 1 }],
      network: { proxy: { future: [] } },
      apiCalls: [{ ...savedCall('c'), future: 'f' }],
      secretSources: { client_secret: { kind: 'ask', hint: 'h' } },
    }),
    team: { name: 'payments' },
  }
  const reading = await readEnvironments(textOf(file))
  expect(reading.ok && reading.file.unknown).toEqual(
    expect.arrayContaining([
      'team',
      'environments[0].future',
      'environments[0].constructor',
      'environments[0].parameters[0].future',
      'environments[0].network.proxy.future',
      'environments[0].apiCalls[0].future',
      'environments[0].secretSources.client_secret.hint',
    ]),
  )
  const again = await rewritten(textOf(file))
  expect(JSON.parse(again)).toMatchObject(file)
  expect(await rewritten(again)).toBe(again)
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
})

const word = fc.string({ unit: 'grapheme', maxLength: 30 })
const known = fc.record({
  id: fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/),
  name: word.map((text) => `n${text}`.trim()),
  notes: word,
  client_id: word,
  audience: word.map((text) => text.trim()),
  renewBefore: fc.nat(1000),
  stage: fc.constantFrom('development', 'production'),
  resource: fc.array(fc.constantFrom('urn:a', 'https://b.example'), { maxLength: 3 }),
  parameters: fc.array(
    fc.record({ name: fc.constantFrom('a', 'b'), value: word, later: fc.jsonValue({ maxDepth: 2 }) }),
    { maxLength: 4 },
  ),
  secrets: fc.constantFrom({}, { client_secret: { kind: 'omitted' } }),
  futureMember: fc.jsonValue({ maxDepth: 3 }),
})

test('what was exported, imported and exported again is the same, byte for byte', async () => {
  const files = fc.uniqueArray(known, { selector: ({ id }) => id, minLength: 1, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(files, async (environments) => {
      const text = textOf({ format, version: 1, environments })
      const reading = await readEnvironments(text)
      // Numbers of any length are none of what is kept.
      fc.pre(reading.ok)
      const first = await rewritten(text)
      expect(await rewritten(first)).toBe(first)
    }),
    { numRuns: 100 },
  )
})

test('a file that was changed at random is read or refused, and changes nothing else', async () => {
  const text = textOf(
    withOne({ headers: [{ name: 'a', value: 'b' }], secretSources: { client_secret: { kind: 'ask' } } }),
  )
  const piece = fc.constantFrom(
    '"',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '\\',
    '__proto__',
    'constructor',
    '1e999',
    '-',
    'null',
    '\u0000',
    '\\u',
    '',
  )
  const change = fc.record({ at: fc.nat(text.length), remove: fc.nat(8), put: fc.oneof(piece, fc.string()) })
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
      let changed = text
      for (const { at, remove, put } of changes) changed = changed.slice(0, at) + put + changed.slice(at + remove)
      const reading = await readEnvironments(changed)
      expect(typeof reading.ok).toBe('boolean')
      // What is read is JSON to others too.
      if (reading.ok) JSON.parse(changed.replace(/^\uFEFF/, ''))
    }),
    { numRuns: 500 },
  )
  expect(Object.keys(Object.prototype)).toEqual([])
})

test('a change of one field is a change of one line', async () => {
  const lines = async (notes: string) => (await rewritten(textOf(withOne({ notes })))).split('\n')
  const [before, after] = [await lines('a'), await lines('b')]
  expect(before.length).toBe(after.length)
  expect(before.filter((line, index) => line !== after[index])).toEqual(['      "notes": "a",'])
})

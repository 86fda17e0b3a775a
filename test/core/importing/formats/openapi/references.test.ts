import { describe, expect, test } from 'vitest'
import { ImportRefused } from '../../../../../electron/core/importing/drafts/import-refused.ts'
import { codesOf, onlyCall, readFiles, readOpenapi, readYaml } from './read-description.ts'

const withQuery = (parameter: object, beside: object = {}) =>
  readOpenapi({ paths: { '/a': { get: { parameters: [parameter] } } }, ...beside })

describe('references', () => {
  test('lead to what they point at, with ~ and % in their steps', () => {
    const draft = withQuery(
      { $ref: '#/components/parameters/a~1b%20c' },
      { components: { parameters: { 'a/b c': { in: 'query', name: 'q', required: true } } } },
    )
    expect(onlyCall(draft).query).toEqual([{ name: 'q', value: '{{q}}', enabled: true }])
  })

  test('that lead to each other are noted once, and what they are for is left out', () => {
    const parameters = { a: { $ref: '#/components/parameters/b' }, b: { $ref: '#/components/parameters/a' } }
    const draft = withQuery({ $ref: '#/components/parameters/a' }, { components: { parameters } })
    expect(codesOf(draft)).toEqual(['reference_loop'])
    expect(onlyCall(draft).query).toEqual([])
  })

  test('that go through themselves lead nowhere', () => {
    const draft = withQuery({ $ref: '#/components/x/y' }, { components: { $ref: '#/components/x' } })
    expect(codesOf(draft)).toContain('reference_missing')
  })

  test.each([
    '#/components/nothing',
    '#/paths/~1a/get/parameters/99',
    '#anchor',
    '#/__proto__/x',
    '#/constructor',
    '#/%E0%A4%A',
  ])('%s leads nowhere and is noted', ($ref) => expect(codesOf(withQuery({ $ref }))).toEqual(['reference_missing']))

  test.each([
    'https://other.example/api.yaml#/x',
    'file:///etc/passwd',
    '/etc/passwd',
    '../other.yaml#/x',
    '\\\\host\\share',
  ])('%s is outside and not read', ($ref) =>
    expect(withQuery({ $ref }).notes).toMatchObject([
      {
        fact: { code: 'reference_not_read', evidence: { reference: $ref } },
        place: { pointer: '/paths/~1a/get/parameters/0' },
      },
    ]),
  )

  test('into other files of the import are followed, and from there on', () => {
    const drafts = readFiles({
      'spec/openapi.yaml': 'openapi: 3.0.0\npaths:\n  /pets:\n    $ref: "./paths/pets.yaml"\n',
      'spec/paths/pets.yaml': 'get:\n  summary: List\n  parameters:\n    - $ref: ../shared.yaml#/limit\n',
      'spec/shared.yaml': 'limit: {in: query, name: limit, required: true, schema: {default: 10}}\n',
      'other.yaml': 'a: 1\n',
    })
    expect(drafts).toHaveLength(1)
    expect(drafts[0]?.calls).toMatchObject([
      { name: 'List', query: [{ name: 'limit', value: '10' }], place: { file: 'spec/paths/pets.yaml', line: 1 } },
    ])
    expect(drafts[0]?.notes).toEqual([])
  })

  test('a part on the way may be a reference itself', () => {
    const [draft] = readFiles({
      'openapi.yaml':
        'openapi: 3.0.0\ncomponents:\n  parameters:\n    $ref: parameters.yaml\npaths:\n  /a:\n    get:\n      parameters: [{$ref: "#/components/parameters/q"}]\n',
      'parameters.yaml': 'q: {in: query, name: q}\n',
    })
    expect(draft?.calls[0]?.query).toHaveLength(1)
  })
})

describe('what is too much or no description', () => {
  test('more calls than an environment has are refused', () => {
    const paths = Object.fromEntries(Array.from({ length: 5001 }, (_, index) => [`/${index}`, { get: {} }]))
    expect(() => readOpenapi({ paths })).toThrow(ImportRefused)
  })

  test('a description that cannot be read is refused with its line, and beside others it is noted', () => {
    const broken = 'openapi: 3.0.0\npaths:\n  /a: {\n'
    expect(() => readFiles({ 'a.yaml': broken })).toThrow(ImportRefused)
    const [draft] = readFiles({ 'a.yaml': broken, 'b.yaml': 'openapi: 3.0.0\npaths: {/b: {get: {}}}\n' })
    expect(draft?.notes).toMatchObject([
      { fact: { code: 'file_damaged', evidence: { name: 'a.yaml' } }, place: { file: 'a.yaml' } },
    ])
  })

  test.each(['{"openapi":"4.0.0"}', '{"swagger":"1.2"}', '{"swaggerVersion":"1.2"}', '[]', '{"openapi":{}}', 'null'])(
    '%s is not claimed',
    (text) => {
      expect(readFiles({ 'a.json': text })).toEqual([])
    },
  )

  test.each([
    ['openapi: 3.1', '3.1'],
    ['swagger: 2.0', '2.0'],
    ['openapi: "3.2.0"', '3.2.0'],
  ])('%s is a version without quotes or with them', (line, version) => {
    expect(readYaml(`${line}\npaths: {}\n`).version).toBe(version)
  })

  test.each([
    ['paths', { paths: 7 }],
    ['path items', { paths: { '/a': null, '/b': [], '/c': 'x', d: { get: {} } } }],
    ['operations', { paths: { '/a': { get: null, post: 7, put: [], summary: 'x', parameters: {} } } }],
    [
      'servers',
      { servers: [null, 7, { url: 5 }, { url: '/', variables: 3 }], paths: { '/a': { get: { servers: {} } } } },
    ],
    ['parameters', { paths: { '/a': { get: { parameters: [null, 7, {}, { in: 5 }, { in: 'query', name: 7 }] } } } }],
    ['bodies', { paths: { '/a': { post: { requestBody: { content: { 'application/json': null } } } } } }],
    ['tags', { tags: [null, { name: 'a', parent: 'a' }], paths: { '/a': { get: { tags: ['a'] } } } }],
  ])('%s of the wrong kind do no harm', (_name, members) => {
    expect(() => readOpenapi(members)).not.toThrow()
  })
})

test('callbacks and webhooks are counted and left out', () => {
  const draft = readOpenapi({
    webhooks: { a: { post: {} } },
    paths: { '/a': { post: { callbacks: { b: {}, c: {} } } } },
  })
  expect(draft.calls).toHaveLength(1)
  expect(draft.notes).toMatchObject([{ fact: { code: 'callbacks_left_out', evidence: { count: 3 } } }])
})

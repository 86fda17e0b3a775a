import { describe, expect, test } from 'vitest'
import { onlyCall, readFiles, readOpenapi, readYaml } from './read-description.ts'

const operation = (get: object, path = '/a') => onlyCall(readOpenapi({ paths: { [path]: { get } } }))
const parameter = (one: object) => operation({ parameters: [one] })

describe('names and folders', () => {
  test.each([
    ['summary', { summary: 'List', operationId: 'list' }, 'List'],
    ['operation ID', { operationId: 'list' }, 'list'],
    ['method and path', {}, 'GET /a/{id}'],
  ])('the name is the %s', (_name, get, name) => expect(operation(get, '/a/{id}').name).toBe(name))

  test('the folder is the first tag, below its parents', () => {
    const tags = [
      { name: 'orders', parent: 'shop' },
      { name: 'shop', parent: 'all' },
      { name: 'all', parent: 'orders' },
    ]
    const draft = readOpenapi({
      tags,
      paths: { '/a': { get: { tags: ['orders', 'x'], description: ' What it does ' } } },
    })
    expect(onlyCall(draft)).toMatchObject({ folders: ['all', 'shop', 'orders'], notes: 'What it does' })
  })
})

describe('paths', () => {
  test('placeholders become variables, with the value of their example', () => {
    const draft = readOpenapi({
      paths: {
        '/a/{order-id}/{x y}': {
          parameters: [{ in: 'path', name: 'order-id', example: 7 }],
          get: { parameters: [{ in: 'path', name: 'x y' }] },
        },
      },
    })
    expect(onlyCall(draft).url).toBe('{{baseUrl}}/a/{{order-id}}/{{x_y}}')
    expect(draft.variables).toEqual([
      { name: 'baseUrl', value: '', secret: false },
      { name: 'x_y', value: '', secret: false },
      { name: 'order-id', value: '7', secret: false },
    ])
  })

  test('a name with different examples is a variable of each call', () => {
    const get = (example: string) => ({ get: { parameters: [{ in: 'path', name: 'id', example }] } })
    const draft = readOpenapi({ paths: { '/a/{id}': get('a1'), '/b/{id}': get('b1') } })
    expect(draft.calls.map(({ variables }) => variables)).toEqual([
      [{ name: 'id', value: 'a1', secret: false }],
      [{ name: 'id', value: 'b1', secret: false }],
    ])
  })

  test('a long number keeps its digits, in YAML and JSON', () => {
    const yaml = readYaml(
      'openapi: 3.0.0\npaths:\n  /a/{id}:\n    get:\n      parameters: [{in: path, name: id, example: 12345678901234567890}, {in: query, name: v, example: 1.10}]\n',
    )
    expect(yaml.variables).toContainEqual({ name: 'id', value: '12345678901234567890', secret: false })
    expect(onlyCall(yaml).query).toEqual([{ name: 'v', value: '1.10', enabled: false }])
    const [json] = readFiles({
      'a.json':
        '{"openapi":"3.0.0","paths":{"/a":{"get":{"parameters":[{"in":"query","name":"q","example":12345678901234567890}]}}}}',
    })
    expect(json?.calls[0]?.query[0]?.value).toBe('12345678901234567890')
  })
})

describe('parameters', () => {
  test.each([
    ['required without a value is a variable', { required: true }, [['q', '{{q}}', true]]],
    ['optional is switched off', { schema: { default: 5 } }, [['q', '5', false]]],
    ['example before default', { example: 'a b', schema: { default: 'x' } }, [['q', 'a%20b', false]]],
    ['first of the examples', { examples: { one: { value: 'x' }, two: { value: 'y' } } }, [['q', 'x', false]]],
    ['first of an enumeration', { schema: { enum: ['a', 'b'] } }, [['q', 'a', false]]],
    [
      'list exploded',
      { example: ['a', 'b'] },
      [
        ['q', 'a', false],
        ['q', 'b', false],
      ],
    ],
    ['list in one', { example: ['a', 'b,c'], explode: false }, [['q', 'a,b,c', false]]],
    ['list by pipes', { example: ['a', 'b'], style: 'pipeDelimited' }, [['q', 'a%7Cb', false]]],
    [
      'deep object',
      { example: { a: 1, b: 2 }, style: 'deepObject' },
      [
        ['q[a]', '1', false],
        ['q[b]', '2', false],
      ],
    ],
    [
      'object exploded',
      { example: { a: 1, b: 2 } },
      [
        ['a', '1', false],
        ['b', '2', false],
      ],
    ],
    [
      'JSON in content',
      { content: { 'application/json': { example: { a: 1 } } } },
      [['q', '%7B%0A%20%20%22a%22:%201%0A%7D', false]],
    ],
    ['half of a character', { example: '\uD800' }, [['q', '%EF%BF%BD', false]]],
  ])('%s', (_name, given, rows) => {
    const { query } = parameter({ in: 'query', name: 'q', ...given })
    expect(query).toEqual(rows.map(([name, value, enabled]) => ({ name, value, enabled })))
  })

  test('of the operation come before those of its path', () => {
    const draft = readOpenapi({
      paths: {
        '/a': {
          parameters: [
            { in: 'query', name: 'q', example: 1 },
            { in: 'header', name: 'X-A' },
          ],
          get: { parameters: [{ in: 'query', name: 'q', example: 2 }] },
        },
      },
    })
    expect(onlyCall(draft)).toMatchObject({
      query: [{ name: 'q', value: '2' }],
      headers: [{ name: 'X-A', value: '', enabled: false }],
    })
  })

  test('Accept, Content-Type and Authorization are not among them', () => {
    const names = ['Accept', 'content-type', 'Authorization', 'X-B']
    const { headers } = operation({
      security: [],
      parameters: names.map((name) => ({ in: 'header', name, required: true, example: 'x' })),
    })
    expect(headers).toEqual([{ name: 'X-B', value: 'x', enabled: true }])
  })

  test('Authorization as a parameter of a call without security says that a token goes along', () => {
    expect(parameter({ in: 'header', name: 'Authorization', required: true }).headers).toEqual([
      { name: 'Authorization', value: 'Bearer {{token}}', enabled: true },
    ])
  })

  test('cookies are noted', () => {
    const draft = readOpenapi({ paths: { '/a': { get: { parameters: [{ in: 'cookie', name: 'sid' }] } } } })
    expect(draft.notes).toMatchObject([{ fact: { code: 'not_used', evidence: { name: 'sid' } }, call: 'GET /a' }])
  })

  test('lists of Swagger 2 are joined by their format', () => {
    const list = (collectionFormat: string) => ({
      in: 'query',
      name: collectionFormat,
      type: 'array',
      'x-example': ['a', 'b'],
      collectionFormat,
    })
    const [draft] = readFiles({
      'a.json': JSON.stringify({
        swagger: '2.0',
        paths: { '/a': { get: { parameters: ['csv', 'ssv', 'multi'].map(list) } } },
      }),
    })
    expect(draft?.calls[0]?.query.map(({ value }) => value)).toEqual(['a,b', 'a%20b', 'a', 'b'])
  })
})

describe('the header Accept', () => {
  const accept = (content: object) => operation({ responses: { 404: {}, 200: { content } } }).headers
  test.each([
    ['JSON alone', { 'application/json': {} }, []],
    ['anything', { '*/*': {} }, []],
    ['another type', { 'text/csv': {} }, [{ name: 'Accept', value: 'text/csv', enabled: true }]],
    [
      'JSON among others',
      { 'application/xml': {}, 'application/json': {} },
      [{ name: 'Accept', value: 'application/json', enabled: true }],
    ],
  ])('for %s', (_name, content, rows) => expect(accept(content)).toEqual(rows))
})

import { describe, expect, test } from 'vitest'
import { ImportRefused } from '../../../../../electron/core/importing/drafts/import-refused.ts'
import { onlyCall, readFiles, readOpenapi, readYaml } from './read-description.ts'

const bodyOf = (content: object, components: object = {}) =>
  onlyCall(readOpenapi({ components, paths: { '/a': { post: { requestBody: { content } } } } })).body

const json = (media: object, components: object = {}): unknown => {
  const body = bodyOf({ 'application/json': media }, components)
  return body.kind === 'json' ? JSON.parse(body.text) : body
}

const object = (properties: object, beside: object = {}) => ({ schema: { type: 'object', properties, ...beside } })

describe('JSON', () => {
  test('is the example, else the first of the examples, else made of the schema', () => {
    expect(json({ example: { a: 1 }, schema: { example: { b: 1 } } })).toEqual({ a: 1 })
    expect(
      json({ examples: { x: { $ref: '#/components/examples/x' } } }, { examples: { x: { value: { c: 1 } } } }),
    ).toEqual({ c: 1 })
    expect(json(object({ a: { type: 'integer' } }))).toEqual({ a: 0 })
  })

  test('that is an example in a text is that text', () => {
    expect(bodyOf({ 'application/json': { example: '{"a":1.0}' } })).toEqual({ kind: 'json', text: '{"a":1.0}' })
  })

  test('keeps the digits of numbers', () => {
    const draft = readYaml(
      'openapi: 3.0.0\npaths:\n  /a:\n    post:\n      requestBody:\n        content:\n          application/json:\n            example: {a: 12345678901234567890, b: [1.10], c: .inf, d: 0x10}\n',
    )
    expect(onlyCall(draft).body).toMatchObject({
      text: '{\n  "a": 12345678901234567890,\n  "b": [\n    1.10\n  ],\n  "c": null,\n  "d": 16\n}',
    })
  })

  test('of another media type is a text of that type', () => {
    expect(bodyOf({ 'application/merge-patch+json': { example: {} } })).toEqual({
      kind: 'text',
      text: '{}',
      contentType: 'application/merge-patch+json',
    })
  })

  test('an example elsewhere is not read', () => {
    const draft = readOpenapi({
      paths: {
        '/a': {
          post: {
            requestBody: {
              content: { 'application/json': { examples: { x: { externalValue: 'https://x.example/1.json' } } } },
            },
          },
        },
      },
    })
    expect(draft.notes).toMatchObject([
      { fact: { code: 'file_not_read', evidence: { name: 'https://x.example/1.json' } } },
    ])
  })
})

describe('a sample of a schema', () => {
  test('has required members alone, or all where none is, and none that only the server writes', () => {
    const properties = { id: { type: 'integer', readOnly: true }, a: { type: 'string' }, b: { type: 'boolean' } }
    expect(json(object(properties, { required: ['id', 'a'] }))).toEqual({ a: 'string' })
    expect(json(object(properties))).toEqual({ a: 'string', b: true })
  })

  test('uses fixed, default and first values, and formats', () => {
    expect(
      json(
        object({
          a: { const: 1 },
          b: { default: false },
          c: { enum: ['x', 'y'] },
          d: { type: 'string', format: 'date' },
          e: { type: ['null', 'number'], minimum: 5 },
          f: { examples: [null] },
          g: { items: { type: 'string' } },
        }),
      ),
    ).toEqual({ a: 1, b: false, c: 'x', d: '2026-01-01', e: 5, f: null, g: ['string'] })
  })

  test('has no made up text where a secret belongs', () => {
    expect(json(object({ client_secret: { type: 'string' }, name: { type: 'string' } }))).toEqual({
      client_secret: '',
      name: 'string',
    })
  })

  test('joins allOf, and takes the first of oneOf and anyOf', () => {
    const schema = {
      allOf: [
        { $ref: '#/components/schemas/base' },
        { properties: { b: { oneOf: [{ type: 'null' }, { type: 'integer' }] } } },
      ],
      anyOf: [{ properties: { c: { type: 'boolean' } } }, { properties: { d: {} } }],
    }
    expect(json({ schema }, { schemas: { base: { properties: { a: { type: 'integer' } } } } })).toEqual({
      a: 0,
      b: 0,
      c: true,
    })
  })

  test('is cut where it would go on without end', () => {
    const schemas = {
      node: {
        type: 'object',
        properties: {
          name: { type: 'string' },
          child: { $ref: '#/components/schemas/node' },
          all: { type: 'array', items: { $ref: '#/components/schemas/node' } },
        },
      },
    }
    expect(json({ schema: { $ref: '#/components/schemas/node' } }, { schemas })).toEqual({ name: 'string', all: [] })
  })

  test('of schemas that multiply each other stays small', () => {
    const names = Array.from({ length: 30 }, (_, index) => `m${index}`)
    const level = (next: string) => ({
      type: 'object',
      properties: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/schemas/${next}` }])),
    })
    const schemas = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`l${index}`, level(`l${index + 1}`)]))
    const body = bodyOf({ 'application/json': { schema: { $ref: '#/components/schemas/l0' } } }, { schemas })
    expect(JSON.stringify(body).length).toBeLessThan(500_000)
  })

  test.each([
    { schema: null },
    { schema: 7 },
    { schema: [] },
    { schema: { type: 5 } },
    { schema: { properties: [], allOf: {} } },
    { schema: { enum: {}, required: 'x', items: 5 } },
  ])('of %j does no harm', (media) => {
    expect(() => bodyOf({ 'application/json': media })).not.toThrow()
  })
})

describe('forms and files', () => {
  const properties = {
    name: { type: 'string', example: 'x' },
    photo: { type: 'string', format: 'binary' },
    meta: { type: 'object', example: { a: 1 } },
    count: { type: 'integer' },
    made: { type: 'string', readOnly: true },
  }

  test('a form has its fields, the optional ones switched off', () => {
    expect(
      bodyOf({ 'application/x-www-form-urlencoded': object({ a: { default: 'x' }, b: {} }, { required: ['a'] }) }),
    ).toEqual({
      kind: 'form',
      fields: [
        { name: 'a', value: 'x', enabled: true },
        { name: 'b', value: '', enabled: false },
      ],
    })
  })

  test('multipart has files and JSON parts, with the types of its encoding', () => {
    const media = {
      ...object(properties),
      encoding: { photo: { contentType: 'image/png, image/jpeg' }, name: { contentType: 'text/*' } },
    }
    expect(bodyOf({ 'multipart/form-data': media })).toEqual({
      kind: 'multipart',
      parts: [
        { kind: 'text', name: 'name', value: 'x', contentType: '', enabled: true },
        { kind: 'file', name: 'photo', file: { path: '', name: '' }, contentType: 'image/png', enabled: true },
        { kind: 'text', name: 'meta', value: '{\n  "a": 1\n}', contentType: 'application/json', enabled: true },
        { kind: 'text', name: 'count', value: '', contentType: '', enabled: true },
      ],
    })
  })

  test.each([
    ['text/plain', { example: 'hello' }, { kind: 'text', text: 'hello', contentType: 'text/plain' }],
    ['application/xml', {}, { kind: 'text', text: '', contentType: 'application/xml' }],
    [
      'application/octet-stream',
      {},
      { kind: 'file', file: { path: '', name: '' }, contentType: 'application/octet-stream' },
    ],
    ['image/*', {}, { kind: 'file', file: { path: '', name: '' }, contentType: '' }],
  ])('%s', (type, media, body) => expect(bodyOf({ [type]: media })).toEqual(body))

  test('JSON comes before other types', () => {
    expect(bodyOf({ 'application/xml': {}, 'multipart/form-data': {}, 'application/json': { example: {} } }).kind).toBe(
      'json',
    )
  })
})

describe('Swagger 2', () => {
  const read = (parameters: object[], consumes?: string[]) => {
    const [draft] = readFiles({
      'a.json': JSON.stringify({
        swagger: '2.0',
        paths: { '/a': { post: { parameters, ...(consumes !== undefined && { consumes }) } } },
      }),
    })
    return draft?.calls[0]?.body
  }

  test('a body is made of its schema, and x-examples come first', () => {
    expect(read([{ in: 'body', name: 'b', schema: { properties: { a: { type: 'integer' } } } }])).toEqual({
      kind: 'json',
      text: '{\n  "a": 0\n}',
    })
    expect(read([{ in: 'body', name: 'b', 'x-examples': { one: { z: 1 } }, schema: {} }])).toEqual({
      kind: 'json',
      text: '{\n  "z": 1\n}',
    })
  })

  test('form fields are a form, and with a file multipart', () => {
    const field = { in: 'formData', name: 'a', required: true, default: 5 }
    expect(read([field])).toEqual({ kind: 'form', fields: [{ name: 'a', value: '5', enabled: true }] })
    expect(read([field, { in: 'formData', name: 'f', type: 'file' }])).toMatchObject({
      kind: 'multipart',
      parts: [{ kind: 'text' }, { kind: 'file', enabled: false }],
    })
    expect(read([field], ['multipart/form-data'])?.kind).toBe('multipart')
  })
})

test('bodies that references repeat to more than an import may have are refused', () => {
  const long = { value: { a: 'x'.repeat(100_000) } }
  const post = {
    post: {
      requestBody: { content: { 'application/json': { examples: { long: { $ref: '#/components/examples/long' } } } } },
    },
  }
  const paths = Object.fromEntries(Array.from({ length: 700 }, (_, index) => [`/${index}`, post]))
  expect(() => readOpenapi({ components: { examples: { long } }, paths })).toThrow(ImportRefused)
})

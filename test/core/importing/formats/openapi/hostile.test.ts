import { expect, test } from 'vitest'
import { ImportRefused } from '../../../../../electron/core/importing/drafts/import-refused.ts'
import { readForeign } from '../../../../../electron/core/importing/read-foreign.ts'

/** With most that a description can have. */
const description = {
  openapi: '3.1.0',
  info: { title: 'Orders', version: 1 },
  servers: [
    {
      url: 'https://{stage}.example/{v}',
      description: 'd',
      variables: { stage: { default: 'a', enum: ['a', 'b'] }, v: { default: 1 } },
    },
  ],
  tags: [{ name: 'child', parent: 'root' }],
  security: [{ oauth: ['read'], key: [] }, {}],
  webhooks: { w: { post: {} } },
  paths: {
    '/a/{id}': {
      parameters: [{ $ref: '#/components/parameters/id' }],
      servers: [{ url: 'https://other.example' }],
      post: {
        tags: ['child'],
        summary: 's',
        security: [{ oidc: ['x'] }, { basic: [] }],
        parameters: [
          { in: 'query', name: 'q', style: 'deepObject', example: { a: [1, 1.5] }, schema: { type: 'object' } },
        ],
        requestBody: { $ref: '#/components/requestBodies/b' },
        callbacks: { c: {} },
        responses: { 200: { content: { 'text/csv': {} } } },
      },
      put: {
        requestBody: {
          content: {
            'multipart/form-data': {
              schema: {
                properties: {
                  f: { type: 'array', items: { format: 'binary' } },
                  g: { type: 'object', example: { h: 1 } },
                },
              },
              encoding: { f: { contentType: 'image/png' } },
            },
          },
        },
      },
    },
  },
  components: {
    parameters: { id: { in: 'path', name: 'id', required: true, examples: { e: { value: 7 } } } },
    requestBodies: {
      b: { content: { 'application/json': { schema: { allOf: [{ $ref: '#/components/schemas/s' }] } } } },
    },
    schemas: {
      s: {
        required: ['n'],
        properties: { n: { type: ['integer', 'null'], minimum: 3 }, s: { $ref: '#/components/schemas/s' } },
      },
    },
    securitySchemes: {
      oauth: {
        type: 'oauth2',
        flows: {
          clientCredentials: {
            tokenUrl: 'token',
            scopes: { read: '' },
            'x-scalar-security-body': { audience: 'a', b: 1 },
          },
        },
      },
      oidc: { type: 'openIdConnect', openIdConnectUrl: 'https://as.example/.well-known/openid-configuration' },
      basic: { type: 'http', scheme: 'basic' },
      key: { type: 'apiKey', in: 'header', name: 'X-Key' },
    },
  },
}

const odd: readonly unknown[] = [
  null,
  7,
  1.5,
  '',
  'x',
  true,
  [],
  {},
  [null],
  [[]],
  { $ref: '#' },
  { $ref: '#/paths' },
  { $ref: 'x.yaml' },
  { constructor: 1 },
  '{{x}}',
  '{',
  '\uD800',
  -1,
]

/** The text with one value of it after the other replaced by odd ones. */
function* mutations(value: unknown, text: (value: unknown) => string): Generator<string> {
  for (const one of odd) yield text(one)
  if (typeof value !== 'object' || value === null) return
  for (const [name, member] of Object.entries(value)) {
    const inner = (changed: unknown): string =>
      text(
        Array.isArray(value)
          ? value.map((item: unknown, index) => (String(index) === name ? changed : item))
          : { ...value, [name]: changed },
      )
    yield* mutations(member, inner)
  }
}

function outcomeOf(text: string, path: string): 'read' | 'refused' {
  let id = 0
  try {
    readForeign([{ path, text }], () => String((id += 1)))
    return 'read'
  } catch (error) {
    if (error instanceof ImportRefused) return 'refused'
    throw error
  }
}

test('a description with any value of the wrong kind is read as far as it goes, or refused', () => {
  const texts = [...mutations(description, (value) => JSON.stringify(value))].filter((_text, index) => index % 11 === 0)
  expect(texts.length).toBeGreaterThan(200)
  for (const text of texts) expect(['read', 'refused']).toContain(outcomeOf(text, 'a.json'))
})

test('a description that is cut anywhere is refused or read', () => {
  const yaml = JSON.stringify(description, null, 2).replaceAll(/^\{|\}$/g, '')
  for (let end = 0; end < yaml.length; end += 101)
    expect(['read', 'refused']).toContain(outcomeOf(yaml.slice(0, end), 'a.yaml'))
})

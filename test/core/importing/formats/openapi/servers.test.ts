import { describe, expect, test } from 'vitest'
import { codesOf, readFiles, readOpenapi } from './read-description.ts'

const read = (servers: unknown, paths: object = { '/a': { get: {} } }) => readOpenapi({ servers, paths })

const baseUrls = (draft: ReturnType<typeof read>) =>
  draft.variableSets.map(({ name, variables }) => [
    name,
    ...variables.map((variable) => `${variable.name}=${variable.value}`),
  ])

describe('servers', () => {
  test('are sets, called by their description or host', () => {
    const draft = read([
      { url: 'https://api.example/v1/', description: 'Production\nfor all' },
      { url: 'https://sandbox.example' },
    ])
    expect(baseUrls(draft)).toEqual([
      ['Production', 'baseUrl=https://api.example/v1'],
      ['sandbox.example', 'baseUrl=https://sandbox.example'],
    ])
  })

  test('a single one is a set without a name', () => {
    expect(baseUrls(read([{ url: 'https://api.example', description: 'Default' }]))).toEqual([
      ['', 'baseUrl=https://api.example'],
    ])
  })

  test('variables are filled with their defaults, and one without stays', () => {
    const variables = { version: { default: 'v2', enum: ['v2', 'v1'] }, port: { default: 8443 }, tenant: {} }
    expect(baseUrls(read([{ url: 'https://{tenant}.example:{port}/{version}', variables }]))).toEqual([
      ['', 'baseUrl=https://{{tenant}}.example:8443/v2', 'tenant='],
    ])
  })

  test('a variable for the stage is a set for each of its values', () => {
    const variables = { environment: { default: 'api', enum: ['api', 'api-sandbox'] } }
    expect(baseUrls(read([{ url: 'https://{environment}.example', variables }]))).toEqual([
      ['api', 'baseUrl=https://api.example'],
      ['api-sandbox', 'baseUrl=https://api-sandbox.example'],
    ])
  })

  test('a relative one leaves the host open and keeps its path', () => {
    const draft = read([{ url: '/v1' }])
    expect(draft.variableSets).toEqual([])
    expect(draft.variables).toEqual([{ name: 'baseUrl', value: '', secret: false }])
    expect(draft.calls[0]?.url).toBe('{{baseUrl}}/v1/a')
  })

  test('a relative one beside others is noted', () => {
    const draft = read([{ url: '/v1' }, { url: 'https://api.example' }])
    expect(draft.variableSets).toHaveLength(1)
    expect(codesOf(draft)).toEqual(['not_a_url'])
  })

  test('without any the host is open', () => {
    expect(read(undefined).calls[0]?.url).toBe('{{baseUrl}}/a')
  })

  test('of an operation are a variable beside, with a value in each set', () => {
    const servers = [{ url: 'https://files.example' }, { url: 'https://files-sandbox.example' }]
    const draft = read([{ url: 'https://api.example' }, { url: 'https://sandbox.example' }], {
      '/a': { get: {} },
      '/b': { get: { servers } },
      '/c': { servers, get: {} },
    })
    expect(draft.calls.map(({ url }) => url)).toEqual(['{{baseUrl}}/a', '{{baseUrl2}}/b', '{{baseUrl2}}/c'])
    expect(draft.variableSets.map(({ variables }) => variables[1]?.value)).toEqual([
      'https://files.example',
      'https://files-sandbox.example',
    ])
  })

  test('of the operations alone are those of the document', () => {
    const servers = [{ url: 'https://api.example' }]
    expect(baseUrls(read(undefined, { '/a': { get: { servers } } }))).toEqual([['', 'baseUrl=https://api.example']])
  })
})

describe('Swagger 2', () => {
  const url = (members: object) => {
    const [draft] = readFiles({
      'a.json': JSON.stringify({ swagger: '2.0', paths: { '/a': { get: {} } }, ...members }),
    })
    return draft?.variableSets[0]?.variables[0]?.value ?? draft?.calls[0]?.url
  }
  test.each([
    [{ host: 'api.example', basePath: '/v1/', schemes: ['http', 'https'] }, 'https://api.example/v1'],
    [{ host: 'api.example:8080', schemes: ['http'] }, 'http://api.example:8080'],
    [{ host: 'api.example', basePath: '/' }, 'https://api.example'],
    [{ basePath: '/v1' }, '{{baseUrl}}/v1/a'],
    [{}, '{{baseUrl}}/a'],
    [{ 'x-ms-parameterized-host': { hostTemplate: '{account}.example' } }, 'https://{{account}}.example'],
  ])('%j is at %s', (members, expected) => expect(url(members)).toBe(expected))
})

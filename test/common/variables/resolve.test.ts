import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newApiRequest } from '../../../electron/catalogue/new-api-request.ts'
import { hiddenValue, resolvedPreview } from '../../../electron/common/variables/resolved-preview.ts'
import { resolve } from '../../../electron/common/variables/resolve.ts'
import type { ApiBody, ApiRequest } from '../../../electron/contract/api-call.ts'

const withBody = (body: ApiBody): ApiRequest => ({ ...newApiRequest, method: 'POST', body })
const textBody = (text: string) => withBody({ kind: 'text', text, contentType: '' })
const resolvedText = (text: string, values: Record<string, string>): string => {
  const { body } = resolve(textBody(text), new Map(Object.entries(values))).request
  return body.kind === 'text' ? body.text : ''
}

test('every place of a request that is sent is resolved', () => {
  const values = new Map([['a', 'X']])
  const request: ApiRequest = {
    ...newApiRequest,
    method: 'POST',
    url: 'https://{{a}}.example/{{a}}',
    query: [
      { name: 'q{{a}}', value: '{{a}}', enabled: true },
      { name: '{{a}}', value: null, enabled: true },
      { name: '{{off}}', value: '{{a}}', enabled: false },
    ],
    headers: [
      { name: 'X-A', value: 'v {{a}}', enabled: true },
      { name: 'X-Off', value: '{{off}}', enabled: false },
    ],
    body: {
      kind: 'multipart',
      parts: [
        { kind: 'text', name: '{{a}}', value: '{{a}}', contentType: 'text/{{a}}', enabled: true },
        { kind: 'file', name: '{{a}}', file: { path: '/{{a}}', name: '{{a}}' }, contentType: '', enabled: true },
        { kind: 'text', name: '{{off}}', value: '', contentType: '', enabled: false },
      ],
    },
  }
  const { request: resolved, missing } = resolve(request, values)
  expect(missing).toEqual([])
  expect(resolved.url).toBe('https://X.example/X')
  expect(resolved.query.map(({ name, value }) => [name, value])).toEqual([
    ['qX', 'X'],
    ['X', null],
    ['{{off}}', '{{a}}'],
  ])
  expect(resolved.headers.map(({ value }) => value)).toEqual(['v X', '{{off}}'])
  expect(resolved.body).toMatchObject({
    parts: [
      { name: 'X', value: 'X', contentType: 'text/X' },
      { name: 'X', file: { path: '/{{a}}', name: '{{a}}' } },
      { name: '{{off}}' },
    ],
  })
})

test.each<[ApiBody, ApiBody]>([
  [{ kind: 'none' }, { kind: 'none' }],
  [
    { kind: 'json', text: '{"a":"{{a}}"}' },
    { kind: 'json', text: '{"a":"1"}' },
  ],
  [
    { kind: 'form', fields: [{ name: '{{a}}', value: '{{a}}', enabled: true }] },
    { kind: 'form', fields: [{ name: '1', value: '1', enabled: true }] },
  ],
  [
    { kind: 'file', file: { path: '{{a}}', name: '{{a}}' }, contentType: 'a/{{a}}' },
    { kind: 'file', file: { path: '{{a}}', name: '{{a}}' }, contentType: 'a/1' },
  ],
])('a body %o becomes %o: the path of a file is never resolved', (body, expected) => {
  expect(resolve(withBody(body), new Map([['a', '1']])).request.body).toEqual(expected)
})

test('each missing variable is named once for each field, and stays as it is', () => {
  const request = { ...textBody('{{b}} {{b}}'), url: 'https://{{host}}/{{b}}' }
  const { request: resolved, missing } = resolve(request, new Map())
  expect(missing).toEqual([
    { name: 'host', field: 'url' },
    { name: 'b', field: 'url' },
    { name: 'b', field: 'body.text' },
  ])
  expect(resolved).toEqual(request)
})

test('a body that GET does not send needs no values', () => {
  const request: ApiRequest = { ...textBody('{{none}}'), method: 'GET' }
  expect(resolve(request, new Map()).missing).toEqual([])
})

test.each([
  ['{{ a }}', '{{ a }}'],
  ['{{a b}}', '{{a b}}'],
  ['{a}', '{a}'],
  ['{{}}', '{{}}'],
  ['{{{a}}}', '{1}'],
  ['{{a', '{{a'],
  [`{{${'a'.repeat(101)}}}`, `{{${'a'.repeat(101)}}}`],
  ['{{constructor}}{{__proto__}}', '{{constructor}}{{__proto__}}'],
])('%s becomes %s', (text, expected) => {
  expect(resolvedText(text, { a: '1' })).toBe(expected)
})

test('values are literal: no pattern of a replacement, no second round', () => {
  expect(resolvedText('[{{a}}]', { a: "$& $1 $$ $` $'" })).toBe("[$& $1 $$ $` $']")
  expect(resolvedText('{{a}}', { a: '{{b}}', b: 'no' })).toBe('{{b}}')
  expect(resolvedText('{{a}}b}}', { a: '{{', b: 'no' })).toBe('{{b}}')
})

test('what surrounds a variable and what it holds come through unchanged', () => {
  const plain = fc.string({ unit: 'binary' }).filter((text) => !/[{}]/.test(text))
  fc.assert(
    fc.property(plain, fc.string({ unit: 'binary' }), plain, (before, value, after) => {
      expect(resolvedText(`${before}{{x.y-z_1}}${after}`, { 'x.y-z_1': value })).toBe(before + value + after)
    }),
  )
})

test('a text in which every value is its own variable stays as it is', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('{{a}}', '{{b}}', '{', '}', 'x', '{{ a }}')), (parts) => {
      const text = parts.join('')
      expect(resolvedText(text, { a: '{{a}}', b: '{{b}}' })).toBe(text)
    }),
  )
})

test('100 KB in a value comes through, and a text that would grow without end is refused by its field', () => {
  const value = '{{a}}'.repeat(20_000)
  expect(resolvedText('{{a}}', { a: value })).toBe(value)
  const { request, tooLong } = resolve(textBody(value), new Map([['a', value]]))
  expect(tooLong).toEqual(['body.text'])
  expect(request.body).toEqual({ kind: 'text', text: value, contentType: '' })
})

test('a million characters of braces are read in one go', () => {
  const text = '{{'.repeat(500_000)
  expect(resolvedText(text, { a: '1' })).toBe(text)
})

test('the preview hides secrets, and the variable of the environment wins over that of the workspace', () => {
  const { request, missing } = resolvedPreview(textBody('{{key}} {{host}} {{all}} {{unset}}'), {
    environment: [
      { name: 'key', value: '', secret: true },
      { name: 'unset', value: '', secret: true },
      { name: 'host', value: 'own', secret: false },
    ],
    workspace: [
      { name: 'host', value: 'workspace', secret: false },
      { name: 'all', value: 'every', secret: false },
      { name: 'unset', value: 'not this one', secret: false },
    ],
    secretNames: ['key'],
  })
  expect(request.body).toMatchObject({ text: `${hiddenValue} own every {{unset}}` })
  expect(missing).toEqual([{ name: 'unset', field: 'body.text' }])
})

test('a value in a parameter of the query begins no other one; elsewhere it is as it is', () => {
  const row = { name: '{{a}}', value: '{{a}}', enabled: true }
  const request = { ...newApiRequest, url: 'https://a.example/?{{a}}', query: [row] }
  expect(resolve(request, new Map([['a', 'x&y=1']])).request).toMatchObject({
    url: 'https://a.example/?x&y=1',
    query: [{ name: 'x%26y=1', value: 'x%26y=1' }],
  })
})

import { expect, test } from 'vitest'
import { newApiRequest } from '../../../electron/catalogue/new-api-request.ts'
import type { ApiRequest } from '../../../electron/contract/api-call.ts'
import type { Exchange } from '../../../electron/contract/exchange.ts'
import { isLikeMasked } from '../../../electron/core/send-again/is-like-masked.ts'
import { isLikeRecorded } from '../../../electron/core/send-again/is-like-recorded.ts'
import { exchange } from '../evidence/exchange.ts'

const saved: ApiRequest = {
  ...newApiRequest,
  method: 'POST',
  url: 'https://api.example/orders',
  query: [{ name: 'state', value: 'open', enabled: true }],
  headers: [
    { name: 'X-Api-Key', value: '{{key}}', enabled: true },
    { name: 'X-Off', value: '1', enabled: false },
  ],
  body: { kind: 'json', text: '{"a":1}' },
}
const recorded: Exchange = {
  ...exchange,
  request: {
    method: 'POST',
    url: 'https://api.example/orders?state=open',
    headers: [
      ['Host', 'api.example'],
      ['Accept', '*/*'],
      ['Content-Type', 'application/json'],
      ['X-Api-Key', '••••••••'],
      ['Authorization', 'Bearer eyJhbG… (900 characters)'],
      ['Content-Length', '7'],
    ],
    body: { text: '{"a":1}', encoding: 'utf-8', wireBytes: 7, decodedBytes: 7, truncated: false },
    clientAuthentication: null,
  },
}

test('a saved call that would send the same is the same, no matter what is masked', () => {
  expect(isLikeRecorded(saved, recorded)).toBe(true)
})

test.each<[string, Partial<ApiRequest>]>([
  ['another method', { method: 'PUT' }],
  ['another path', { url: 'https://api.example/order' }],
  ['another server', { url: 'https://other.example/orders' }],
  ['another query', { query: [] }],
  ['a header more', { headers: [...saved.headers, { name: 'X-More', value: '1', enabled: true }] }],
  ['a header less', { headers: [] }],
  ['another body', { body: { kind: 'json', text: '{"a":2}' } }],
  ['no body', { body: { kind: 'none' } }],
  ['no URL', { url: '' }],
])('one with %s was changed since', (_name, change) => {
  expect(isLikeRecorded({ ...saved, ...change }, recorded)).toBe(false)
})

test('a server of this computer is the same at another port, as the sandbox is after each start', () => {
  const at = (port: number) => `http://127.0.0.1:${port}/orders`
  const then = { ...recorded, request: { ...recorded.request, url: `${at(4000)}?state=open` } }
  expect(isLikeRecorded({ ...saved, url: at(5000) }, then)).toBe(true)
})

test('the content of files is not looked at', () => {
  const file = { kind: 'file', file: { path: '/gone', name: 'gone' }, contentType: '' } as const
  expect(isLikeRecorded({ ...saved, body: file }, recorded)).toBe(true)
})

test.each([
  ['a••••••••b', 'axyzb', true],
  ['a••••••••b', 'ab', true],
  ['a••••••••b', 'axyzc', false],
  ['aa••••••••aa', 'aaa', false],
  ['••••••••x••••••••', 'x', true],
  ['••••••••x••••••••', 'y', false],
  ['plain', 'plain', true],
  ['plain', 'other', false],
])('%s may have been %s: %j', (text, other, expected) => {
  expect(isLikeMasked(text, other)).toBe(expected)
})

import { expect, test } from 'vitest'
import type { Body, Exchange, Headers } from '../../../electron/contract/exchange.ts'
import { recordedCall } from '../../../electron/core/send-again/recorded-call.ts'
import { exchange } from '../evidence/exchange.ts'

const text = (value: string): Body => ({
  text: value,
  encoding: 'utf-8',
  wireBytes: value.length,
  decodedBytes: value.length,
  truncated: false,
})
const call = (url: string, headers: Headers = [], body: Body | null = null, method = 'POST'): Exchange => ({
  ...exchange,
  purpose: 'api',
  request: { method, url, headers, body, clientAuthentication: null },
})

test('what the app and the transport add is left out, and the token is that of the environment again', () => {
  const recorded = call(
    'https://api.example/orders?state=open&flag',
    [
      ['Host', 'api.example'],
      ['Connection', 'keep-alive'],
      ['Accept-Encoding', 'gzip'],
      ['User-Agent', 'client-credentials-explorer/1.0.0'],
      ['Accept', '*/*'],
      ['X-Trace', 'on'],
      ['Authorization', 'Bearer eyJhbG… (900 characters)'],
    ],
    null,
    'GET',
  )
  expect(recordedCall(recorded)).toMatchObject({
    request: {
      method: 'GET',
      url: 'https://api.example/orders',
      query: [
        { name: 'state', value: 'open', enabled: true },
        { name: 'flag', value: null, enabled: true },
      ],
      headers: [{ name: 'X-Trace', value: 'on', enabled: true }],
      authorization: 'environment',
      body: { kind: 'none' },
    },
    missing: [],
  })
})

test('each masked part becomes a variable, so that no mask is sent', () => {
  const { request, missing } = recordedCall(
    call(
      'https://api.example/••••••••/x?api_key=••••••••',
      [
        ['X-Api-Key', '••••••••'],
        ['Authorization', 'Basic ••••••••'],
        ['Content-Type', 'application/json'],
      ],
      text('{"password":"••••••••","token":"abcdef… (40 characters)"}'),
    ),
  ) ?? { request: null, missing: [] }
  expect(request).toMatchObject({
    url: 'https://api.example/{{masked_url}}/x',
    query: [{ name: 'api_key', value: '{{masked_api_key}}' }],
    headers: [
      { name: 'X-Api-Key', value: '{{masked_X-Api-Key}}' },
      { name: 'Authorization', value: 'Basic {{masked_Authorization}}' },
    ],
    authorization: 'none',
    body: { kind: 'json', text: '{"password":"{{masked_body}}","token":"{{masked_body_2}}"}' },
  })
  expect(missing).toHaveLength(6)
})

test('a form is read into its fields, and another type keeps its Content-Type', () => {
  const form = [['Content-Type', 'application/x-www-form-urlencoded']] as const
  expect(recordedCall(call('https://api.example/', [[...form[0]]], text('a=1%202&b=')))?.request.body).toEqual({
    kind: 'form',
    fields: [
      { name: 'a', value: '1 2', enabled: true },
      { name: 'b', value: '', enabled: true },
    ],
  })
  expect(
    recordedCall(call('https://api.example/', [['content-type', 'text/xml']], text('<a/>')))?.request.body,
  ).toEqual({ kind: 'text', text: '<a/>', contentType: 'text/xml' })
})

test.each([
  ['binary', { ...text('AAEC'), encoding: 'base64' as const }],
  ['larger than what is recorded', { ...text('a'), isHead: true as const, decodedBytes: 500_000 }],
  ['cut off', { ...text('a'), truncated: true }],
])('a body that is %s has to be given again', (_name, body) => {
  expect(recordedCall(call('https://api.example/', [], body))).toMatchObject({
    request: { body: { kind: 'none' } },
    missing: [{ kind: 'body' }],
  })
})

test.each([
  ['a method that no call has', call('https://api.example/', [], null, 'PROPFIND')],
  ['a URL that is too long', call(`https://api.example/${'a'.repeat(9000)}`)],
])('%s cannot be sent again as a call', (_name, recorded) => {
  expect(recordedCall(recorded)).toBeNull()
})

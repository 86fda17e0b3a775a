import { expect, test } from 'vitest'
import type { Exchange } from '../../../electron/contract/exchange.ts'
import type { RecordedToken } from '../../../electron/contract/history.ts'
import { bodyDifferences } from '../../../electron/core/compare-answers/body-differences.ts'
import { compareExchanges } from '../../../electron/core/compare-exchanges/compare-exchanges.ts'
import { exchange } from '../evidence/exchange.ts'

const sent = (request: Partial<Exchange['request']>): Exchange => ({
  ...exchange,
  request: { ...exchange.request, ...request },
})
const form = (text: string) =>
  sent({ body: { text, encoding: 'utf-8', wireBytes: text.length, decodedBytes: text.length, truncated: false } })
const token = (fingerprint: string, claims: string | null): RecordedToken => ({
  fingerprint,
  header: claims === null ? null : '{"alg":"RS256","kid":"1"}',
  claims,
  lifetime: null,
  scopeGranted: null,
})
const compare = (left: Exchange, right: Exchange, tokens: (RecordedToken | null)[] = []) =>
  compareExchanges(
    { exchange: left, token: tokens[0] ?? null },
    { exchange: right, token: tokens[1] ?? null },
    async (one, other) => bodyDifferences(one, other),
  )

test('the same exchange differs in nothing', async () => {
  expect(await compare(exchange, exchange)).toEqual({
    request: [],
    requestBody: { kind: 'same' },
    token: { kind: 'none' },
    answer: { status: { left: 200, right: 200 }, headers: [], body: { kind: 'same' }, isPartial: false },
  })
})

test('parameters of a form are compared by name, decoded, and each value of a name counts', async () => {
  const { request, requestBody } = await compare(
    form('scope=api%3Aread&resource=a&resource=b&client_secret=••••••••'),
    form('audience=orders&resource=a&scope=api:read&client_secret=••••••••'),
  )
  expect(request).toEqual([
    { part: 'parameter', name: 'resource', isOfEach: false, left: 'a, b', right: 'a' },
    { part: 'parameter', name: 'audience', isOfEach: false, left: null, right: 'orders' },
  ])
  expect(requestBody).toEqual({ kind: 'same' })
})

test('where it went, who it was, and how it authenticated are named apart', async () => {
  const client = { method: 'client_secret_basic', basicEncoding: 'form', client_id: 'one' } as const
  const { request } = await compare(
    sent({ clientAuthentication: client }),
    sent({
      url: 'https://other.example/token?tenant=b&flag',
      clientAuthentication: { ...client, basicEncoding: 'raw', client_id: 'two' },
    }),
  )
  expect(request.map(({ part, name, left, right }) => [part, name, left, right])).toEqual([
    ['endpoint', '', 'https://server.example/token', 'https://other.example/token'],
    ['authentication', '', 'client_secret_basic (form)', 'client_secret_basic (raw)'],
    ['client_id', '', 'one', 'two'],
    ['query', 'tenant', 'a%20b', 'b'],
  ])
})

test('assertions, proofs and masked credentials differ each time, and another scheme does not', async () => {
  const of = (authorization: string, proof: string) =>
    sent({
      headers: [
        ['Authorization', authorization],
        ['DPoP', proof],
      ],
    })
  const { request } = await compare(of('Bearer abc… (900 characters)', 'x'), of('Bearer def… (900 characters)', 'y'))
  expect(request.every(({ isOfEach }) => isOfEach)).toBe(true)
  expect((await compare(of('Bearer a', 'x'), of('DPoP a', 'x'))).request).toMatchObject([
    { name: 'Authorization', isOfEach: false },
  ])
})

test('claims keep every digit, and an expiry at the same distance from issue is the same', async () => {
  const { token: compared } = await compare(exchange, exchange, [
    token('a', '{"iat":1000,"exp":4600,"id":12345678901234567890}'),
    token('b', '{"iat":2000,"exp":5600,"id":12345678901234567891,"aud":"orders"}'),
  ])
  expect(compared).toMatchObject({
    kind: 'compared',
    left: 'a',
    right: 'b',
    header: [{ change: 'same' }, { change: 'same' }],
    claims: [
      { name: 'iat' },
      { name: 'exp', change: 'equivalent' },
      { name: 'id', change: 'changed', left: '12345678901234567890', right: '12345678901234567891' },
      { name: 'aud', change: 'added' },
    ],
  })
})

test.each([
  ['one token', token('a', null), token('a', '{}'), { kind: 'same', left: 'a', right: 'a' }],
  ['a token and none', null, token('a', '{}'), { kind: 'unknown', left: null, right: 'a' }],
  ['an opaque one', token('a', '{}'), token('b', null), { kind: 'unknown' }],
  ['claims that are damaged', token('a', '{}'), token('b', '{"a":'), { kind: 'unknown' }],
])('of %s no claims are compared', async (_name, left, right, expected) => {
  expect((await compare(exchange, exchange, [left, right])).token).toMatchObject(expected)
})

test('one that failed without an answer differs by its status, and a body that is only its beginning is no form', async () => {
  const failed: Exchange = { ...exchange, response: null, tls: null, connection: null }
  expect((await compare(failed, exchange)).answer.status).toEqual({ left: null, right: 200 })
  const large = form('a=1')
  const cut: Exchange = {
    ...large,
    request: { ...large.request, body: large.request.body && { ...large.request.body, isHead: true } },
  }
  expect((await compare(cut, form('a=2'))).requestBody).toMatchObject({ kind: 'text' })
})

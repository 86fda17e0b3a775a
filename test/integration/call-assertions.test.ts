import { afterEach, beforeEach, expect, test } from 'vitest'
import { newApiRequest } from '../../electron/catalogue/new-api-request.ts'
import type { ApiRequest, ApiTokenChoice } from '../../electron/contract/api-call.ts'
import type { Assertion, AssertionResult } from '../../electron/contract/assertion.ts'
import { madeToken } from '../support/made-token.ts'
import { apiHost } from './api-host.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'

const secret = 'c4nary-secret-of-the-client'
const token = madeToken({ scope: 'orders.read', sub: 'service' })

let at: Awaited<ReturnType<typeof apiHost>>
let opened: TestApi
let environmentId: string

beforeEach(async () => {
  at = await apiHost()
  at.host.extra = { access_token: token }
  opened = openTestApi(null)
  environmentId = await opened.add(at.environment, { client_secret: secret })
})
afterEach(async () => {
  opened.close()
  await at.close()
})

async function send(assertions: readonly Assertion[], change: Partial<ApiRequest> = {}, choice?: ApiTokenChoice) {
  const request = { ...newApiRequest, url: `${at.url}/api`, assertions: [...assertions], ...change }
  const sending = { environmentId, request, ...(choice && { token: choice }) }
  const outcome = await opened.api.sendApiCall(sending, context)
  if (outcome.kind !== 'answered') throw new Error(JSON.stringify(outcome))
  return outcome.assertions
}
const states = (results: readonly AssertionResult[] | undefined) => results?.map(({ state }) => state)

const answers = (body: string, headers: Record<string, string> = {}) => {
  at.host.answer = () => ({ status: 200, headers: { 'Content-Type': 'application/json', ...headers }, body })
}
const equals = (pointer: string, value: string): Assertion => ({ kind: 'json', pointer, test: 'equals', value })

test('each assertion comes out beside the answer, in its order, also of the token that was used', async () => {
  answers('{"orders":[{"shipped":false,"no":9007199254740993}]}', { 'X-Page': '1' })
  const results = await send([
    { kind: 'status', expected: '2xx' },
    equals('/orders/0/shipped', 'true'),
    equals('/orders/0/no', '9007199254740993'),
    { kind: 'header', name: 'x-page', test: 'equals', value: '1' },
    { kind: 'claim', pointer: '/scope', test: 'contains', value: 'orders.read' },
    { kind: 'schema', pointer: '/orders', schema: '{"items":{"required":["id"]}}' },
  ])
  expect(states(results)).toEqual(['passed', 'failed', 'passed', 'passed', 'passed', 'failed'])
  expect(results?.[1]).toEqual({
    state: 'failed',
    reason: 'value_differs',
    actual: 'false',
    pointer: '/orders/0/shipped',
    rule: null,
  })
  expect(results?.[5]).toMatchObject({ reason: 'schema_violated', pointer: '/orders/0', rule: '"required": "id"' })
})

test('a call without assertions has no results', async () => {
  expect(await send([])).toBeUndefined()
})

test('a call that carried no token, or an opaque one, leaves claims unchecked', async () => {
  const claim: Assertion = { kind: 'claim', pointer: '/sub', test: 'exists', value: '' }
  expect(await send([claim], {}, { kind: 'none' })).toMatchObject([{ state: 'not_checked', reason: 'no_token' }])
  const opaque = { kind: 'pasted', token: 'opaque-token-1' } as const
  expect(await send([claim], {}, opaque)).toMatchObject([{ state: 'not_checked', reason: 'token_opaque' }])
  expect(await send([claim], {}, { kind: 'pasted', token })).toEqual([{ state: 'passed' }])
})

test('what an answer repeats of a secret or a token is masked in results, wherever it is cut', async () => {
  const echo = { secret, long: `${'x'.repeat(190)}${secret}`, access_token: 'not-known-here-1', list: [token] }
  answers(JSON.stringify(echo), { 'X-Echo': secret, 'Set-Cookie': 'sid=c4nary-cookie' })
  const results = await send([
    equals('/secret', '1'),
    equals('/long', '1'),
    equals('/access_token', '1'),
    equals('/list', '1'),
    equals('', '1'),
    { kind: 'header', name: 'X-Echo', test: 'equals', value: '1' },
    { kind: 'header', name: 'Set-Cookie', test: 'equals', value: '1' },
    { kind: 'schema', pointer: '/secret', schema: 'false' },
  ])
  expect(states(results)).toEqual(Array(8).fill('failed'))
  const text = JSON.stringify(results)
  for (const hidden of [secret, secret.slice(0, 10), 'not-known-here-1', token, 'c4nary-cookie'])
    expect(text).not.toContain(hidden)
})

test('in an answer of 12 MB assertions are checked whole, in a thread', async () => {
  const rows = Array.from({ length: 12_000 }, (_, id) => ({ id, note: 'n'.repeat(980) }))
  answers(JSON.stringify({ rows, last: 1.0 }))
  const results = await send([
    equals('/last', '1'),
    equals('/rows/11999/id', '11999'),
    { kind: 'schema', pointer: '', schema: '{"properties":{"rows":{"minItems":12000}}}' },
  ])
  expect(states(results)).toEqual(['passed', 'passed', 'passed'])
})

test('12 MB behind a redirect are asserted whole, although another thread takes them over, and are kept whole', async () => {
  const rows = Array.from({ length: 12_000 }, (_, id) => ({ id, note: 'n'.repeat(980) }))
  const body = JSON.stringify({ rows, last: 1.0 })
  at.host.answer = ({ url }) =>
    url === '/all'
      ? { status: 200, headers: { 'Content-Type': 'application/json' }, body }
      : { status: 302, headers: { Location: '/all' }, body }
  const schema = '{"required":["last"],"properties":{"rows":{"minItems":12000,"items":{"required":["id"]}}}}'
  const assertions: Assertion[] = [{ kind: 'schema', pointer: '', schema }, equals('/rows/11999/id', '11999')]
  const request = { ...newApiRequest, url: `${at.url}/api`, followRedirects: true, assertions }
  const outcome = await opened.api.sendApiCall({ environmentId, request }, context)
  expect(outcome).toMatchObject({
    kind: 'answered',
    status: 200,
    assertions: [{ state: 'passed' }, { state: 'passed' }],
  })
  const id = 'exchangeId' in outcome ? outcome.exchangeId : ''
  const end = await opened.api.readAnswer({ id, from: body.length - 20, length: 100 }, context)
  expect(end).toMatchObject({ total: body.length, text: body.slice(-20) })
})

test('a schema that would run for ever is given up, and the other assertions are checked', async () => {
  answers(JSON.stringify({ long: `${'a'.repeat(60)}!` }))
  const results = await send([
    { kind: 'schema', pointer: '/long', schema: '{"pattern":"^(a+)+$"}' },
    { kind: 'schema', pointer: '', schema: `{"$ref":"${at.url}/schema.json"}` },
    { kind: 'status', expected: '200' },
  ])
  expect(results).toMatchObject([{ reason: 'too_slow' }, { reason: 'schema_reference' }, { state: 'passed' }])
  expect(at.received.map(({ url }) => url)).toEqual(['/api'])
})

test('the renewed call is the one that is checked', async () => {
  await opened.api.requestToken({ environmentId }, context)
  at.host.extra = { access_token: madeToken({ scope: 'orders.read', n: 2 }) }
  at.host.answer = (_, count) => ({ status: count === 1 ? 401 : 200, body: '{}' })
  const results = await send(
    [
      { kind: 'status', expected: '200' },
      { kind: 'claim', pointer: '/n', test: 'equals', value: '2' },
    ],
    { renewOn401: true },
  )
  expect(states(results)).toEqual(['passed', 'passed'])
})

test('many assertions on a body that one alone reads at once come out in order', async () => {
  answers(JSON.stringify({ list: Array.from({ length: 10_000 }, (_, index) => index) }))
  const results = await send(Array.from({ length: 100 }, (_, index) => equals('/list/7', String(index))))
  expect(results?.flatMap(({ state }, index) => (state === 'passed' ? [index] : []))).toEqual([7])
  expect(results).toHaveLength(100)
})

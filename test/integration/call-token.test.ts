import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { newApiRequest } from '../../electron/catalogue/new-api-request.ts'
import type { ApiRequest, ApiTokenChoice } from '../../electron/contract/api-call.ts'
import { openWorkspace } from '../../electron/core/workspace/workspace.ts'
import { encodingsIn } from '../support/canary.ts'
import { madeToken } from '../support/made-token.ts'
import { filesHolding } from '../support/profile-scan.ts'
import { apiHost } from './api-host.ts'
import { codesOf, context, openTestApi, type TestApi } from './test-api.ts'

let at: Awaited<ReturnType<typeof apiHost>>
let opened: TestApi
let api: TestApi['api']
let environmentId: string
const folder = mkdtempSync(path.join(tmpdir(), 'ccx-call-token-'))
let count = 0

beforeEach(async () => {
  at = await apiHost()
  count += 1
  opened = openTestApi(null, { workspace: openWorkspace(path.join(folder, `${count}.sqlite`)) })
  api = opened.api
  environmentId = await opened.add(at.environment, { client_secret: 'secret-of-the-client' })
})
afterEach(async () => {
  opened.close()
  await at.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const send = (change: Partial<ApiRequest> = {}, token?: ApiTokenChoice, signal = context.signal) =>
  api.sendApiCall(
    { environmentId, request: { ...newApiRequest, url: `${at.url}/api`, ...change }, ...(token && { token }) },
    { ...context, signal },
  )
const carried = () => at.received.map(({ authorization }) => authorization)
const exchanges = async () => (await api.listExchanges({ environmentId, limit: 200 }, context)).toReversed()

test('a call without a token sends none, asks for none, and says nothing of the held one', async () => {
  await api.requestToken({ environmentId }, context)
  at.host.answer = () => ({ status: 401, headers: { 'WWW-Authenticate': 'Bearer realm="x"' } })
  const outcome = await send({}, { kind: 'none' })
  expect(outcome).toMatchObject({ status: 401, tokenUse: 'none', challenge: { scheme: 'Bearer' } })
  expect(codesOf(outcome)).toEqual(['api_sent_without_token'])
  expect(carried()).toEqual([null])
  expect(at.host.issued).toBe(1)
})

test('authorization none is as the call says, and a choice for one sending wins over it', async () => {
  expect(await send({ authorization: 'none' })).toMatchObject({ tokenUse: 'none' })
  expect(await send({ authorization: 'none' }, { kind: 'environment' })).toMatchObject({ tokenUse: 'new' })
  expect(carried()).toEqual([null, 'Bearer token-1'])
})

test('a typed Authorization goes out where no token does, masked in what is recorded; with a token it is a problem', async () => {
  const headers = [{ name: 'Authorization', value: 'Basic dHlwZWQ6c2VjcmV0', enabled: true }]
  const outcome = await send({ headers, authorization: 'none' })
  expect(outcome).toMatchObject({ findings: [{ evidence: { authorization: 'typed' } }] })
  expect(carried()).toEqual(['Basic dHlwZWQ6c2VjcmV0'])
  expect(
    JSON.stringify(await api.getExchange({ id: 'exchangeId' in outcome ? outcome.exchangeId : '' }, context)),
  ).not.toContain('dHlwZWQ6c2VjcmV0')
  expect(await send({ headers })).toMatchObject({ kind: 'not_sent', problems: [{ code: 'header_of_token' }] })
  expect(at.host.issued).toBe(0)
})

const pasted = madeToken({ sub: 'canary', scope: 'read', exp: 1 })

test('a pasted token goes out for this call alone, without its scheme, and is kept nowhere', async () => {
  at.host.answer = ({ authorization }) => ({ status: 200, body: JSON.stringify({ authorization }) })
  const token = { kind: 'pasted', token: ` Bearer ${pasted}\n` } as const
  const outcome = await send({}, token)
  expect(outcome).toMatchObject({ tokenUse: 'pasted' })
  expect(carried()).toEqual([`Bearer ${pasted}`])
  expect(at.host.issued).toBe(0)
  const last = await api.listLastOutcomes(undefined, context)
  expect(last.sendApiCall[0]?.input).not.toHaveProperty('token')
  const all = await Promise.all((await exchanges()).map(({ id }) => api.getExchange({ id }, context)))
  for (const shown of [outcome, last, all, await api.listTokens(undefined, context)]) {
    expect(encodingsIn(Buffer.from(JSON.stringify(shown)), [pasted])).toEqual([])
  }
  expect(filesHolding(folder, [pasted])).toEqual([])
})

test('what is wrong with a pasted token is said of it, and never of the held one or the settings', async () => {
  await api.requestToken({ environmentId }, context)
  at.host.answer = () => ({ status: 401, headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' } })
  const outcome = await send({ renewOn401: true }, { kind: 'pasted', token: pasted })
  expect(outcome).toMatchObject({ status: 401, tokenUse: 'pasted' })
  if (outcome.kind !== 'answered') throw new Error(outcome.kind)
  expect(outcome.findings.filter(({ change }) => change !== undefined)).toEqual([])
  expect(JSON.stringify(outcome.findings)).toContain('expired')
  expect(at.received).toHaveLength(1)
})

test.each(['', 'two words', 'Bearer ', 'ünicode'])('%j is no token that could be sent', async (token) => {
  expect(await send({}, { kind: 'pasted', token })).toMatchObject({ problems: [{ code: 'pasted_token_unfit' }] })
  expect(at.received).toEqual([])
})

test('a 401 with a reused token is followed by one new token and one retry, in one chain', async () => {
  await api.requestToken({ environmentId }, context)
  at.host.answer = ({ authorization }) => ({ status: authorization === 'Bearer token-1' ? 401 : 200 })
  const outcome = await send({ renewOn401: true, method: 'POST', body: { kind: 'json', text: '{"a":1}' } })
  expect(outcome).toMatchObject({ kind: 'answered', status: 200, tokenUse: 'renewed' })
  expect(carried()).toEqual(['Bearer token-1', 'Bearer token-2'])
  expect(at.received.map(({ body }) => body.toString())).toEqual(['{"a":1}', '{"a":1}'])
  const chain = await api.getExchangeChain({ id: 'exchangeId' in outcome ? outcome.exchangeId : '' }, context)
  expect(chain.map(({ purpose, response }) => [purpose, response?.status])).toEqual(
    [
      ['token', 200],
      ['api', 401],
      ['token', 200],
      ['api', 200],
    ].slice(1),
  )
})

test('a 401 after the retry is the outcome: there is no second one', async () => {
  await api.requestToken({ environmentId }, context)
  at.host.answer = () => ({ status: 401 })
  expect(await send({ renewOn401: true })).toMatchObject({ status: 401, tokenUse: 'renewed' })
  expect(carried()).toEqual(['Bearer token-1', 'Bearer token-2'])
})

test('nothing is renewed where the token was new, where it is switched off, or without a token', async () => {
  at.host.answer = () => ({ status: 401 })
  expect(await send({ renewOn401: true })).toMatchObject({ status: 401, tokenUse: 'new' })
  expect(await send({ renewOn401: false })).toMatchObject({ status: 401, tokenUse: 'reused' })
  expect(await send({ renewOn401: true }, { kind: 'none' })).toMatchObject({ status: 401, tokenUse: 'none' })
  at.host.answer = () => ({ status: 403 })
  expect(await send({ renewOn401: true })).toMatchObject({ status: 403, tokenUse: 'reused' })
  expect(at.host.issued).toBe(1)
})

test('where no new token can be had, the 401 is the outcome and says so', async () => {
  await api.requestToken({ environmentId }, context)
  at.host.answer = () => ({ status: 401 })
  at.host.refusal = { error: 'invalid_client' }
  const outcome = await send({ renewOn401: true })
  expect(outcome).toMatchObject({ kind: 'answered', status: 401, tokenUse: 'reused' })
  if (outcome.kind !== 'answered') throw new Error(outcome.kind)
  expect(outcome.findings.at(-1)).toMatchObject({
    code: 'token_renewal_failed',
    evidence: { reason: 'refused', error: 'invalid_client' },
  })
  at.host.refusal = null
  at.host.extra = { access_token: 'token-1' }
  expect(codesOf(await send({ renewOn401: true })).at(-1)).toBe('token_renewal_failed')
  expect(at.received).toHaveLength(2)
})

test('two calls that are refused at the same time renew the token once', async () => {
  await api.requestToken({ environmentId }, context)
  at.host.delay = 50
  at.host.answer = ({ authorization }) => ({ status: authorization === 'Bearer token-1' ? 401 : 200 })
  const both = await Promise.all([send({ renewOn401: true }), send({ renewOn401: true })])
  expect(both).toMatchObject([
    { status: 200, tokenUse: 'renewed' },
    { status: 200, tokenUse: 'renewed' },
  ])
  expect(at.host.issued).toBe(2)
})

test('a scope that the call lists and the token lacks is a fact beside the answer', async () => {
  at.host.extra = { scope: 'read' }
  const outcome = await send({ scope: 'read write' })
  expect(outcome).toMatchObject({
    findings: expect.arrayContaining([
      expect.objectContaining({
        code: 'api_scopes_missing',
        evidence: { missing: 'write', granted: 'read', status: '200' },
      }),
    ]),
  })
  expect(codesOf(await send({ scope: 'read' }))).not.toContain('api_scopes_missing')
})

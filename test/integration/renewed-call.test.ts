import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { newApiRequest } from '../../electron/catalogue/new-api-request.ts'
import { type Sandbox, startSandbox } from '../../electron/sandbox/start.ts'
import { whyItFollowed } from '../../electron/wording/why-it-followed.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'

let sandbox: Sandbox
let opened: TestApi
const ofSandbox = { environmentId: 'sandbox' }

beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => {
  opened = openTestApi(sandbox.facts)
})
afterEach(() => opened.close())

test.each([false, true])('a revoked token is renewed for a call that asks for it, with DPoP: %j', async (enabled) => {
  await opened.change('sandbox', { dpop: { enabled, alg: 'ES256', keyFile: '' } })
  const { api } = opened
  expect(await api.requestToken(ofSandbox, context)).toMatchObject({ kind: 'issued' })
  expect(await api.revokeToken(ofSandbox, context)).toMatchObject({ kind: 'accepted' })
  const request = { ...newApiRequest, url: `${sandbox.facts.api}/api/ledger`, renewOn401: true }
  const outcome = await api.sendApiCall({ ...ofSandbox, request }, context)
  expect(outcome).toMatchObject({ kind: 'answered', status: 200, tokenUse: 'renewed' })
  const chain = await api.getExchangeChain({ id: 'exchangeId' in outcome ? outcome.exchangeId : '' }, context)
  const statuses = chain
    .filter(({ retryOf }) => retryOf === null)
    .map(({ purpose, response }) => [purpose, response?.status])
  expect(statuses.at(0)).toEqual(['api', 401])
  expect(chain.at(-1)).toMatchObject({ purpose: 'api', response: { status: 200 } })
  expect(chain.map((exchange) => whyItFollowed(exchange))).toContain('requests a new token after the 401')
  expect(await api.sendApiCall({ ...ofSandbox, request }, context)).toMatchObject({ status: 200, tokenUse: 'reused' })
})

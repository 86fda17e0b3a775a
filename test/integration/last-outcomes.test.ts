import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../electron/sandbox/start.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'
import { savedRequest } from '../support/saved-request.ts'

let sandbox: Sandbox
let opened: TestApi
let api: TestApi['api']
const ofSandbox = { environmentId: 'sandbox' }

beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => {
  opened = openTestApi(sandbox.facts)
  api = opened.api
})
afterEach(() => opened.close())

const last = () => api.listLastOutcomes(undefined, context)

async function sendCall(callId: string | null) {
  const request = await savedRequest(api, ofSandbox.environmentId)
  return api.sendApiCall({ ...ofSandbox, request, ...(callId !== null && { callId }) }, context)
}

test('nothing is kept before anything was asked', async () => {
  expect(await last()).toEqual({ requestToken: [], introspectToken: [], revokeToken: [], sendApiCall: [] })
})

test('a request for an environment that is gone leaves nothing', async () => {
  await api.requestToken({ environmentId: 'gone' }, context)
  expect((await last()).requestToken).toEqual([])
})

test('of several token requests the last is kept, with the exchange of the token that was held before', async () => {
  const first = await api.requestToken(ofSandbox, context)
  if (first.kind !== 'issued') throw new Error(first.kind)
  expect((await last()).requestToken).toMatchObject([{ input: ofSandbox, outcome: first, of: '' }])
  const second = await api.requestToken(ofSandbox, context)
  expect((await last()).requestToken).toMatchObject([{ outcome: second, of: first.exchangeId }])
})

test('each API call keeps its own last outcome, and one that belongs to none does not take its place', async () => {
  const [one, other, none] = [await sendCall('one'), await sendCall('other'), await sendCall(null)]
  const { sendApiCall } = await last()
  expect(sendApiCall.map(({ input, outcome }) => [input.callId, outcome])).toEqual([
    ['one', one],
    ['other', other],
    [undefined, none],
  ])
})

test('no more are kept than fit in memory: the oldest makes room', async () => {
  for (let count = 0; count < 55; count += 1) await sendCall(`call ${count}`)
  const kept = (await last()).sendApiCall.map(({ input }) => input.callId)
  expect(kept).toHaveLength(50)
  expect(kept.at(-1)).toBe('call 54')
  expect(kept).not.toContain('call 4')
})

test('what was kept of an environment goes with it', async () => {
  const copy = await api.duplicateEnvironment(ofSandbox, context)
  const environmentId = copy?.id ?? ''
  await api.requestToken({ environmentId }, context)
  expect((await last()).requestToken).toHaveLength(1)
  await api.deleteEnvironment({ environmentId }, context)
  expect((await last()).requestToken).toEqual([])
})

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { CallContext } from '../../electron/core/core-context.ts'
import { type Sandbox, startSandbox } from '../../electron/sandbox/start.ts'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { serve } from '../support/fault-server.ts'
import { exchange } from '../core/evidence/exchange.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'
import { newApiRequest } from '../../electron/catalogue/new-api-request.ts'
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

/** A call of its own, whose exchanges carry this id. */
const flow = (flowId: string): CallContext => ({ ...context, flowId })

async function callSavedApi(flowId: string) {
  const request = await savedRequest(api, ofSandbox.environmentId)
  const outcome = await api.sendApiCall({ ...ofSandbox, request }, flow(flowId))
  if (outcome.kind !== 'answered') throw new Error(outcome.kind)
  return outcome.exchangeId
}

const chainOf = (id: string) => api.getExchangeChain({ id }, context)

test('nothing led to an exchange that is not there', async () => {
  expect(await chainOf('unknown')).toEqual([])
})

test('a chain of which one is gone begins after it', async () => {
  opened.workspace.exchanges.add({ ...exchange, id: 'second', environmentId: null, retryOf: 'first' })
  expect(await chainOf('second')).toMatchObject([{ id: 'second' }])
})

test('a chain that was made a circle in the file ends', async () => {
  const { exchanges } = opened.workspace
  exchanges.add({ ...exchange, id: 'one', environmentId: null, causedBy: 'other' })
  exchanges.add({ ...exchange, id: 'other', environmentId: null, causedBy: 'one' })
  expect((await chainOf('one')).length).toBeLessThan(100)
})

test('an exchange that was recorded before flows were is its own flow', async () => {
  const { flowId: _flowId, causedBy: _causedBy, ...before } = { ...exchange, environmentId: null }
  // Its type lacks what that version did not write.
  Reflect.apply(opened.workspace.exchanges.add, null, [before])
  expect(await api.getExchange({ id: exchange.id }, context)).toEqual({
    ...before,
    flowId: exchange.id,
    causedBy: null,
  })
})

test('an API call and the token request that it needed are one flow, and one call gives both in order', async () => {
  const chain = await chainOf(await callSavedApi('first call'))
  expect(chain).toMatchObject([
    { purpose: 'token', flowId: 'first call', causedBy: null },
    { purpose: 'api', flowId: 'first call', causedBy: chain[0]?.id },
  ])
})

test('an API call that reuses a token is its own flow, and nothing led to it', async () => {
  await callSavedApi('first call')
  expect(await chainOf(await callSavedApi('second call'))).toMatchObject([
    { purpose: 'api', flowId: 'second call', causedBy: null },
  ])
})

test('the keys that a signed introspection answer needs are fetched because of it', async () => {
  await api.requestToken(ofSandbox, flow('token'))
  const style = { authentication: 'client', bodyFormat: 'form', responseFormat: 'jwt' } as const
  const outcome = await api.introspectToken({ ...ofSandbox, style }, flow('introspection'))
  expect(outcome.kind).toBe('active')
  const [newest] = await api.listExchanges({ environmentId: 'sandbox', limit: 1 }, context)
  const chain = await chainOf(newest?.id ?? '')
  expect(chain).toMatchObject([
    { purpose: 'introspection', flowId: 'introspection', causedBy: null },
    { purpose: 'jwks', flowId: 'introspection', causedBy: chain[0]?.id },
  ])
})

test('each further address that is asked for metadata is asked because of the one before', async () => {
  const server = await serve((_request, response) => response.writeHead(404).end())
  const { stage, network } = newEnvironment
  const input = { environmentId: null, issuer: `${server.url}/tenant`, stage, network, secrets: {} }
  await api.discover(input, flow('discovery'))
  await server.close()
  const listed = await api.listExchanges({ environmentId: null, limit: 20 }, context)
  const chain = await chainOf(listed[0]?.id ?? '')
  expect(chain.length).toBeGreaterThan(1)
  expect(chain.map(({ flowId }) => flowId)).toEqual(chain.map(() => 'discovery'))
  expect(chain.map(({ causedBy }) => causedBy)).toEqual([null, ...chain.slice(0, -1).map(({ id }) => id)])
})

test('what a redirect led to was caused by nothing else', async () => {
  const server = await serve((request, response) => {
    if (request.url === '/token') {
      response.writeHead(200, { 'Content-Type': 'application/json' })
      response.end('{"access_token":"opaque","token_type":"Bearer","expires_in":600}')
    } else if (request.url === '/old') response.writeHead(302, { Location: '/new' }).end()
    else response.end('{}')
  })
  const client = { client_id: 'client', token_endpoint_auth_method: 'none' } as const
  const environmentId = await opened.add({ token_endpoint: `${server.url}/token`, ...client })
  const url = `${server.url}/old`
  const request = { ...newApiRequest, url, followRedirects: true } as const
  const outcome = await api.sendApiCall({ environmentId, request }, flow('call'))
  await server.close()
  if (outcome.kind !== 'answered') throw new Error(outcome.kind)
  const [token, first, second] = await chainOf(outcome.exchangeId)
  expect(first).toMatchObject({ flowId: 'call', redirectedFrom: null, causedBy: token?.id })
  expect(second).toMatchObject({ flowId: 'call', redirectedFrom: first?.id, causedBy: null })
})

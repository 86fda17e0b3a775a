import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../electron/sandbox/start.ts'
import { madeToken } from '../support/made-token.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'
import { ofHeldToken } from './held-token.ts'
import { newApiRequest } from '../../electron/catalogue/new-api-request.ts'
import { savedRequest } from '../support/saved-request.ts'

let sandbox: Sandbox
let opened: TestApi
let api: TestApi['api']
const jwt = { environmentId: 'sandbox' }
const style = { authentication: 'client', bodyFormat: 'form', responseFormat: 'json' } as const

beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

beforeEach(() => {
  opened = openTestApi(sandbox.facts)
  api = opened.api
})
afterEach(() => opened.close())

test('a wrong secret is refused, and no token is held', async () => {
  await opened.change('sandbox', { secrets: { client_secret: 'wrong' } })
  expect(await api.requestToken(jwt, context)).toMatchObject({ kind: 'refused', status: 401 })
  expect(await api.listTokens(undefined, context)).toEqual([])
})

test('an environment that is gone gives an outcome for every call, never an error', async () => {
  const gone = { environmentId: 'gone' }
  const request = {
    ...newApiRequest,
    url: 'https://api.example',
  } as const
  expect(await api.requestToken(gone, context)).toMatchObject({ kind: 'not_sent' })
  expect(await api.introspectToken({ ...gone, style }, context)).toMatchObject({ kind: 'not_sent' })
  expect(await api.revokeToken(gone, context)).toMatchObject({ kind: 'not_sent' })
  expect(await api.sendApiCall({ ...gone, request }, context)).toMatchObject({ kind: 'not_sent' })
  expect(await api.saveApiCall({ ...gone, id: null, request }, context)).toBeNull()
  expect(await api.verifyToken(ofHeldToken(gone.environmentId), context)).toMatchObject({ kind: 'not_sent' })
  expect(await api.copyToken(gone, context)).toBe(false)
})

test('a call that is cancelled before it starts sends nothing and says so', async () => {
  const outcome = await api.requestToken(jwt, { ...context, signal: AbortSignal.abort() })
  expect(outcome).toMatchObject({ kind: 'unreachable', failure: { code: 'cancelled' } })
})

test('revocation is seen by introspection and by the API that asks, not by the one that validates offline', async () => {
  const send = async (path: string) =>
    api.sendApiCall({ ...jwt, request: await savedRequest(api, jwt.environmentId, path) }, context)
  expect(await send('/api/ledger')).toMatchObject({ kind: 'answered', status: 200, tokenUse: 'new' })
  expect(await api.introspectToken({ ...jwt, style }, context)).toMatchObject({ kind: 'active' })
  expect(await api.revokeToken(jwt, context)).toMatchObject({ kind: 'accepted' })
  expect(await api.introspectToken({ ...jwt, style }, context)).toMatchObject({
    findings: [{ code: 'inactive_revoked_here' }],
  })
  expect(await send('/api/orders')).toMatchObject({ status: 200, findings: [{ code: 'revoked_token_accepted' }] })
  expect(await send('/api/ledger')).toMatchObject({ status: 401, findings: [{ code: 'revoked_token_refused' }] })
})

test('the secret that the sandbox made for its client is masked in evidence', async () => {
  const told = sandbox.facts.clients[0]?.client_secret ?? ''
  const token = { kind: 'pasted', token: madeToken({ told }) } as const
  const about = { environmentId: 'sandbox', format: 'markdown', verification: null, introspection: null } as const
  expect(await api.copyEvidence({ token, ...about }, context)).toBeNull()
  expect(told.length).toBeGreaterThan(20)
  expect(opened.copied.at(-1)).toContain('"told": "••••••••"')
})

test('saved calls of the sandbox are stored without its port', async () => {
  const [call] = await api.listApiCalls(jwt, context)
  expect(call?.url).toBe(`${sandbox.facts.api}/api/orders`)
  expect(opened.workspace.apiCalls.list('sandbox')[0]?.url).toBe('http://sandbox.invalid/api/orders')
})

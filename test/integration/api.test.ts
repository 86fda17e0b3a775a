import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { callNames } from '../../electron/contract/call-names.ts'
import { calls } from '../../electron/contract/calls.ts'
import { newEnvironment } from '../../electron/contract/new-environment.ts'
import { type Sandbox, startSandbox } from '../../electron/sandbox/start.ts'
import { madeToken } from '../support/made-token.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'
import { ofHeldToken } from './held-token.ts'

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
  await api.setSecret({ ...jwt, name: 'client_secret', value: 'wrong', keepOld: false }, context)
  expect(await api.requestToken(jwt, context)).toMatchObject({ kind: 'refused', status: 401 })
  expect(await api.listTokens(undefined, context)).toEqual([])
})

test('an environment that is gone gives an outcome for every call, never an error', async () => {
  const gone = { environmentId: 'gone' }
  const request = {
    method: 'GET',
    url: 'https://api.example',
    body: '',
    contentType: '',
    followRedirects: false,
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
  const outcome = await api.requestToken(jwt, { signal: AbortSignal.abort() })
  expect(outcome).toMatchObject({ kind: 'unreachable', failure: { code: 'cancelled' } })
})

test('revocation is seen by introspection and by the API that asks, not by the one that validates offline', async () => {
  const saved = await api.listApiCalls(jwt, context)
  const send = async (path: string) => {
    const call = saved.find(({ url, method }) => method === 'GET' && url.endsWith(path))
    if (call === undefined) throw new Error(`no call of ${path}`)
    const { id: _id, environmentId: _environmentId, ...request } = call
    return api.sendApiCall({ ...jwt, request }, context)
  }
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

test('every call answered once: the secret appears nowhere, the token in reveal only, and outputs fit the contract', async () => {
  const canary = 'canary-secret-7d2f19aa'
  await api.setSecret(
    { environmentId: 'sandbox-opaque', name: 'client_secret', value: canary, keepOld: false },
    context,
  )
  await api.requestToken({ environmentId: 'sandbox-opaque' }, context)
  const issued = await api.requestToken(jwt, context)
  const token = (await api.revealToken(jwt, context)) ?? ''
  expect(token.split('.')).toHaveLength(3)
  const [exchange] = await api.listExchanges({ environmentId: 'sandbox-opaque', limit: 10 }, context)
  const opaque = { environmentId: 'sandbox-opaque' }
  const value = inputOf(opened, opaque.environmentId)
  const { stage, network } = newEnvironment
  const unsaved = { environmentId: null, secrets: {}, stage, network }
  const outputs: Partial<Record<(typeof callNames)[number], unknown>> = {
    requestToken: issued,
    listEnvironments: await api.listEnvironments(undefined, context),
    duplicateEnvironment: await api.duplicateEnvironment({ environmentId: 'sandbox-opaque' }, context),
    listTokens: await api.listTokens(undefined, context),
    verifyToken: await api.verifyToken(ofHeldToken(jwt.environmentId), context),
    introspectToken: await api.introspectToken({ ...jwt, style }, context),
    discover: await api.discover({ ...unsaved, issuer: sandbox.facts.issuer }, context),
    listKeys: await api.listKeys({ ...unsaved, jwks_uri: sandbox.facts.jwks_uri }, context),
    previewTokenRequest: await api.previewTokenRequest({ ...opaque, value, secrets: {}, reveal: false }, context),
    listApiCalls: await api.listApiCalls(jwt, context),
    copyToken: await api.copyToken(jwt, context),
    revokeToken: await api.revokeToken(jwt, context),
    listExchanges: await api.listExchanges({ environmentId: null, limit: 50 }, context),
    getExchange: await api.getExchange({ id: exchange?.id ?? '' }, context),
    about: await api.about(undefined, context),
  }
  const signature = token.split('.')[2] ?? ''
  const misfits: string[] = []
  for (const name of callNames) {
    const output = outputs[name]
    if (output === undefined) continue
    const text = JSON.stringify(output)
    if (!calls[name].output.safeParse(output).success) misfits.push(`${name} does not fit the contract`)
    if ([canary, Buffer.from(canary).toString('base64'), signature].some((secret) => text.includes(secret))) {
      misfits.push(`${name} holds a secret`)
    }
  }
  expect(misfits).toEqual([])
  expect(opened.copied).toEqual([token])
})

test('saved calls of the sandbox are stored without its port', async () => {
  const [call] = await api.listApiCalls(jwt, context)
  expect(call?.url).toBe(`${sandbox.facts.api}/api/orders`)
  expect(opened.workspace.apiCalls.list('sandbox')[0]?.url).toBe('http://sandbox.invalid/api/orders')
})

function inputOf({ workspace }: TestApi, id: string) {
  const stored = workspace.environments.get(id)
  if (stored === null) throw new Error(`no environment ${id}`)
  return stored.value
}

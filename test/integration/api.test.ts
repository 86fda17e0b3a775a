import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { callNames } from '../../electron/contract/call-names.ts'
import { calls } from '../../electron/contract/calls.ts'
import { defaultPreferences } from '../../electron/contract/preferences.ts'
import { createApi } from '../../electron/core/api.ts'
import { createTransport } from '../../electron/core/http/transport.ts'
import { openWorkspace, type Workspace } from '../../electron/core/workspace/workspace.ts'
import { type Sandbox, startSandbox } from '../../electron/sandbox/start.ts'

let sandbox: Sandbox
let workspace: Workspace
let copied: string[]
let api: ReturnType<typeof createApi>
const transport = createTransport()
const context = { signal: new AbortController().signal }
const jwt = { environmentId: 'sandbox' }

beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(async () => {
  transport.close()
  await sandbox.close()
})

beforeEach(() => {
  workspace = openWorkspace(':memory:')
  copied = []
  api = createApi({
    now: Date.now,
    newId: randomUUID,
    transport,
    workspace,
    copySecret: (text) => copied.push(text),
    preferences: { get: () => defaultPreferences, set: () => defaultPreferences },
    sandbox: {
      status: () => ({ kind: 'running', issuer: sandbox.facts.issuer, api: sandbox.facts.api }),
      facts: () => sandbox.facts,
      restart: () => {},
    },
    notify: () => {},
    version: '0.0.0',
    runtime: {},
  })
})

test('a wrong secret is refused, and no token is held', async () => {
  await api.setClientSecret({ ...jwt, clientSecret: 'wrong' }, context)
  expect(await api.requestToken(jwt, context)).toMatchObject({ kind: 'refused', status: 401 })
  expect(await api.listTokens(undefined, context)).toEqual([])
})

test('an environment that is gone gives an outcome for every call, never an error', async () => {
  const gone = { environmentId: 'gone' }
  const style = { authentication: 'client', bodyFormat: 'form' } as const
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
  expect(await api.verifyToken(gone, context)).toBeNull()
  expect(await api.copyToken(gone, context)).toBe(false)
})

test('a call that is cancelled before it starts sends nothing and says so', async () => {
  const outcome = await api.requestToken(jwt, { signal: AbortSignal.abort() })
  expect(outcome).toMatchObject({ kind: 'unreachable', failure: { code: 'cancelled' } })
})

test.each(['client_secret_basic', 'client_secret_post'] as const)(
  '%s obtains a token that is genuine',
  async (method) => {
    const [environment] = await api.listEnvironments(undefined, context)
    if (environment === undefined) throw new Error('no environment')
    const { id, builtIn: _builtIn, clientSecret: _clientSecret, ...value } = environment
    await api.updateEnvironment({ id, value: { ...value, token_endpoint_auth_method: method } }, context)
    expect(await api.requestToken(jwt, context)).toMatchObject({ kind: 'issued', token: { decoded: { kind: 'jws' } } })
    const verification = await api.verifyToken(jwt, context)
    expect(verification?.verdict).toBe('genuine')
    expect(verification?.checks.every(({ result }) => result === 'passed')).toBe(true)
  },
)

test('revocation is seen by introspection and by the API that asks, not by the one that validates offline', async () => {
  const style = { authentication: 'client', bodyFormat: 'form' } as const
  const saved = await api.listApiCalls(jwt, context)
  const send = async (path: string) => {
    const call = saved.find(({ url, method }) => method === 'GET' && url.endsWith(path))
    if (call === undefined) throw new Error(`no call of ${path}`)
    const { id: _id, environmentId: _environmentId, ...request } = call
    return api.sendApiCall({ ...jwt, request }, context)
  }
  expect(await send('/api/ledger')).toMatchObject({ kind: 'answered', status: 200, tokenUse: 'obtained' })
  expect(await api.introspectToken({ ...jwt, style }, context)).toMatchObject({ kind: 'active' })
  expect(await api.revokeToken(jwt, context)).toMatchObject({ kind: 'accepted' })
  expect(await api.introspectToken({ ...jwt, style }, context)).toMatchObject({
    findings: [{ code: 'inactive_revoked_here' }],
  })
  expect(await send('/api/orders')).toMatchObject({ status: 200, findings: [{ code: 'revoked_token_accepted' }] })
  expect(await send('/api/ledger')).toMatchObject({ status: 401, findings: [{ code: 'revoked_token_refused' }] })
})

test('every call answered once: the secret appears nowhere, the token in reveal only, and outputs fit the contract', async () => {
  const canary = 'canary-secret-7d2f19aa'
  await api.setClientSecret({ environmentId: 'sandbox-opaque', clientSecret: canary }, context)
  await api.requestToken({ environmentId: 'sandbox-opaque' }, context)
  const issued = await api.requestToken(jwt, context)
  const token = (await api.revealToken(jwt, context)) ?? ''
  expect(token.split('.')).toHaveLength(3)
  const style = { authentication: 'client', bodyFormat: 'form' } as const
  const [exchange] = await api.listExchanges({ environmentId: 'sandbox-opaque', limit: 10 }, context)
  const outputs: Partial<Record<(typeof callNames)[number], unknown>> = {
    requestToken: issued,
    listEnvironments: await api.listEnvironments(undefined, context),
    duplicateEnvironment: await api.duplicateEnvironment({ environmentId: 'sandbox-opaque' }, context),
    listTokens: await api.listTokens(undefined, context),
    verifyToken: await api.verifyToken(jwt, context),
    introspectToken: await api.introspectToken({ ...jwt, style }, context),
    discover: await api.discover({ environmentId: null, issuer: sandbox.facts.issuer }, context),
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
  expect(copied).toEqual([token])
})

test('saved calls of the sandbox are stored without its port', async () => {
  const [call] = await api.listApiCalls(jwt, context)
  expect(call?.url).toBe(`${sandbox.facts.api}/api/orders`)
  expect(workspace.apiCalls.list('sandbox')[0]?.url).toBe('http://sandbox.invalid/api/orders')
})

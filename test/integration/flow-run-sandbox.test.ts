import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { builtInEnvironments } from '../../electron/catalogue/built-in-environments.ts'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { flowRunSchema } from '../../electron/contract/flow.ts'
import { type Sandbox, startSandbox } from '../../electron/sandbox/start.ts'
import { actOf, type FlowApi, openFlowApi, purposesOf, statesOf } from './flow-running.ts'
import { context } from './test-api.ts'

let sandbox: Sandbox
let opened: FlowApi

beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => {
  opened = openFlowApi(sandbox.facts)
})
afterEach(() => opened.close())

const ofSandbox = builtInEnvironments[0]?.value ?? newEnvironment
const jwt = { environmentId: 'sandbox' }
const opaque = { environmentId: 'sandbox-opaque' }

describe('the scenario run', () => {
  test('a healthy flow with a JWT passes throughout, and each act has its exchanges and its result', async () => {
    const callId = await opened.callOf('sandbox', '/api/orders')
    const run = await opened.run({ ...jwt, callId })
    expect(flowRunSchema.safeParse(run).error).toBeUndefined()
    expect(run).toMatchObject({ state: 'passed', from: null, plan: { client_id: 'sandbox-jwt' } })
    expect(statesOf(run)).toEqual({ token: 'passed', verify: 'passed', introspect: 'passed', call: 'passed' })
    expect(run.acts.map(purposesOf)).toEqual([['token'], ['jwks'], ['introspection'], ['api']])
    expect(actOf(run, 'token').result).toMatchObject({
      use: 'new',
      token_type: 'Bearer',
      format: 'jws',
      scopeAsked: 'api:read api:write',
      audience: ['urn:sandbox:orders'],
      binding: null,
    })
    expect(actOf(run, 'verify').result).toMatchObject({ verdict: 'genuine', checks: [] })
    expect(actOf(run, 'introspect').result).toEqual({ kind: 'introspected', active: true })
    expect(actOf(run, 'call').result).toMatchObject({ status: 200, tokenUse: 'reused', error: null })
    expect(run.acts.every(({ ms, startedAt }) => ms !== null && startedAt !== null)).toBe(true)
    const [exchange] = actOf(run, 'token').exchanges
    expect(exchange).toMatchObject({ method: 'POST', status: 200, sent: 'yes', relation: 'first', failure: null })
    expect(await opened.api.getExchange({ id: exchange?.id ?? '' }, context)).toMatchObject({ flowId: run.id })
  })

  test('an opaque token cannot be verified, which is no failure', async () => {
    const callId = await opened.callOf('sandbox-opaque', '/api/ledger')
    const run = await opened.run({ ...opaque, callId })
    expect(run.state).toBe('passed')
    expect(statesOf(run)).toEqual({
      token: 'passed',
      verify: 'left_out: opaque_token',
      introspect: 'passed',
      call: 'passed',
    })
  })

  test('the token that is held is used again by choice, and nothing is requested', async () => {
    await opened.run(jwt)
    const run = await opened.run({ ...jwt, tokenChoice: 'reuse' })
    expect(actOf(run, 'token')).toMatchObject({ state: 'passed', exchanges: [], result: { use: 'reused' } })
    expect(statesOf(run)).toMatchObject({ verify: 'passed', introspect: 'passed', call: 'left_out: no_call' })
    expect(actOf(run, 'verify').exchanges).toEqual([])
    expect(run.state).toBe('passed')
  })

  test('a choice to use the token again requests one where none is held', async () => {
    const run = await opened.run({ ...jwt, tokenChoice: 'reuse' })
    expect(actOf(run, 'token')).toMatchObject({ state: 'passed', result: { use: 'new' }, exchanges: [{ status: 200 }] })
  })

  test('the other tabs show what a run gave: the token, and the last outcome of each request', async () => {
    const callId = await opened.callOf('sandbox', '/api/orders')
    await opened.run({ ...jwt, callId })
    const last = await opened.api.listLastOutcomes(undefined, context)
    expect(last).toMatchObject({
      requestToken: [{ outcome: { kind: 'issued' } }],
      introspectToken: [{ outcome: { kind: 'active' } }],
      sendApiCall: [{ input: { callId }, outcome: { status: 200 } }],
    })
    expect(await opened.api.listTokens(undefined, context)).toHaveLength(1)
  })

  test('a refused client stops the run at the token', async () => {
    await opened.change('sandbox', { secrets: { client_secret: 'wrong' } })
    const run = await opened.run(jwt)
    expect(run.state).toBe('failed')
    expect(statesOf(run)).toEqual({
      token: 'failed',
      verify: 'left_out: stopped',
      introspect: 'left_out: stopped',
      call: 'left_out: stopped',
    })
    expect(actOf(run, 'token')).toMatchObject({
      result: { kind: 'refused', status: 401, error: { error: 'invalid_client' } },
      exchanges: [{ status: 401 }],
    })
    expect(actOf(run, 'token').findings.map(({ code }) => code)).toContain('wrong_secret')
  })

  test('an API that refuses the scope fails the call, and what went before stays passed', async () => {
    await opened.change('sandbox', { ...ofSandbox, scope: 'api:read' })
    const run = await opened.run({ ...jwt, callId: await opened.callOf('sandbox', '/api/orders', 'POST') })
    expect(run.state).toBe('failed')
    expect(statesOf(run)).toMatchObject({ token: 'passed', verify: 'passed', introspect: 'passed', call: 'failed' })
    expect(actOf(run, 'call').result).toMatchObject({ status: 403, error: 'insufficient_scope', scope: 'api:write' })
  })

  test('a run from a later act keeps the token, and says which acts nobody asked for', async () => {
    const callId = await opened.callOf('sandbox', '/api/orders')
    await opened.run({ ...jwt, callId })
    const run = await opened.run({ ...jwt, callId, from: 'introspect' })
    expect(run).toMatchObject({ from: 'introspect', state: 'passed' })
    expect(statesOf(run)).toEqual({
      token: 'left_out: not_asked',
      verify: 'left_out: not_asked',
      introspect: 'passed',
      call: 'passed',
    })
  })
})

describe('the scenario revoke', () => {
  const passed = { token: 'passed', introspect: 'passed', call: 'passed', revoke: 'passed', introspect_again: 'passed' }

  test('an API that asks the server turns a revoked token away: proof', async () => {
    const callId = await opened.callOf('sandbox', '/api/ledger')
    const run = await opened.run({ ...jwt, scenario: 'revoke', callId })
    expect(statesOf(run)).toEqual({ ...passed, call_again: 'passed' })
    expect(actOf(run, 'introspect_again').result).toEqual({ kind: 'introspected', active: false })
    expect(actOf(run, 'call_again').result).toMatchObject({ status: 401, error: 'invalid_token' })
    expect(run.state).toBe('passed')
  })

  test('an API that checks the token by itself still accepts it, which is noted', async () => {
    const callId = await opened.callOf('sandbox', '/api/orders')
    const run = await opened.run({ ...jwt, scenario: 'revoke', callId })
    expect(statesOf(run)).toEqual({ ...passed, call_again: 'noted' })
    expect(actOf(run, 'call_again').result).toMatchObject({ status: 200 })
    expect(actOf(run, 'call_again').findings.map(({ code }) => code)).toEqual(['revoked_token_accepted'])
    expect(run.state).toBe('noted')
  })

  test('a call that would renew its token after 401 does not in a run: the revoked one is what is shown', async () => {
    const url = `${sandbox.facts.api}/api/ledger`
    const callId = await opened.saveCall('sandbox', url, { renewOn401: true })
    const run = await opened.run({ ...jwt, scenario: 'revoke', callId })
    expect(actOf(run, 'call_again')).toMatchObject({ state: 'passed', result: { status: 401, tokenUse: 'reused' } })
    expect(run.acts.flatMap(purposesOf).filter((purpose) => purpose === 'token')).toHaveLength(1)
  })

  test('a token that was revoked by a run is not used again by the next, which would only show that', async () => {
    await opened.run({ ...jwt, scenario: 'revoke' })
    const run = await opened.run({ ...jwt, tokenChoice: 'reuse' })
    expect(actOf(run, 'token').result).toMatchObject({ use: 'new' })
    expect(run.state).toBe('passed')
  })

  test('an opaque token is proven to be revoked as well', async () => {
    const callId = await opened.callOf('sandbox-opaque', '/api/ledger')
    const run = await opened.run({ ...opaque, scenario: 'revoke', callId })
    expect(statesOf(run)).toEqual({ ...passed, call_again: 'passed' })
  })

  test('without a call the introspection is the proof', async () => {
    const run = await opened.run({ ...jwt, scenario: 'revoke' })
    expect(statesOf(run)).toEqual({ ...passed, call: 'left_out: no_call', call_again: 'left_out: no_call' })
    expect(run.state).toBe('passed')
  })
})

describe('the scenario narrow', () => {
  test('the API refuses a token with fewer scopes, as expected, and the token that was held is held on', async () => {
    await opened.run(jwt)
    const held = await opened.api.revealToken(jwt, context)
    const before = await opened.api.listLastOutcomes(undefined, context)
    opened.notices.length = 0
    const callId = await opened.callOf('sandbox', '/api/orders', 'POST')
    const run = await opened.run({ ...jwt, scenario: 'narrow', callId, scope: 'api:read' })
    expect(statesOf(run)).toEqual({ token: 'passed', call: 'passed' })
    expect(run).toMatchObject({ state: 'passed', plan: { scope: 'api:read', tokenChoice: 'new' } })
    expect(actOf(run, 'token').result).toMatchObject({ scopeAsked: 'api:read', scopeGranted: 'api:read' })
    expect(actOf(run, 'call').result).toMatchObject({ status: 403, scope: 'api:write', tokenUse: 'new' })
    expect(purposesOf(actOf(run, 'call'))).toEqual(['api'])
    expect(await opened.api.revealToken(jwt, context)).toBe(held)
    expect(await opened.api.listLastOutcomes(undefined, context)).toEqual(before)
    expect(opened.notices.filter(({ kind }) => kind === 'tokens_changed')).toEqual([])
  })

  test('an API that lets the token in all the same is noted', async () => {
    const callId = await opened.callOf('sandbox', '/api/orders')
    const run = await opened.run({ ...jwt, scenario: 'narrow', callId, scope: 'api:read' })
    expect(statesOf(run)).toEqual({ token: 'passed', call: 'noted' })
    expect(await opened.api.listTokens(undefined, context)).toEqual([])
  })

  test('run again from the call it begins with the token all the same, which is not held', async () => {
    const callId = await opened.callOf('sandbox', '/api/orders', 'POST')
    const run = await opened.run({ ...jwt, scenario: 'narrow', callId, scope: 'api:read', from: 'call' })
    expect(run).toMatchObject({ from: null, state: 'passed' })
  })
})

describe('bound tokens', () => {
  const dpop = { ...newEnvironment.dpop, enabled: true }

  test('DPoP: the nonce that the server asks for is a second exchange of the same act', async () => {
    await opened.change('sandbox', { ...ofSandbox, dpop })
    const callId = await opened.callOf('sandbox', '/api/orders')
    const run = await opened.run({ ...jwt, callId })
    expect(statesOf(run)).toEqual({ token: 'passed', verify: 'passed', introspect: 'passed', call: 'passed' })
    expect(purposesOf(actOf(run, 'token'))).toEqual(['token', 'token: nonce'])
    expect(actOf(run, 'token')).toMatchObject({ exchanges: [{ status: 400 }, { status: 200 }], moreExchanges: 0 })
    expect(actOf(run, 'token').result).toMatchObject({ token_type: 'DPoP', binding: 'dpop' })
    expect(run.plan.hasProof).toBe(true)
    const narrow = await opened.run({ ...jwt, scenario: 'narrow', callId, scope: 'api:write' })
    expect(statesOf(narrow)).toEqual({ token: 'passed', call: 'passed' })
  })

  test('mutual TLS: the token is bound to the certificate, and the API is reached over TLS', async () => {
    await opened.change('sandbox', { ...ofSandbox, token_endpoint_auth_method: 'tls_client_auth' })
    const callId = await opened.callOf('sandbox', '/api/orders')
    const run = await opened.run({ ...jwt, callId })
    expect(statesOf(run)).toEqual({ token: 'passed', verify: 'passed', introspect: 'passed', call: 'passed' })
    expect(actOf(run, 'token').result).toMatchObject({ binding: 'certificate' })
    expect(actOf(run, 'token').exchanges).toMatchObject([{ tls: 'TLSv1.3' }])
    expect(actOf(run, 'call').exchanges).toMatchObject([{ tls: 'TLSv1.3' }])
  })
})

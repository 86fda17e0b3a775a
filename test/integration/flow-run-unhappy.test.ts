import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { maxFlowExchanges, maxFlowFindings, maxFlowText } from '../../electron/vocabulary/flow.ts'
import { problemSentence } from '../../electron/wording/problems.ts'
import { startVaultServer } from '../support/vault-server.ts'
import { actOf, type FlowApi, openFlowApi, purposesOf, statesOf, patient } from './flow-running.ts'
import { bearer, json, misbehavingServers, secrets } from './misbehaving-servers.ts'
import { context } from './test-api.ts'

let opened: FlowApi
const { serve, closeAll } = misbehavingServers()

beforeEach(() => {
  opened = openFlowApi(null)
})
afterEach(async () => {
  opened.close()
  await closeAll()
})

const endpointsAt = (url: string) => ({
  client_id: 'c',
  token_endpoint: `${url}/token`,
  introspection_endpoint: `${url}/introspect`,
  revocation_endpoint: `${url}/revoke`,
})

describe('what cannot be begun is refused in words, and nothing is sent', () => {
  const sentencesOf = async (choice: Parameters<FlowApi['tryRun']>[0]) => {
    const outcome = await opened.tryRun(choice)
    return outcome.kind === 'not_sent' ? outcome.problems.map(problemSentence) : []
  }

  test('an environment that is gone', async () => {
    expect(await sentencesOf({ environmentId: 'gone' })).toEqual(['This environment no longer exists.'])
  })

  test('a call that was deleted, or is of another environment', async () => {
    const environmentId = await opened.add({ client_id: 'c' })
    const other = await opened.add({ client_id: 'd' })
    const callId = await opened.saveCall(other, 'https://api.example/')
    const gone = ['The API call was deleted. Choose another one.']
    expect(await sentencesOf({ environmentId, callId: 'none' })).toEqual(gone)
    expect(await sentencesOf({ environmentId, callId })).toEqual(gone)
  })

  test('an act that the scenario does not have', async () => {
    const environmentId = await opened.add({ client_id: 'c' })
    expect(await sentencesOf({ environmentId, from: 'call_again' })).toEqual([
      'This scenario has no step call_again. Run it from the first step.',
    ])
  })

  test.for([
    ['', 'No scope is chosen. Choose at least one of those that the environment requests.'],
    ['read admin', 'The environment does not request admin. Choose among its own scopes.'],
    ['write  read', 'All scopes of the environment are chosen. Leave out the one that the API call needs.'],
  ])('the scopes %j of an environment that requests read and write', async ([scope = '', sentence]) => {
    const environmentId = await opened.add({ client_id: 'c', scope: 'read write' })
    const callId = await opened.saveCall(environmentId, 'https://api.example/')
    expect(await sentencesOf({ environmentId, scenario: 'narrow', callId, scope })).toEqual([sentence])
    expect(await sentencesOf({ environmentId, scenario: 'narrow', scope: 'read' })).toEqual([
      'No API call is chosen. Choose the one that needs the scopes you leave out.',
    ])
    expect(await opened.api.listFlowRuns({ environmentId }, context)).toEqual([])
    expect(opened.notices.filter(({ kind }) => kind === 'flow_run')).toEqual([])
  })

  test('a second run of the same environment, while one of another may begin', async () => {
    const server = await serve((_, response) => void setTimeout(() => json(response, 200, bearer), 50))
    const [one, other] = [await opened.add(endpointsAt(server.url), secrets), await opened.add({}, secrets)]
    const first = opened.run({ environmentId: one })
    expect(await sentencesOf({ environmentId: one })).toEqual([
      'A run of this environment is under way. Wait until it ends, or cancel it.',
    ])
    expect(await opened.tryRun({ environmentId: other })).toMatchObject({ kind: 'ran', run: { state: 'failed' } })
    await first
    expect(await opened.tryRun({ environmentId: one })).toMatchObject({ kind: 'ran' })
  })
})

test('an environment without endpoints fails at the token with its fields, and sends nothing', async () => {
  const environmentId = await opened.add({ client_id: 'c' }, secrets)
  const run = await opened.run({ environmentId })
  expect(actOf(run, 'token')).toMatchObject({
    state: 'failed',
    exchanges: [],
    result: { kind: 'not_sent', problems: [{ field: 'token_endpoint', code: 'endpoint_missing' }] },
  })
})

test('without an introspection endpoint nothing is introspected, and the flow passes', async () => {
  const server = await serve((_, response) => json(response, 200, { ...bearer, scope: '' }))
  const environmentId = await opened.add({ client_id: 'c', token_endpoint: `${server.url}/token` }, secrets)
  const run = await opened.run({ environmentId })
  expect(run.state).toBe('passed')
  expect(statesOf(run)).toMatchObject({ introspect: 'left_out: no_introspection_endpoint', call: 'left_out: no_call' })
})

test('without a revocation endpoint there is nothing to prove, which is noted', async () => {
  const server = await serve((request, response) =>
    json(response, 200, request.url === '/token' ? { ...bearer, scope: '' } : { active: true }),
  )
  const environmentId = await opened.add({ ...endpointsAt(server.url), revocation_endpoint: '' }, secrets)
  const callId = await opened.saveCall(environmentId, `${server.url}/api`)
  const run = await opened.run({ environmentId, scenario: 'revoke', callId })
  const missing = 'left_out: no_revocation_endpoint'
  expect(statesOf(run)).toMatchObject({
    call: 'passed',
    revoke: missing,
    introspect_again: missing,
    call_again: missing,
  })
  expect(run.state).toBe('noted')
})

test('a server that still says active after a revocation is noted', async () => {
  const server = await serve((request, response) =>
    json(response, 200, request.url === '/token' ? { ...bearer, scope: '' } : { active: true }),
  )
  const environmentId = await opened.add(endpointsAt(server.url), secrets)
  const run = await opened.run({ environmentId, scenario: 'revoke' })
  expect(statesOf(run)).toMatchObject({ introspect: 'passed', revoke: 'passed', introspect_again: 'noted' })
  expect(actOf(run, 'introspect_again').findings.map(({ code }) => code)).toContain('active_after_revocation')
  expect(run.state).toBe('noted')
})

test('a server that says inactive of a new token fails the introspection', async () => {
  const server = await serve((request, response) =>
    json(response, 200, request.url === '/token' ? { ...bearer, scope: '' } : { active: false }),
  )
  const environmentId = await opened.add(endpointsAt(server.url), secrets)
  const run = await opened.run({ environmentId, callId: await opened.saveCall(environmentId, `${server.url}/api`) })
  expect(statesOf(run)).toMatchObject({ introspect: 'failed', call: 'left_out: stopped' })
})

test.for([404, 500])('an API that answers %i to a revoked token proves nothing', async (status) => {
  let calls = 0
  let isRevoked = false
  const server = await serve((request, response) => {
    if (request.url === '/token') return json(response, 200, { ...bearer, scope: '' })
    if (request.url === '/introspect') return json(response, 200, { active: !isRevoked })
    if (request.url === '/revoke') {
      isRevoked = true
      return json(response, 200, {})
    }
    calls += 1
    return json(response, calls === 1 ? 200 : status, {})
  })
  const environmentId = await opened.add(endpointsAt(server.url), secrets)
  const callId = await opened.saveCall(environmentId, `${server.url}/api`)
  const run = await opened.run({ environmentId, scenario: 'revoke', callId })
  expect(statesOf(run)).toMatchObject({ introspect_again: 'passed', call_again: 'failed' })
})

test('a firewall that answers 403 to a token with fewer scopes is the expected end, 401 without a reason is not', async () => {
  let status = 403
  const server = await serve((request, response) =>
    json(response, request.url === '/token' ? 200 : status, request.url === '/token' ? { ...bearer, scope: 'a' } : {}),
  )
  const environmentId = await opened.add({ ...endpointsAt(server.url), scope: 'a b' }, secrets)
  const callId = await opened.saveCall(environmentId, `${server.url}/api`)
  const narrow = { environmentId, scenario: 'narrow', callId, scope: 'a' } as const
  expect(statesOf(await opened.run(narrow))).toEqual({ token: 'passed', call: 'passed' })
  status = 401
  expect(statesOf(await opened.run(narrow))).toEqual({ token: 'passed', call: 'failed' })
})

test('a token that another tab requests while a narrowed one is under way is the one that is held', async () => {
  let release = () => {}
  const server = await serve((request, response, count) => {
    const answer = () => json(response, 200, { ...bearer, access_token: `token-number-${count}` })
    if (request.url !== '/token') json(response, 403, {})
    else if (count > 1) answer()
    else release = answer
  })
  const environmentId = await opened.add({ ...endpointsAt(server.url), scope: 'a b' }, secrets)
  const callId = await opened.saveCall(environmentId, `${server.url}/api`)
  const run = opened.run({ environmentId, scenario: 'narrow', callId, scope: 'a' })
  await expect.poll(() => server.requests.length, patient).toBe(1)
  await opened.api.requestToken({ environmentId }, context)
  release()
  expect((await run).state).toBe('passed')
  expect(await opened.api.revealToken({ environmentId }, context)).toBe('token-number-2')
  expect(server.requests.at(-1)?.headers.authorization).toBe('Bearer token-number-1')
})

test('a token that another tab requests in the middle of a proof is not taken for the one that was revoked', async () => {
  let release = () => {}
  const server = await serve((request, response, count) => {
    if (request.url === '/token') {
      json(response, 200, { ...bearer, access_token: `token-number-${count}`, scope: '' })
    } else if (request.url === '/revoke') {
      release = () => json(response, 200, {})
    } else json(response, 200, { active: true })
  })
  const environmentId = await opened.add(endpointsAt(server.url), secrets)
  const running = opened.run({ environmentId, scenario: 'revoke' })
  await expect.poll(() => server.requests.length, patient).toBe(3)
  await opened.api.requestToken({ environmentId }, context)
  release()
  const run = await running
  expect(statesOf(run)).toMatchObject({ revoke: 'passed', introspect_again: 'failed', call_again: 'left_out: stopped' })
  expect(actOf(run, 'introspect_again').result).toMatchObject({ problems: [{ code: 'flow_token_replaced' }] })
  expect(server.requests).toHaveLength(4)
})

test('a token that is due at once is renewed by the call, in its own act', async () => {
  const server = await serve((request, response) =>
    json(response, 200, request.url === '/token' ? { ...bearer, expires_in: 1, scope: '' } : {}),
  )
  const environmentId = await opened.add(
    { client_id: 'c', token_endpoint: `${server.url}/token`, renewBefore: 30 },
    secrets,
  )
  const run = await opened.run({ environmentId, callId: await opened.saveCall(environmentId, `${server.url}/api`) })
  expect(purposesOf(actOf(run, 'call'))).toEqual(['token', 'api'])
  expect(actOf(run, 'call').result).toMatchObject({ tokenUse: 'new' })
})

test('the proof of a revocation is made with the token that was revoked, also when it is due', async () => {
  let isRevoked = false
  const server = await serve((request, response, count) => {
    if (request.url === '/token') {
      return json(response, 200, { ...bearer, access_token: `token-number-${count}`, expires_in: 1, scope: '' })
    }
    if (request.url === '/api') return json(response, isRevoked ? 401 : 200, {})
    isRevoked ||= request.url === '/revoke'
    return json(response, 200, { active: !isRevoked })
  })
  const environmentId = await opened.add({ ...endpointsAt(server.url), renewBefore: 30 }, secrets)
  const callId = await opened.saveCall(environmentId, `${server.url}/api`)
  const run = await opened.run({ environmentId, scenario: 'revoke', callId })
  expect(actOf(run, 'call').result).toMatchObject({ tokenUse: 'new' })
  expect(purposesOf(actOf(run, 'call_again'))).toEqual(['api'])
  expect(actOf(run, 'call_again')).toMatchObject({ state: 'passed', result: { tokenUse: 'reused', status: 401 } })
  const [before, again] = server.requests.filter(({ url }) => url === '/api')
  expect(again?.headers.authorization).toBe(before?.headers.authorization)
})

test('a redirecting API: each hop in order, and the eleventh is not followed', async () => {
  const server = await serve((request, response, count) => {
    if (request.url === '/token') json(response, 200, { ...bearer, scope: '' })
    else response.writeHead(302, { location: `/hop-${count}` }).end()
  })
  const environmentId = await opened.add({ client_id: 'c', token_endpoint: `${server.url}/token` }, secrets)
  const callId = await opened.saveCall(environmentId, `${server.url}/api`, { followRedirects: true })
  const run = await opened.run({ environmentId, callId })
  const { exchanges, state, findings } = actOf(run, 'call')
  expect(exchanges.map(({ url }) => new URL(url).pathname)).toEqual([
    '/api',
    ...Array.from({ length: 10 }, (_, index) => `/hop-${index + 2}`),
  ])
  expect(exchanges.map(({ relation }) => relation)).toEqual(['first', ...Array.from({ length: 10 }, () => 'redirect')])
  expect(state).toBe('noted')
  expect(findings.map(({ code }) => code)).toContain('api_redirect_not_followed')
  const urls = opened.notices.flatMap((notice) => (notice.kind === 'flow_progress' ? [notice.progress] : []))
  expect(new Set(urls.filter(({ act }) => act === 'call').map(({ url }) => url)).size).toBe(11)
})

test('an answer of 66 MB is cut, which is named, and the run costs no more than another', async () => {
  const chunk = Buffer.alloc(1 << 20, 97)
  const server = await serve((request, response) => {
    if (request.url === '/token') return json(response, 200, { ...bearer, scope: '' })
    response.writeHead(200, { 'content-type': 'text/plain', 'content-length': String(66 << 20) })
    for (let sent = 0; sent < 66; sent += 1) response.write(chunk)
    return response.end()
  })
  const environmentId = await opened.add({ client_id: 'c', token_endpoint: `${server.url}/token` }, secrets)
  const run = await opened.run({ environmentId, callId: await opened.saveCall(environmentId, `${server.url}/api`) })
  expect(actOf(run, 'call')).toMatchObject({
    state: 'failed',
    result: { kind: 'unreachable', failure: { code: 'too_large' } },
    exchanges: [{ failure: 'too_large', failedAt: 'download' }],
  })
  expect(JSON.stringify(run).length).toBeLessThan(10_000)
})

test('a megabyte of words of a server is cut, and whole runs stay small', async () => {
  const long = 'w '.repeat(250_000)
  const server = await serve((_, response) =>
    json(response, 400, { error: 'invalid_request', error_description: long, error_uri: `https://x.example/${long}` }),
  )
  const environmentId = await opened.add(endpointsAt(server.url), secrets)
  const run = await opened.run({ environmentId })
  const { result, findings } = actOf(run, 'token')
  expect(result).toMatchObject({ kind: 'refused', error: { error: 'invalid_request' } })
  const texts = JSON.stringify(run).match(/"(?:[^"\\]|\\.)*"/g) ?? []
  expect(Math.max(...texts.map(({ length }) => length))).toBeLessThan(maxFlowText + 10)
  expect(findings.length).toBeLessThanOrEqual(maxFlowFindings)
  expect(maxFlowExchanges).toBe(40)
})

test('a secret from Vault is asked for before the token request; one that Vault does not give stops the run there', async () => {
  const vault = await startVaultServer({
    kv2: { secret: { app: [{ data: { client_secret: secrets.client_secret } }] } },
    tokens: { root: ['secret/'] },
  })
  const server = await serve((_, response) => json(response, 200, { ...bearer, scope: '' }))
  const add = () => opened.add({ client_id: 'c', token_endpoint: `${server.url}/token`, secretSources }, vaultToken)
  const vaultToken = { vault_token: 'root' }
  const secretSources = {
    client_secret: {
      kind: 'vault',
      address: vault.address,
      namespace: '',
      engine: 'kv2',
      mount: 'secret',
      path: 'app',
      key: 'client_secret',
      version: 0,
      login: { method: 'token' },
      caFile: '',
    },
  } as const
  const run = await opened.run({ environmentId: await add() })
  expect(run.state).toBe('passed')
  expect(run.plan.sources).toMatchObject([{ kind: 'vault' }])
  expect(purposesOf(actOf(run, 'token'))).toEqual(['token'])
  expect(vault.seen.length).toBeGreaterThan(0)
  vault.state.sealed = true
  const failed = await opened.run({ environmentId: await add() })
  expect(actOf(failed, 'token')).toMatchObject({ state: 'failed', exchanges: [], result: { kind: 'not_sent' } })
  await vault.close()
})

test('an environment that is deleted in the middle ends the run where it is', async () => {
  let release = () => {}
  const server = await serve((_, response) => void (release = () => json(response, 200, bearer)))
  const environmentId = await opened.add(endpointsAt(server.url), secrets)
  const running = opened.run({ environmentId })
  await expect.poll(() => server.requests.length, patient).toBe(1)
  await opened.api.deleteEnvironment({ environmentId }, context)
  release()
  const run = await running
  expect(statesOf(run)).toMatchObject({ token: 'passed', verify: 'failed', introspect: 'left_out: stopped' })
  expect(actOf(run, 'verify').result).toMatchObject({ kind: 'not_sent' })
  expect(await opened.api.listTokens(undefined, context)).toEqual([])
})

test('a secret that is asked for is asked for once a run, and not kept after it', async () => {
  const used: (string | undefined)[] = []
  const server = await serve((request, response) => {
    used.push(request.headers.authorization)
    if (request.url === '/token') return json(response, 200, { ...bearer, scope: '' })
    return json(response, 200, { active: used.length < 4 })
  })
  const secretSources = { client_secret: { kind: 'ask' } } as const
  const environmentId = await opened.add({ ...endpointsAt(server.url), secretSources })
  const asking = await opened.run({ environmentId })
  expect(actOf(asking, 'token').result).toMatchObject({ kind: 'not_sent', problems: [{ remedy: { kind: 'answer' } }] })
  await opened.api.answerSecret({ environmentId, name: 'client_secret', value: 'typed-for-this-run' }, context)
  const run = await opened.run({ environmentId, scenario: 'revoke' })
  expect(statesOf(run)).toMatchObject({
    token: 'passed',
    introspect: 'passed',
    revoke: 'passed',
    introspect_again: 'passed',
  })
  expect(new Set(used).size).toBe(1)
  expect(await opened.api.requestToken({ environmentId }, context)).toMatchObject({ kind: 'not_sent' })
})

test('what an API says of its refusal in the body alone is in the result', async () => {
  const server = await serve((request, response) => {
    if (request.url === '/token') return json(response, 200, { ...bearer, scope: '' })
    return json(response, 403, { error: 'insufficient_scope', error_description: 'orders:write is needed' })
  })
  const environmentId = await opened.add({ client_id: 'c', token_endpoint: `${server.url}/token` }, secrets)
  const run = await opened.run({ environmentId, callId: await opened.saveCall(environmentId, `${server.url}/api`) })
  expect(actOf(run, 'call')).toMatchObject({
    state: 'failed',
    result: { status: 403, error: 'insufficient_scope', error_description: 'orders:write is needed' },
  })
})

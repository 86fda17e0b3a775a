import type { Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import type { Phase } from '../../electron/contract/exchange.ts'
import type { FlowProgress } from '../../electron/contract/flow.ts'
import { hangingPort } from '../support/full-backlog.ts'
import { actOf, type FlowApi, openFlowApi, statesOf, patient } from './flow-running.ts'
import { bearer, json, misbehavingServers, secrets } from './misbehaving-servers.ts'
import { context } from './test-api.ts'
import { answering, listen } from './transport-servers.ts'

let opened: FlowApi
const { serve, closeAll } = misbehavingServers()

beforeEach(() => {
  opened = openFlowApi(null)
})
afterEach(async () => {
  opened.close()
  await closeAll()
})

const progressOf = ({ notices }: FlowApi): FlowProgress[] =>
  notices.flatMap((notice) => (notice.kind === 'flow_progress' ? [notice.progress] : []))

test('each phase is reported when it begins, with those before it and how long they took', async () => {
  const server = await serve((_, response) => json(response, 200, { ...bearer, scope: '' }))
  const token_endpoint = `${server.url.replace('127.0.0.1', 'localhost')}/token?tenant=7`
  const environmentId = await opened.add({ client_id: 'c', token_endpoint }, secrets)
  const run = await opened.run({ environmentId })
  const progress = progressOf(opened)
  const phases: Phase[] = ['dns', 'connect', 'send', 'wait', 'download']
  expect(progress.map(({ phase }) => phase)).toEqual(phases)
  expect(progress.map(({ elapsed }) => elapsed.map(({ phase }) => phase))).toEqual(
    phases.map((_, index) => phases.slice(0, index)),
  )
  expect(progress.every(({ elapsed }) => elapsed.every(({ ms }) => ms >= 0))).toBe(true)
  expect(progress[0]).toMatchObject({
    runId: run.id,
    environmentId,
    act: 'token',
    purpose: 'token',
    method: 'POST',
    url: token_endpoint,
  })
  expect(opened.notices.filter(({ kind }) => kind === 'exchange_progress')).toEqual([])
})

test('a run is reported when each act begins and when it ends, and once at its end', async () => {
  const server = await serve((request, response) =>
    json(response, 200, request.url === '/token' ? { ...bearer, scope: '' } : { active: true }),
  )
  const endpoints = { token_endpoint: `${server.url}/token`, introspection_endpoint: `${server.url}/introspect` }
  const environmentId = await opened.add({ client_id: 'c', ...endpoints }, secrets)
  const run = await opened.run({ environmentId })
  const runs = opened.notices.flatMap((notice) => (notice.kind === 'flow_run' ? [notice.run] : []))
  expect(runs.map((each) => [each.state, ...Object.values(statesOf(each))].join(' '))).toEqual([
    'running running waiting waiting waiting',
    'running passed waiting waiting waiting',
    'running passed left_out: opaque_token running waiting',
    'running passed left_out: opaque_token passed waiting',
    'passed passed left_out: opaque_token passed left_out: no_call',
  ])
  expect(runs.at(-1)).toEqual(run)
})

test('the key set that a verification fetches, the redirects and the retries are reported with their own URLs', async () => {
  const server = await serve((request, response) => {
    if (request.url === '/token') return json(response, 200, { ...bearer, scope: '' })
    if (request.url === '/api') return void response.writeHead(307, { location: '/moved' }).end()
    return json(response, 200, {})
  })
  const environmentId = await opened.add({ client_id: 'c', token_endpoint: `${server.url}/token` }, secrets)
  const callId = await opened.saveCall(environmentId, `${server.url}/api`, { followRedirects: true })
  await opened.run({ environmentId, callId })
  const begun = progressOf(opened).filter(({ elapsed }) => elapsed.length === 0)
  expect(begun.map(({ url }) => new URL(url).pathname)).toEqual(['/token', '/api', '/moved'])
})

test('a secret in the URL of a request is in no notice, nor is the token that an API repeats there', async () => {
  const server = await serve((request, response) => {
    const token = request.headers.authorization?.slice('Bearer '.length)
    if (request.url === '/token') return json(response, 200, { ...bearer, access_token: canary, scope: '' })
    if (request.url?.startsWith('/api')) return void response.writeHead(302, { location: `/at/${token}` }).end()
    return json(response, 200, {})
  })
  const canary = 'canary-of-the-opaque-token-0123456789'
  const environmentId = await opened.add({ client_id: 'c', token_endpoint: `${server.url}/token` }, secrets)
  const url = `${server.url}/api?api_key=hunter2-hunter2`
  const callId = await opened.saveCall(environmentId, url, { followRedirects: true })
  const run = await opened.run({ environmentId, callId })
  expect(server.requests.at(-1)?.url).toBe(`/at/${canary}`)
  const said = JSON.stringify([opened.notices, run, await opened.api.getFlowRun({ id: run.id }, context)])
  expect(said).not.toContain(canary)
  expect(said).not.toContain('hunter2')
  expect(said).not.toContain(secrets.client_secret)
})

describe('a server that hangs', () => {
  const hanging: [Phase, () => Promise<{ url: string; close: () => Promise<void> }>][] = [
    ['connect', async () => at('http', await hangingPort())],
    ['tls', async () => at('https', await listen(() => {}))],
    ['wait', async () => at('http', await listen(() => {}))],
    ['download', async () => at('http', await answering('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nhalf'))],
  ]
  const at = (scheme: string, { port, close }: { port: number; close: () => Promise<void> }) => ({
    url: `${scheme}://127.0.0.1:${port}`,
    close,
  })

  test.for(hanging)('in %s is seen there, and a cancel ends the run at once', async ([phase, start]) => {
    const server = await start()
    const environmentId = await opened.add({ client_id: 'c', token_endpoint: `${server.url}/token` }, secrets)
    const controller = new AbortController()
    const running = opened.run({ environmentId }, { signal: controller.signal })
    await expect.poll(() => progressOf(opened).at(-1)?.phase, patient).toBe(phase)
    expect(await opened.api.listFlowRuns({ environmentId }, context)).toMatchObject([{ state: 'running' }])
    controller.abort()
    const run = await running
    expect(run.state).toBe('cancelled')
    expect(statesOf(run)).toEqual({
      token: 'cancelled',
      verify: 'left_out: stopped',
      introspect: 'left_out: stopped',
      call: 'left_out: stopped',
    })
    expect(actOf(run, 'token')).toMatchObject({
      result: { kind: 'unreachable', failure: { code: 'cancelled', phase } },
      exchanges: [{ failure: 'cancelled', failedAt: phase }],
    })
    expect(await opened.api.listFlowRuns({ environmentId }, context)).toMatchObject([
      { state: 'cancelled', stoppedAt: 'token' },
    ])
    await server.close()
  })

  test('in the handshake of a proxy is seen there, and a time limit fails the run', async () => {
    const sockets: Socket[] = []
    const proxy = await listen((socket) => void sockets.push(socket))
    const { network } = newEnvironment
    const environmentId = await opened.add(
      {
        client_id: 'c',
        token_endpoint: 'https://as.example/token',
        network: {
          ...network,
          proxy: { ...network.proxy, mode: 'explicit', url: `http://127.0.0.1:${proxy.port}` },
          timeLimits: { ...network.timeLimits, connect: 300 },
        },
      },
      secrets,
    )
    const run = await opened.run({ environmentId })
    expect(progressOf(opened).at(-1)).toMatchObject({ phase: 'proxy', url: 'https://as.example/token' })
    expect(statesOf(run)).toMatchObject({ token: 'failed', call: 'left_out: stopped' })
    expect(actOf(run, 'token').exchanges).toMatchObject([{ failure: 'timeout', failedAt: 'proxy' }])
    expect(run.plan.proxy).toBe(`127.0.0.1:${proxy.port}`)
    await proxy.close()
  })
})

test('a run that is cancelled before it begins sends nothing', async () => {
  const server = await serve((_, response) => json(response, 200, bearer))
  const environmentId = await opened.add({ client_id: 'c', token_endpoint: `${server.url}/token` }, secrets)
  const run = await opened.run({ environmentId }, { signal: AbortSignal.abort() })
  expect(run.state).toBe('cancelled')
  expect(statesOf(run)).toMatchObject({ token: 'cancelled', verify: 'left_out: stopped' })
  expect(server.requests).toEqual([])
})

test('a cancel between two acts keeps what passed, and cancels the next', async () => {
  const controller = new AbortController()
  const cancelling = openFlowApi(null, {
    notify: (notice) => {
      const isAfterToken = notice.kind === 'flow_run' && notice.run.acts[0]?.state === 'passed'
      if (isAfterToken) controller.abort()
    },
  })
  const server = await serve((_, response) => json(response, 200, { ...bearer, scope: '' }))
  const environmentId = await cancelling.add({ client_id: 'c', token_endpoint: `${server.url}/token` }, secrets)
  const callId = await cancelling.saveCall(environmentId, `${server.url}/api`)
  const run = await cancelling.run({ environmentId, callId }, { signal: controller.signal })
  expect(statesOf(run)).toMatchObject({ token: 'passed', verify: 'left_out: opaque_token', call: 'cancelled' })
  expect(server.requests).toHaveLength(1)
  cancelling.close()
})

test('a cancel while a narrowed token is used leaves the token that was held', async () => {
  const server = await serve((request, response, count) => {
    if (request.url === '/token') json(response, 200, { ...bearer, access_token: `token-number-${count}` })
  })
  const environmentId = await opened.add(
    { client_id: 'c', token_endpoint: `${server.url}/token`, scope: 'a b' },
    secrets,
  )
  await opened.api.requestToken({ environmentId }, context)
  const callId = await opened.saveCall(environmentId, `${server.url}/api`)
  const controller = new AbortController()
  const running = opened.run({ environmentId, scenario: 'narrow', callId, scope: 'a' }, { signal: controller.signal })
  await expect.poll(() => server.requests.length, patient).toBe(3)
  controller.abort()
  expect(statesOf(await running)).toEqual({ token: 'passed', call: 'cancelled' })
  expect(await opened.api.revealToken({ environmentId }, context)).toBe('token-number-1')
})

import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorkspace } from '../../electron/core/workspace/workspace.ts'
import { maxFlowRuns } from '../../electron/vocabulary/flow.ts'
import { encodingsIn } from '../support/canary.ts'
import { filesHolding } from '../support/profile-scan.ts'
import { madeToken } from '../support/made-token.ts'
import { actOf, openFlowApi, statesOf, patient } from './flow-running.ts'
import { bearer, json, misbehavingServers, secrets } from './misbehaving-servers.ts'
import { context } from './test-api.ts'

const { serve, closeAll } = misbehavingServers()
/** Of characters that a header field and a scope may have. */
const newCanary = () => `canary-${randomBytes(18).toString('base64url')}`
let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ccx-flow-kept-'))
  file = path.join(folder, 'workspace.sqlite')
})
afterEach(async () => {
  await closeAll()
  rmSync(folder, { recursive: true })
})

test('a run that was under way when the app ended is interrupted, and so is its act', async () => {
  const server = await serve((request, response) => {
    if (request.url === '/token') json(response, 200, { ...bearer, scope: '' })
  })
  const before = openFlowApi(null, { workspace: openWorkspace(file) })
  const endpoints = { token_endpoint: `${server.url}/token`, introspection_endpoint: `${server.url}/introspect` }
  const environmentId = await before.add({ client_id: 'c', ...endpoints }, secrets)
  const controller = new AbortController()
  const running = before.run({ environmentId }, { signal: controller.signal })
  await expect.poll(() => server.requests.length, patient).toBe(2)

  // What another start would find now.
  const after = openFlowApi(null, { workspace: openWorkspace(file) })
  const [listed] = await after.api.listFlowRuns({ environmentId }, context)
  expect(listed).toMatchObject({ state: 'interrupted', stoppedAt: 'introspect', ms: null })
  const run = await after.api.getFlowRun({ id: listed?.id ?? '' }, context)
  expect(run && statesOf(run)).toEqual({
    token: 'passed',
    verify: 'left_out: opaque_token',
    introspect: 'interrupted',
    call: 'left_out: stopped',
  })
  after.close()

  expect(await before.api.getFlowRun({ id: listed?.id ?? '' }, context)).toMatchObject({ state: 'running' })
  controller.abort()
  const ended = await running
  expect(await before.api.getFlowRun({ id: ended.id }, context)).toEqual(ended)
  expect(await before.api.listFlowRuns({ environmentId }, context)).toMatchObject([{ state: 'cancelled' }])
  before.close()
})

test(`of more than ${maxFlowRuns} runs the oldest go, and those of another environment stay`, async () => {
  const opened = openFlowApi(null)
  const environmentId = await opened.add({ client_id: 'c' })
  const other = await opened.add({ client_id: 'd' })
  await opened.run({ environmentId: other })
  for (let number = 0; number < maxFlowRuns + 5; number += 1) {
    await opened.run({ environmentId }, { flowId: `flow-${number}` })
  }
  const listed = await opened.api.listFlowRuns({ environmentId }, context)
  expect(listed.map(({ id }) => id)).toEqual(
    Array.from({ length: maxFlowRuns }, (_, index) => `flow-${maxFlowRuns + 4 - index}`),
  )
  expect(await opened.api.getFlowRun({ id: 'flow-4' }, context)).toBeNull()
  expect(await opened.api.listFlowRuns({ environmentId: other }, context)).toHaveLength(1)
  opened.close()
})

test('runs go with their environment, and come back when its deletion is undone', async () => {
  const opened = openFlowApi(null)
  const environmentId = await opened.add({ client_id: 'c' })
  const run = await opened.run({ environmentId })
  await opened.api.deleteEnvironment({ environmentId }, context)
  expect(await opened.tryRun({ environmentId })).toMatchObject({ kind: 'not_sent' })
  await opened.api.restoreEnvironment({ environmentId }, context)
  expect(await opened.api.listFlowRuns({ environmentId }, context)).toMatchObject([{ id: run.id }])
  opened.workspace.environments.erase(environmentId)
  expect(await opened.api.getFlowRun({ id: run.id }, context)).toBeNull()
  opened.close()
})

test('a full disk does not stop a run: it is given whole, and one warning says that it is not kept', async () => {
  const workspace = openWorkspace(':memory:')
  const full = (): never => {
    throw new Error('The disk is full.')
  }
  const opened = openFlowApi(null, { workspace: { ...workspace, flowRuns: { ...workspace.flowRuns, put: full } } })
  const server = await serve((request, response) =>
    json(response, 200, request.url === '/token' ? { ...bearer, scope: '' } : { active: true }),
  )
  const endpoints = { token_endpoint: `${server.url}/token`, introspection_endpoint: `${server.url}/introspect` }
  const environmentId = await opened.add({ client_id: 'c', ...endpoints }, secrets)
  const run = await opened.run({ environmentId })
  expect(run.state).toBe('passed')
  expect(actOf(run, 'introspect').exchanges).toHaveLength(1)
  const failure = { code: 'system', evidence: { message: 'The disk is full.' } }
  expect(opened.notices.filter(({ kind }) => kind === 'flow_run_not_kept')).toEqual([
    { kind: 'flow_run_not_kept', failure },
  ])
  expect(await opened.api.listFlowRuns({ environmentId }, context)).toEqual([])
  opened.close()
})

test('exchanges that a full disk does not record are in the run all the same', async () => {
  const workspace = openWorkspace(':memory:')
  const full = (): never => {
    throw new Error('The disk is full.')
  }
  const opened = openFlowApi(null, { workspace: { ...workspace, exchanges: { ...workspace.exchanges, add: full } } })
  const server = await serve((_, response) => json(response, 200, { ...bearer, scope: '' }))
  const environmentId = await opened.add({ client_id: 'c', token_endpoint: server.url }, secrets)
  expect(actOf(await opened.run({ environmentId }), 'token').exchanges).toMatchObject([{ status: 200 }])
  opened.close()
})

test('a mistake of ours ends the run as failed, is not hidden, and does not keep the next from being run', async () => {
  const workspace = openWorkspace(':memory:')
  let isBroken = true
  const opened = openFlowApi(null, {
    workspace,
    transport: () => Promise.reject(new Error(isBroken ? 'A bug.' : 'Another.')),
  })
  const environmentId = await opened.add({ client_id: 'c', token_endpoint: 'https://as.example/token' }, secrets)
  await expect(opened.run({ environmentId })).rejects.toThrow('A bug.')
  expect(await opened.api.listFlowRuns({ environmentId }, context)).toMatchObject([
    { state: 'failed', stoppedAt: 'token' },
  ])
  isBroken = false
  await expect(opened.run({ environmentId })).rejects.toThrow('Another.')
  opened.close()
})

test('names of 200 characters, and those that run from right to left, are kept as they are', async () => {
  const opened = openFlowApi(null)
  const name = 'بيئة '.repeat(40)
  const environmentId = await opened.add({ name, client_id: 'ש'.repeat(200), scope: 'x'.repeat(1000) })
  const run = await opened.run({ environmentId })
  expect(run.plan).toMatchObject({ client_id: 'ש'.repeat(200), scope: 'x'.repeat(1000) })
  expect(await opened.api.getFlowRun({ id: run.id }, context)).toEqual(run)
  opened.close()
})

test('no secret and no token is in a run, in a notice or on the disk, though servers repeat them everywhere', async () => {
  const client_secret = newCanary()
  const token = madeToken(
    { iss: client_secret, aud: client_secret },
    { alg: 'RS256' },
    randomBytes(32).toString('base64url'),
  )
  const server = await serve((request, response) => {
    const repeated = `${client_secret} ${token}`
    if (request.url === '/token') {
      return json(response, 200, { access_token: token, token_type: 'Bearer', expires_in: 60, scope: client_secret })
    }
    if (request.url === '/introspect') return json(response, 200, { active: true, sub: repeated })
    const challenge = `Bearer error="invalid_token", error_description="${repeated}", scope="${client_secret}"`
    return json(response, 401, { error: 'invalid_token' }, { 'www-authenticate': challenge })
  })
  const opened = openFlowApi(null, { workspace: openWorkspace(file) })
  const endpoints = { token_endpoint: `${server.url}/token`, introspection_endpoint: `${server.url}/introspect` }
  const environmentId = await opened.add({ client_id: 'c', ...endpoints, scope: 'a b' }, { client_secret })
  const callId = await opened.saveCall(environmentId, `${server.url}/api`)
  const runs = [
    await opened.run({ environmentId, callId }),
    await opened.run({ environmentId, callId, tokenChoice: 'reuse' }),
    await opened.run({ environmentId, callId, from: 'call' }),
    await opened.run({ environmentId, callId, scenario: 'narrow', scope: 'a' }),
  ]
  expect(runs.map(({ acts }) => acts.at(-1)?.result)).toMatchObject(
    Array.from({ length: 4 }, () => ({ status: 401, error: 'invalid_token' })),
  )
  const forbidden = [client_secret, token.split('.')[2] ?? '']
  const said = Buffer.from(JSON.stringify([runs, opened.notices]))
  expect(encodingsIn(said, forbidden)).toEqual([])
  opened.close()
  expect(filesHolding(folder, forbidden)).toEqual([])
})

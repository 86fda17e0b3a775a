import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Sandbox, startSandbox } from '../../electron/sandbox/start.ts'
import type { DriftKind } from '../../electron/vocabulary/drift.ts'
import type { SandboxChange } from '../../electron/vocabulary/sandbox-changes.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'
import { newestEvents } from '../support/newest-events.ts'

const environmentId = 'sandbox'
let sandbox: Sandbox
let app: TestApi

beforeEach(async () => {
  sandbox = await startSandbox()
  app = openTestApi(sandbox.facts)
})
afterEach(async () => {
  app.close()
  await sandbox.close()
})

async function request(times: number): Promise<void> {
  for (let index = 0; index < times; index += 1) await app.api.requestToken({ environmentId }, context)
}

/** The keys are then known. */
const verify = () =>
  app.api.verifyToken(
    { token: { kind: 'held', environmentId }, environmentId, keys: { kind: 'jwks', fresh: false } },
    context,
  )

const raised = (): DriftKind[] => app.workspace.drift.list(environmentId).map(({ kind }) => kind)

const cases: { change: SandboxChange; before: number; after: number; kinds: DriftKind[] }[] = [
  { change: 'new_key', before: 2, after: 2, kinds: ['signing_key'] },
  { change: 'short_lifetime', before: 2, after: 2, kinds: ['lifetime'] },
  { change: 'lost_scope', before: 2, after: 2, kinds: ['scopes_lost'] },
  { change: 'new_audience', before: 2, after: 2, kinds: ['audience'] },
  { change: 'slow_answers', before: 5, after: 6, kinds: ['latency'] },
  { change: 'failures', before: 2, after: 4, kinds: ['outage'] },
]

test.each(cases)('$change of the sandbox is found once, as drift', { timeout: 40_000 }, async (each) => {
  const { change, before, after, kinds } = each
  await request(before)
  await verify()
  await vi.waitFor(() => expect(app.workspace.exchanges.list(environmentId, 99).length).toBeGreaterThanOrEqual(before))
  expect(raised()).toEqual([])
  sandbox.change([change])
  await request(after)
  await vi.waitFor(() => expect(raised()).toEqual(kinds))
  sandbox.change([])
  await request(1)
  await vi.waitFor(() => expect(raised()).toEqual(kinds))
})

test('a watch requests, introspects and calls, is said, and ends', async () => {
  const [call] = await app.api.listApiCalls({ environmentId }, context)
  const watch = { environmentId, minutes: 1, callId: call?.id ?? null, introspects: true }
  expect(await app.api.setWatch(watch, context)).toBe(true)
  await vi.waitFor(async () =>
    expect(await app.api.listWatches(undefined, context)).toMatchObject([
      { ...watch, lastVerdict: expect.stringMatching(/good|noted/), paused: null },
    ]),
  )
  const purposes = app.workspace.exchanges.list(environmentId, 99).map(({ purpose }) => purpose)
  expect(purposes).toEqual(expect.arrayContaining(['token', 'introspection', 'api']))
  expect(await app.api.listTokens(undefined, context)).toEqual([])
  await app.api.endWatch({ environmentId }, context)
  expect(await app.api.listWatches(undefined, context)).toEqual([])
  const kinds = newestEvents(app.workspace, 99).map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind === 'watch_changed')).toHaveLength(2)
  // Thousands a day would push all else out of the audit trail.
  expect(kinds).not.toContain('token_issued')
})

test('a watch whose secret is asked for each time is paused, and sends nothing', async () => {
  const id = await app.add({
    token_endpoint: sandbox.facts.token_endpoint,
    client_id: 'sandbox-jwt',
    secretSources: { client_secret: { kind: 'ask' } },
  })
  await app.api.answerSecret({ environmentId: id, name: 'client_secret', value: 'an answer' }, context)
  await app.api.setWatch({ environmentId: id, minutes: 1, callId: null, introspects: false }, context)
  await vi.waitFor(async () =>
    expect(await app.api.listWatches(undefined, context)).toMatchObject([{ paused: 'secret_asked', lastAt: null }]),
  )
  expect(app.workspace.exchanges.list(id, 9)).toEqual([])
})

test('no more environments are watched than may be', async () => {
  for (let index = 0; index < 10; index += 1) {
    const id = await app.add({})
    app.workspace.watches.put({ environmentId: id, minutes: 1440, callId: null, introspects: false })
  }
  const watch = { environmentId, minutes: 1, callId: null, introspects: false }
  expect(await app.api.setWatch(watch, context)).toBe(false)
  expect(await app.api.setWatch({ ...watch, environmentId: 'gone' }, context)).toBe(false)
})

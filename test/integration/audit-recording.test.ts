import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AuditEvent } from '../../electron/contract/audit.ts'
import { openWorkspace, type Workspace } from '../../electron/core/workspace/workspace.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'
import { tokenEndpoint } from './token-endpoint.ts'
import { newestEvents } from '../support/newest-events.ts'

let server: Awaited<ReturnType<typeof tokenEndpoint>>
let workspace: Workspace
let running: TestApi

beforeEach(async () => {
  server = await tokenEndpoint(new Set(['old', 'new']))
  workspace = openWorkspace(':memory:')
  running = openTestApi(null, { workspace })
})
afterEach(async () => {
  running.close()
  await server.close()
})

/** What was recorded since it was last asked, in order. */
let seen = 0
beforeEach(() => {
  seen = 0
})
function recorded(): Pick<AuditEvent, 'kind' | 'detail'>[] {
  const all = newestEvents(workspace, 1000).toReversed()
  const fresh = all.slice(seen)
  seen = all.length
  return fresh.map(({ kind, detail }) => ({ kind, detail }))
}
const kinds = () => recorded().map(({ kind }) => kind)
const add = (secret = 'old') =>
  running.add({ name: 'Orders', client_id: 'c', token_endpoint: server.url }, { client_secret: secret })

test('a new environment with its secret is two entries, which name it', async () => {
  await add()
  expect(recorded()).toEqual([
    { kind: 'environment_created', detail: { environment: 'Orders' } },
    { kind: 'secret_set', detail: { secret: 'client_secret', environment: 'Orders' } },
  ])
})

test('a change names its fields and the servers before and after, and no other value', async () => {
  const environmentId = await add()
  recorded()
  await running.change(environmentId, {
    token_endpoint: 'https://as.example/token?key=hidden',
    parameters: [{ name: 'resource_key', value: 'hidden' }],
    scope: 'orders.read',
  })
  const [event] = recorded()
  expect(event).toEqual({
    kind: 'environment_changed',
    detail: {
      fields: 'token_endpoint, scope, parameters',
      token_endpoint: `${new URL(server.url).origin} → https://as.example`,
      environment: 'Orders',
    },
  })
  await running.change(environmentId, {})
  expect(recorded()).toEqual([])
})

test('an environment that is deleted, restored and copied keeps its name in the trail', async () => {
  const environmentId = await add()
  recorded()
  await running.api.deleteEnvironment({ environmentId }, context)
  await running.api.deleteEnvironment({ environmentId }, context)
  await running.api.restoreEnvironment({ environmentId }, context)
  await running.api.restoreEnvironment({ environmentId }, context)
  await running.api.duplicateEnvironment({ environmentId }, context)
  expect(recorded()).toEqual([
    { kind: 'environment_deleted', detail: { environment: 'Orders' } },
    { kind: 'environment_restored', detail: { environment: 'Orders' } },
    { kind: 'environment_created', detail: { copy_of: 'Orders', environment: 'Orders (copy)' } },
  ])
})

test('a secret that is replaced by one that works, discarded or deleted is recorded once each', async () => {
  const environmentId = await add()
  const replacing = { secrets: { client_secret: 'new' }, keepOld: ['client_secret' as const] }
  recorded()
  await running.change(environmentId, replacing)
  await running.api.requestToken({ environmentId }, context)
  expect(kinds()).toEqual(['secret_set', 'secret_rotated', 'token_issued'])
  await running.change(environmentId, replacing)
  const ofSecret = { environmentId, name: 'client_secret' } as const
  await running.api.discardNewSecret(ofSecret, context)
  await running.api.discardNewSecret(ofSecret, context)
  await running.api.forgetSecret(ofSecret, context)
  await running.api.forgetSecret(ofSecret, context)
  expect(recorded().map(({ kind, detail }) => [kind, detail['which']])).toEqual([
    ['secret_set', undefined],
    ['secret_forgotten', 'new'],
    ['secret_forgotten', undefined],
  ])
})

test('a token request is recorded by its end, and what a person does with the token, without the token', async () => {
  const environmentId = await add()
  recorded()
  await running.api.requestToken({ environmentId }, context)
  await running.api.revealToken({ environmentId }, context)
  await running.api.copyToken({ environmentId }, context)
  await running.api.copyAsCurl({ kind: 'token', environmentId }, context)
  await running.change(environmentId, { secrets: { client_secret: 'other' } })
  await running.api.requestToken({ environmentId }, context)
  const events = recorded()
  expect(events.map(({ kind }) => kind)).toEqual([
    'token_issued',
    'token_revealed',
    'token_copied',
    'secret_copied',
    'secret_set',
    'token_refused',
  ])
  expect(events[0]?.detail).toMatchObject({ method: 'client_secret_basic', environment: 'Orders' })
  expect(events.at(-1)?.detail).toMatchObject({ error: 'invalid_client', status: '401' })
  expect(JSON.stringify(events)).not.toContain('token-1')
})

test('of an environment that is not recorded, token requests are not either, and what is done with secrets is', async () => {
  const environmentId = await add()
  await running.api.setRecording({ environmentId, isRecorded: false }, context)
  recorded()
  await running.api.requestToken({ environmentId }, context)
  await running.api.revealToken({ environmentId }, context)
  await running.api.revealSecret({ environmentId, name: 'client_secret' }, context)
  expect(kinds()).toEqual(['token_revealed', 'secret_revealed'])
})

test('a token is not shown or copied when that cannot be recorded, and is still held', async () => {
  const environmentId = await add()
  await running.api.requestToken({ environmentId }, context)
  const full = (): never => {
    throw new Error('The disk is full.')
  }
  const { audit } = workspace
  const add_ = audit.add
  workspace.audit.add = full
  await expect(running.api.revealToken({ environmentId }, context)).rejects.toThrow('full')
  await expect(running.api.copyToken({ environmentId }, context)).rejects.toThrow('full')
  expect(running.copied).toEqual([])
  workspace.audit.add = add_
  expect(await running.api.revealToken({ environmentId }, context)).toBe('token-1')
})

test('a setting that is saved is not lost when it cannot be recorded', async () => {
  const environmentId = await add()
  const { audit } = workspace
  const add_ = audit.add
  workspace.audit.add = () => {
    throw new Error('The disk is full.')
  }
  expect(await running.change(environmentId, { scope: 'a' })).toMatchObject({ kind: 'saved' })
  workspace.audit.add = add_
})

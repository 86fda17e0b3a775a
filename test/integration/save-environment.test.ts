import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Notice } from '../../electron/contract/events.ts'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { openWorkspace, type Workspace } from '../../electron/core/workspace/workspace.ts'
import { memoryKeyring, type MemoryKeyring } from '../support/memory-keyring.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'

const value = { ...newEnvironment, name: 'Orders', client_id: 'orders', token_endpoint: 'https://as.example/token' }
const secrets = { client_secret: 'secret', proxy_password: 'password' }
let workspace: Workspace
let keyring: MemoryKeyring
let notices: Notice[]
let running: TestApi

beforeEach(() => {
  workspace = openWorkspace(':memory:')
  keyring = memoryKeyring()
  notices = []
  running = openTestApi(null, { workspace, keyring, notify: (notice) => notices.push(notice) })
})
afterEach(() => running.close())

const names = () => workspace.environments.list().map(({ value: { name } }) => name)

test('without a keyring a new environment with a secret is not saved, and the answer says why', async () => {
  keyring.named = null
  const before = names()
  const toSave = { id: null, value, secrets, keepOld: [] }
  expect(await running.api.saveEnvironment(toSave, context)).toMatchObject({
    kind: 'not_kept',
    storage: { kind: 'unavailable' },
  })
  expect(names()).toEqual(before)
  expect([workspace.secrets.count(), workspace.dataKey.get(), notices]).toEqual([0, null, []])
})

test('while the keyring is locked nothing of an environment is changed', async () => {
  const id = await running.add(value, { client_secret: 'old' })
  const intact = [workspace.environments.get(id), workspace.secrets.list(id), workspace.secretBindings.all(id)]
  keyring.named = null
  running = openTestApi(null, { workspace, keyring })
  const moved = { ...value, name: 'Moved', token_endpoint: 'https://other.example/token' }
  const outcome = await running.api.saveEnvironment({ id, value: moved, secrets, keepOld: [] }, context)
  expect(outcome).toMatchObject({ kind: 'not_kept', storage: { kind: 'locked', stored: 1 } })
  const found = [workspace.environments.get(id), workspace.secrets.list(id), workspace.secretBindings.all(id)]
  expect(found).toEqual(intact)
})

test('an environment without a secret to store needs no keyring', async () => {
  keyring.named = null
  const ofSession = { ...value, secretSources: { client_secret: { kind: 'session' } } } as const
  const toSave = { id: null, value: ofSession, secrets: { client_secret: 'secret' }, keepOld: [] }
  const outcome = await running.api.saveEnvironment(toSave, context)
  expect(outcome).toMatchObject({ kind: 'saved', environment: { secrets: { client_secret: { kind: 'session' } } } })
  expect(workspace.secrets.count()).toBe(0)
})

test('an environment that was deleted meanwhile is not brought back, and its secrets are not stored', async () => {
  const id = await running.add(value)
  const wrap = keyring.wrap
  keyring.wrap = async (text) => {
    await running.api.deleteEnvironment({ environmentId: id }, context)
    return wrap(text)
  }
  expect(await running.api.saveEnvironment({ id, value, secrets, keepOld: [] }, context)).toEqual({ kind: 'gone' })
  expect([workspace.environments.get(id), workspace.secrets.count()]).toEqual([null, 0])
})

test('secrets are bound to the servers that are saved with them, by the way that is saved with them', async () => {
  const id = await running.add(value, { client_secret: 'old' })
  const url = 'http://proxy.example:3128'
  const network = { ...value.network, proxy: { ...value.network.proxy, mode: 'explicit', url } } as const
  const moved = { ...value, token_endpoint: 'https://other.example/token', network }
  await running.api.saveEnvironment({ id, value: moved, secrets, keepOld: [] }, context)
  expect(workspace.secretBindings.all(id)).toMatchObject([
    { name: 'client_secret', origin: 'https://other.example', way: { proxy: url } },
    { name: 'proxy_password', origin: url, way: { proxy: url } },
  ])
})

test('a new secret waits beside the old one only where there is an old one', async () => {
  const id = await running.add(value, { client_secret: 'old' })
  const names = ['client_secret', 'proxy_password'] as const
  await running.api.saveEnvironment({ id, value, secrets, keepOld: [...names] }, context)
  const slots = workspace.secrets.list(id).map(({ name, slot }) => `${name} ${slot}`)
  expect(slots.toSorted()).toEqual(['client_secret current', 'client_secret next', 'proxy_password current'])
})

test('saving says once that environments changed and entries were recorded, and of secrets only where there are some', async () => {
  const kinds = () => notices.map(({ kind }) => kind).toSorted()
  await running.api.saveEnvironment({ id: null, value, secrets, keepOld: [] }, context)
  expect(kinds()).toEqual(['audit_changed', 'environments_changed', 'secret_storage_changed'])
  notices.length = 0
  await running.api.saveEnvironment({ id: null, value, secrets: {}, keepOld: [] }, context)
  expect(kinds()).toEqual(['audit_changed', 'environments_changed'])
})

import { afterEach, beforeEach, expect, test } from 'vitest'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { openWorkspace, type Workspace } from '../../electron/core/workspace/workspace.ts'
import { memoryKeyring, type MemoryKeyring } from '../support/memory-keyring.ts'
import { codesOf, context, openTestApi, type TestApi } from './test-api.ts'
import { tokenEndpoint } from './token-endpoint.ts'
import { newApiRequest } from '../../electron/catalogue/new-api-request.ts'
import { newestEvents } from '../support/newest-events.ts'

const accepted = new Set<string>()
let server: Awaited<ReturnType<typeof tokenEndpoint>>
let workspace: Workspace
let keyring: MemoryKeyring
let now: number
let running: TestApi

/** Core as after a start of the app: same workspace, nothing in memory. */
const start = () => openTestApi(null, { workspace, keyring, now: () => now })

beforeEach(async () => {
  accepted.clear()
  accepted.add('old')
  server = await tokenEndpoint(accepted)
  workspace = openWorkspace(':memory:')
  keyring = memoryKeyring()
  now = Date.parse('2026-11-24T12:00:00Z')
  running = start()
})
afterEach(async () => {
  running.close()
  await server.close()
})

const add = (secret = 'old') => running.add({ client_id: 'c', token_endpoint: server.url }, { client_secret: secret })
const stateOf = async (environmentId: string, name: 'client_secret' = 'client_secret') => {
  const environment = await running.api.getEnvironment({ environmentId }, context)
  return environment?.secrets[name]
}
const request = (environmentId: string) => running.api.requestToken({ environmentId }, context)
const rotate = (environmentId: string, value: string) =>
  running.change(environmentId, { secrets: { client_secret: value }, keepOld: ['client_secret'] })

test('a secret that cannot be kept is not half kept: the answer says why, the state stays, nothing is sent', async () => {
  keyring.named = null
  const environmentId = await add('')
  expect(await running.change(environmentId, { secrets: { client_secret: 'old' } })).toMatchObject({
    kind: 'not_kept',
    storage: { kind: 'unavailable' },
  })
  expect(await stateOf(environmentId)).toEqual({ kind: 'none', setAt: null, replacing: false })
  expect(await request(environmentId)).toMatchObject({ kind: 'not_sent', problems: [{ field: 'client_secret' }] })
  expect(server.received).toEqual([])
})

test('locked secrets keep the request from being sent, and unlocking is the way out', async () => {
  const environmentId = await add()
  keyring.named = null
  running = start()
  expect(await request(environmentId)).toMatchObject({
    kind: 'not_sent',
    problems: [{ field: 'client_secret', remedy: { kind: 'unlock' } }],
  })
  expect(server.received).toEqual([])
  keyring.named = 'gnome_libsecret'
  await running.api.unlockSecretStorage({ passphrase: null }, context)
  expect(await request(environmentId)).toMatchObject({ kind: 'issued' })
})

test('a stored secret is there after a start, and its age is known', async () => {
  const environmentId = await add()
  const setAt = now
  now += 86_400_000
  running = start()
  expect(await stateOf(environmentId)).toEqual({ kind: 'stored', setAt, replacing: false })
  expect(await request(environmentId)).toMatchObject({ kind: 'issued' })
  expect(server.received).toEqual(['old'])
})

test('a secret of the session is gone after a start, and never on disk', async () => {
  const sources = { secretSources: { client_secret: { kind: 'session' } } } as const
  const change = { client_id: 'c', token_endpoint: server.url, ...sources }
  const environmentId = await running.add(change, { client_secret: 'old' })
  expect(await stateOf(environmentId)).toMatchObject({ kind: 'session' })
  expect(workspace.secrets.count()).toBe(0)
  expect(await request(environmentId)).toMatchObject({ kind: 'issued' })
  running = start()
  expect(await stateOf(environmentId)).toMatchObject({ kind: 'none' })
})

test('a secret can be forgotten', async () => {
  const environmentId = await add()
  await running.api.forgetSecret({ environmentId, name: 'client_secret' }, context)
  expect(await stateOf(environmentId)).toMatchObject({ kind: 'none' })
  expect(workspace.secrets.count()).toBe(0)
})

test('a duplicate has the secrets of its original, sealed for itself', async () => {
  const environmentId = await add()
  const copy = await running.api.duplicateEnvironment({ environmentId }, context)
  expect(copy?.secrets.client_secret).toMatchObject({ kind: 'stored' })
  expect(await request(copy?.id ?? '')).toMatchObject({ kind: 'issued' })
})

test('a duplicate is kept with all of its secrets or not at all', async () => {
  const environmentId = await running.add({ client_id: 'c' }, { client_secret: 'one', proxy_password: 'other' })
  const { environments, secrets, apiCalls } = workspace
  const kept = () => [environments.list(), secrets.all(), apiCalls.list(environmentId)]
  const before = kept()
  let stored = 0
  const put: typeof secrets.put = (secret) => {
    stored += 1
    if (stored === 2) throw new Error('The disk is full.')
    secrets.put(secret)
  }
  running = openTestApi(null, { workspace: { ...workspace, secrets: { ...secrets, put } }, keyring })
  await expect(running.api.duplicateEnvironment({ environmentId }, context)).rejects.toThrow('The disk is full.')
  expect(kept()).toEqual(before)
})

test('while the secrets are locked a duplicate goes without them', async () => {
  const environmentId = await add()
  keyring.named = null
  running = start()
  const copy = await running.api.duplicateEnvironment({ environmentId }, context)
  expect(copy?.secrets.client_secret).toMatchObject({ kind: 'none' })
})

test('a new secret that is refused leaves the old one in use, and says so', async () => {
  const environmentId = await add()
  await rotate(environmentId, 'new')
  expect(await stateOf(environmentId)).toMatchObject({ kind: 'stored', replacing: true })
  const refused = await request(environmentId)
  expect(refused).toMatchObject({ kind: 'refused' })
  expect(codesOf(refused)).toContain('new_secret_refused')
  expect(await stateOf(environmentId)).toMatchObject({ replacing: true })

  await running.api.discardNewSecret({ environmentId, name: 'client_secret' }, context)
  expect(await stateOf(environmentId)).toMatchObject({ kind: 'stored', replacing: false })
  expect(await request(environmentId)).toMatchObject({ kind: 'issued' })
  expect(server.received).toEqual(['new', 'old'])
})

test('a new secret takes the place of the old one when it has obtained a token, not before', async () => {
  const environmentId = await add()
  const setAt = now
  now += 1000
  await rotate(environmentId, 'new')
  expect(await stateOf(environmentId)).toEqual({ kind: 'stored', setAt, replacing: true })
  accepted.add('new')
  accepted.delete('old')
  expect(await request(environmentId)).toMatchObject({ kind: 'issued' })
  expect(await stateOf(environmentId)).toEqual({ kind: 'stored', setAt: now, replacing: false })
  expect(await running.api.listTokens(undefined, context)).toMatchObject([{ stale: false }])
  running = start()
  expect(await request(environmentId)).toMatchObject({ kind: 'issued' })
  expect(server.received).toEqual(['new', 'new'])
})

test('a new secret that the request does not use is not taken for proved, and not for refused', async () => {
  const environmentId = await running.add(
    { client_id: 'c', token_endpoint: server.url },
    { client_secret: 'old', private_key: 'old key' },
  )
  await running.change(environmentId, { secrets: { private_key: 'new key' }, keepOld: ['private_key'] })
  expect(await request(environmentId)).toMatchObject({ kind: 'issued' })
  accepted.clear()
  expect(codesOf(await request(environmentId))).not.toContain('new_secret_refused')
  const slots = workspace.secrets.list(environmentId).filter(({ name }) => name === 'private_key')
  expect(slots.map(({ slot }) => slot).toSorted()).toEqual(['current', 'next'])
})

test('a secret that was discarded while it was tried does not prove the one that was set since', async () => {
  const environmentId = await add()
  accepted.add('new')
  await rotate(environmentId, 'new')
  const asked = request(environmentId)
  await running.api.discardNewSecret({ environmentId, name: 'client_secret' }, context)
  await rotate(environmentId, 'never tried')
  expect(await asked).toMatchObject({ kind: 'issued' })
  expect(await stateOf(environmentId)).toMatchObject({ replacing: true })
})

test('a token of a secret that was forgotten is not reused with the one that was set since', async () => {
  const environmentId = await add()
  await request(environmentId)
  await running.api.forgetSecret({ environmentId, name: 'client_secret' }, context)
  await running.change(environmentId, { secrets: { client_secret: 'other' } })
  expect(await running.api.listTokens(undefined, context)).toMatchObject([{ stale: true }])
})

test('while a new secret waits, everything but “Request token” uses the old one', async () => {
  const environmentId = await add()
  await rotate(environmentId, 'new')
  const call = {
    ...newApiRequest,
    url: `${server.origin}/api`,
  } as const
  await running.api.sendApiCall({ environmentId, request: call }, context)
  expect(server.received[0]).toBe('old')
  expect(await stateOf(environmentId)).toMatchObject({ replacing: true })
})

test('a first secret needs no old one to be kept', async () => {
  const environmentId = await running.add({ client_id: 'c', token_endpoint: server.url })
  await rotate(environmentId, 'old')
  expect(await stateOf(environmentId)).toMatchObject({ kind: 'stored', replacing: false })
})

test('revealing and copying a secret is recorded; failing to is not', async () => {
  const environmentId = await add()
  const secret = { environmentId, name: 'client_secret' } as const
  expect(await running.api.revealSecret({ environmentId, name: 'dpop_key' }, context)).toMatchObject({
    kind: 'not_there',
  })
  expect(await running.api.revealSecret(secret, context)).toEqual({ kind: 'revealed', value: 'old' })
  now += 1
  expect(await running.api.copySecret(secret, context)).toBeNull()
  expect(running.copied).toEqual(['old'])
  expect(newestEvents(running.workspace, 3)).toMatchObject([
    { kind: 'secret_copied', environmentId, detail: { secret: 'client_secret' } },
    { kind: 'secret_revealed', environmentId, detail: { secret: 'client_secret' } },
    { kind: 'secret_set' },
  ])
})

test('a secret that is asked for each time goes into one request and is forgotten', async () => {
  const sources = { secretSources: { client_secret: { kind: 'ask' } } } as const
  const environmentId = await running.add({ client_id: 'c', token_endpoint: server.url, ...sources })
  const answer = { environmentId, name: 'client_secret', value: 'old' } as const
  const asks = { kind: 'not_sent', problems: [{ remedy: { kind: 'answer', secret: 'client_secret' } }] }
  expect(await request(environmentId)).toMatchObject(asks)
  await running.api.answerSecret(answer, context)
  expect(await request(environmentId)).toMatchObject({ kind: 'issued' })
  expect(await request(environmentId)).toMatchObject(asks)
  const call = {
    ...newApiRequest,
    url: `${server.origin}/api`,
  } as const
  expect(await running.api.sendApiCall({ environmentId, request: call }, context)).toMatchObject({
    kind: 'answered',
    tokenUse: 'reused',
  })
})

test('a proxy password that is asked for is forgotten after any request', async () => {
  const url = server.origin.replace('127.0.0.1', 'localhost')
  const proxy = { mode: 'explicit', url, username: 'u', bypass: '127.0.0.1' } as const
  const environmentId = await running.add({
    client_id: 'c',
    jwks_uri: `${server.origin}/keys`,
    network: { ...newEnvironment.network, proxy },
    secretSources: { proxy_password: { kind: 'ask' } },
  })
  const stored = workspace.environments.get(environmentId)?.value ?? { ...newEnvironment, name: 'Test' }
  const { stage, network, jwks_uri } = stored
  const input = { environmentId, secrets: {}, stage, network, jwks_uri }
  const asks = { kind: 'not_sent', problems: [{ remedy: { kind: 'answer', secret: 'proxy_password' } }] }
  await running.api.answerSecret({ environmentId, name: 'proxy_password', value: 'p' }, context)
  expect(await running.api.listKeys(input, context)).not.toMatchObject({ kind: 'not_sent' })
  expect(await running.api.listKeys(input, context)).toMatchObject(asks)
})

test('a secret of an environment variable is read when it is needed, kept for a while, and read again after a refusal', async () => {
  const variables: Record<string, string> = { SECRET: 'old' }
  running = openTestApi(null, { workspace, keyring, now: () => now, variables })
  const source = { kind: 'environment_variable', variable: 'SECRET' } as const
  const change = { client_id: 'c', token_endpoint: server.url, secretSources: { client_secret: source } }
  const environmentId = await running.add(change)
  expect(await stateOf(environmentId)).toMatchObject({ kind: 'source' })
  await request(environmentId)
  variables['SECRET'] = 'second'
  await request(environmentId)
  now += 300_001
  expect(await request(environmentId)).toMatchObject({ kind: 'refused' })
  variables['SECRET'] = 'third'
  await request(environmentId)
  expect(server.received).toEqual(['old', 'old', 'second', 'third'])
})

test('with a time of zero a source is asked each time', async () => {
  const variables: Record<string, string> = { SECRET: 'old' }
  running = openTestApi(null, { workspace, keyring, variables })
  await running.api.setPreferences({ secretCacheSeconds: 0 }, context)
  const source = { kind: 'environment_variable', variable: 'SECRET' } as const
  const environmentId = await running.add({
    client_id: 'c',
    token_endpoint: server.url,
    secretSources: { client_secret: source },
  })
  await request(environmentId)
  variables['SECRET'] = 'second'
  await request(environmentId)
  expect(server.received).toEqual(['old', 'second'])
})

test('a preview asks no source on a network, and says when it is asked', async () => {
  const address = server.origin
  const source = {
    kind: 'vault',
    address,
    namespace: '',
    engine: 'kv2',
    mount: 'secret',
    path: 'app',
    key: 'k',
    version: 0,
    login: { method: 'token' },
    caFile: '',
  } as const
  const change = { client_id: 'c', token_endpoint: server.url, secretSources: { client_secret: source } }
  const environmentId = await running.add(change, { vault_token: 'root' })
  const value = { ...newEnvironment, ...change, name: 'Test' }
  const preview = { environmentId, value, secrets: {}, reveal: false } as const
  expect(await running.api.previewTokenRequest(preview, context)).toMatchObject({
    kind: 'not_sent',
    problems: [{ field: 'client_secret', code: 'secret_source_not_asked_yet' }],
  })
  expect(server.received).toEqual([])
})

import { generateKeyPairSync } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newApiRequest, newCallLabel } from '../../electron/catalogue/new-api-request.ts'
import type { EnvironmentInput } from '../../electron/contract/environment.ts'
import type { TypedSecrets } from '../../electron/contract/secret.ts'
import { openWorkspace, type Workspace } from '../../electron/core/workspace/workspace.ts'
import { gatheredCase } from '../support/gathered-case.ts'
import { memoryKeyring, type MemoryKeyring } from '../support/memory-keyring.ts'
import { bearer, json, misbehavingServers } from './misbehaving-servers.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'

let workspace: Workspace
let keyring: MemoryKeyring
let running: TestApi
let folder: string
const servers = misbehavingServers()

beforeEach(() => {
  workspace = openWorkspace(':memory:')
  keyring = memoryKeyring()
  running = openTestApi(null, { workspace, keyring })
  folder = mkdtempSync(path.join(tmpdir(), 'review-case-'))
})
afterEach(async () => {
  running.close()
  await servers.closeAll()
  rmSync(folder, { recursive: true, force: true })
})

const caseOf = (id: string) => gatheredCase({ workspace, keyring }, id)
const add = (value: Partial<EnvironmentInput>, secrets: TypedSecrets = {}) => running.add(value, secrets)
const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const token = `${base64url({ alg: 'RS256', kid: 'k1' })}.${base64url({ aud: 'orders', iat: 1000, exp: 4600 })}.c2lnbmF0dXJl`

/** A server that issues tokens, publishes metadata and keys, and counts what arrives. */
async function server() {
  let arrived = 0
  const limit: readonly [string, string][] = [['RateLimit-Limit', '100']]
  const { url } = await servers.serve((request, response) => {
    arrived += 1
    for (const [name, value] of limit) response.setHeader(name, value)
    switch (request.url) {
      case '/.well-known/oauth-authorization-server':
        return json(response, 200, { issuer: url, token_endpoint: `${url}/token`, jwks_uri: `${url}/keys` })
      case '/keys':
        return json(response, 200, { keys: [{ kty: 'RSA', kid: 'k1', n: 'AQAB', e: 'AQAB' }] })
      case '/token':
        return json(response, 200, { ...bearer, access_token: token, expires_in: 3600, scope: 'read', extra: 1 })
      case '/busy':
        return json(response, 429, { error: 'slow_down' })
      case '/orders':
        response.setHeader('WWW-Authenticate', 'Bearer error="insufficient_scope", scope="write"')
        return json(response, 403, {})
      default:
        return json(response, 404, {})
    }
  })
  return { url, arrived: () => arrived }
}

test('an environment of which nothing is known makes a case of which nothing is known', async () => {
  const kase = await caseOf(await add({}))
  expect(kase).toMatchObject({
    exposed: [],
    certificate: null,
    clientKey: null,
    issued: null,
    exchanges: [],
    metadata: null,
    keys: null,
    usage: { isRecorded: true, tokenRequests: 0, limited: { count: 0 }, scopeRefusals: { count: 0 } },
    watch: null,
    probes: {},
    accepted: [],
  })
  expect(kase.secrets).toEqual([expect.objectContaining({ name: 'client_secret', source: 'none', facts: null })])
})

test('what was recorded is known after a restart, and nothing is sent for it', async () => {
  const { url, arrived } = await server()
  const value = { issuer: url, token_endpoint: `${url}/token`, jwks_uri: `${url}/keys`, client_id: 'c', scope: 'read' }
  const id = await add(value, { client_secret: 'a secret that is long' })
  const network = workspace.environments.get(id)?.value.network ?? null
  if (network === null) throw new Error('not there')
  await running.api.requestToken({ environmentId: id }, context)
  await running.api.discover({ environmentId: id, issuer: url, network, stage: 'development', secrets: {} }, context)
  await running.api.listKeys(
    { environmentId: id, jwks_uri: `${url}/keys`, network, stage: 'development', secrets: {} },
    context,
  )
  const before = arrived()
  const kase = await caseOf(id)
  expect(arrived()).toBe(before)
  expect(kase.issued).toMatchObject({
    expires_in: '3600',
    scope: 'read',
    members: ['token_type', 'extra'],
    recorded: { lifetime: 3600 },
    facts: { kind: 'jws', alg: 'RS256', aud: ['orders'], type: 'bearer' },
  })
  expect(kase.metadata).toMatchObject({ token_endpoint: `${url}/token` })
  expect(kase.keys).toMatchObject([{ kid: 'k1', kty: 'RSA' }])
  expect(kase.exchanges.map(({ purpose }) => purpose).toSorted()).toEqual(['discovery', 'discovery', 'jwks', 'token'])
  expect(kase.usage).toMatchObject({
    tokenRequests: 1,
    tokensIssued: 1,
    limited: { announced: 'RateLimit-Limit: 100' },
  })
  expect(kase.secrets).toMatchObject([{ name: 'client_secret', source: 'stored', facts: { length: 21 } }])
})

test.each<[string, Partial<EnvironmentInput>]>([
  ['another scope', { scope: 'read write' }],
  ['another audience', { audience: 'billing' }],
  ['another client', { client_id: 'other' }],
  ['another parameter', { parameters: [{ name: 'tenant', value: 'other' }] }],
  ['another server', { token_endpoint: 'https://as.example/token' }],
])('a token that was issued before %s was set is not that of these settings', async (_what, change) => {
  const { url } = await server()
  const id = await add(
    { token_endpoint: `${url}/token`, client_id: 'c', scope: 'read' },
    { client_secret: 's3cret-of-c' },
  )
  await running.api.requestToken({ environmentId: id }, context)
  expect((await caseOf(id)).issued).not.toBeNull()
  await running.change(id, change)
  expect((await caseOf(id)).issued).toBeNull()
})

test('what was sent to an address is known by it, also where the settings have it without its slash, or with a secret in it', async () => {
  const { url } = await servers.serve((_request, response) =>
    json(response, 200, { ...bearer, access_token: token, expires_in: 3600 }),
  )
  const tenant = [{ name: 'tenant', value: 'orders' }]
  for (const token_endpoint of [url, `${url}/?api_key=a-key-of-the-gateway`]) {
    const id = await add({ token_endpoint, client_id: 'c', parameters: tenant }, { client_secret: 's3cret-of-c' })
    await running.api.requestToken({ environmentId: id }, context)
    const kase = await caseOf(id)
    expect(kase.issued).not.toBeNull()
    expect(kase.exchanges).toHaveLength(1)
  }
})

test('answers 429 and refusals for a scope are counted, the newest of each with its exchange', async () => {
  const { url } = await server()
  const id = await add({ token_endpoint: `${url}/token`, client_id: 'c' }, { client_secret: 's3cret-of-c' })
  const request = { ...newApiRequest, ...newCallLabel, name: 'Orders', url: `${url}/orders` }
  const call = await running.api.saveApiCall({ environmentId: id, id: null, request }, context)
  await running.api.sendApiCall({ environmentId: id, request, callId: call?.id ?? '' }, context)
  await running.change(id, { token_endpoint: `${url}/busy` })
  await running.api.requestToken({ environmentId: id }, context)
  const { usage, exchanges } = await caseOf(id)
  expect(usage.scopeRefusals).toMatchObject({ count: 1, exchangeId: expect.any(String), at: expect.any(Number) })
  expect(usage.limited).toMatchObject({ count: 1, exchangeId: expect.any(String), at: expect.any(Number) })
  expect(exchanges.map(({ purpose }) => purpose)).toEqual(['token', 'api'])
})

test('a secret of a keyring that is locked is there, and nothing is said of what is in it', async () => {
  const id = await add({ client_id: 'c' }, { client_secret: 's3cret-of-c' })
  const other = await add({ client_id: 'c' }, { client_secret: 's3cret-of-c' })
  keyring.named = null
  const kase = await caseOf(id)
  expect(kase.secrets).toMatchObject([
    { name: 'client_secret', source: 'stored', facts: null, setAt: expect.any(Number) },
  ])
  expect(kase.others.find((one) => one.id === other)).toMatchObject({ hasSameSecret: null, hasSameKey: false })
})

test('environments with the same secret are known as such, and one that is not set yet differs from none', async () => {
  const id = await add({ client_id: 'c', name: 'One' }, { client_secret: 's3cret-of-c' })
  const same = await add({ client_id: 'c', name: 'Two', stage: 'production' }, { client_secret: 's3cret-of-c' })
  const another = await add({ client_id: 'c', name: 'Three' }, { client_secret: 'another-secret' })
  const asked = await add({ name: 'Four', secretSources: { client_secret: { kind: 'ask' } } })
  const notSet = await add({ name: 'Five' })
  const none = await add({ name: 'Six', token_endpoint_auth_method: 'private_key_jwt' })
  const { others } = await caseOf(id)
  const hasSame = (wanted: string) => others.find((one) => one.id === wanted)?.hasSameSecret
  expect([same, another, asked, notSet, none].map(hasSame)).toEqual([true, false, null, null, false])
  const ofNone = (await caseOf(notSet)).others
  expect(ofNone.find((one) => one.id === id)?.hasSameSecret).toBe(null)
  expect(others.some((one) => one.id === id)).toBe(false)
})

test('two environments that take their secret from the same place outside have the same, from two places it is not known', async () => {
  const from = (variable: string): Partial<EnvironmentInput> => ({
    secretSources: { client_secret: { kind: 'environment_variable', variable } },
  })
  const id = await add(from('ONE'))
  const same = await add(from('ONE'))
  const another = await add(from('TWO'))
  const { others } = await caseOf(id)
  expect([same, another].map((wanted) => others.find((one) => one.id === wanted)?.hasSameSecret)).toEqual([true, null])
})

test('of a key file it is known who may read it, and whether it is in a working copy', async () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  mkdirSync(path.join(folder, '.git'))
  chmodSync(folder, 0o755)
  mkdirSync(path.join(folder, 'keys'))
  const keyFile = path.join(folder, 'keys', 'key.pem')
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const id = await add({ token_endpoint_auth_method: 'private_key_jwt' })
  const { assertion } = workspace.environments.get(id)?.value ?? {}
  if (assertion === undefined) throw new Error('not there')
  await running.change(id, { assertion: { ...assertion, keyFile } })
  const heldIn = async () => (await caseOf(id)).secrets.find(({ source }) => source === 'file')
  for (const [mode, fileReadableBy] of [
    [0o600, 'owner'],
    [0o640, 'group'],
    [0o644, 'everyone'],
  ] as const) {
    chmodSync(keyFile, mode)
    expect(await heldIn()).toMatchObject({ name: 'private_key', fileReadableBy, git: 'untracked' })
  }
  expect((await caseOf(id)).clientKey).toEqual({ kind: 'rsa', bits: 2048, curve: null })
  rmSync(path.join(folder, '.git'), { recursive: true })
  expect(await heldIn()).toMatchObject({ git: 'none' })
  chmodSync(folder, 0o700)
  expect(await heldIn()).toMatchObject({ fileReadableBy: 'owner' })
  rmSync(keyFile)
  expect(await heldIn()).toMatchObject({ fileReadableBy: null, git: null })
})

test('a secret that was typed into a header is found there, masked', async () => {
  const secret = 'a-secret-that-is-kept-as-well'
  const id = await add({ headers: [{ name: 'X-Key', value: secret }] }, { client_secret: secret })
  const { exposed } = await caseOf(id)
  expect(exposed).toMatchObject([{ place: 'headers.0.value', kind: 'known_secret' }])
  expect(JSON.stringify(exposed)).not.toContain(secret)
})

test('what a probe sent is not in the case', async () => {
  const { url } = await server()
  const id = await add({ token_endpoint: `${url}/token`, client_id: 'c' }, { client_secret: 's3cret-of-c' })
  await running.api.requestToken({ environmentId: id }, context)
  const sent = workspace.exchanges.list(id, 1)[0]?.id ?? ''
  const exchange = workspace.exchanges.get(sent)
  const conclusion = workspace.exchanges.conclusionOf(sent)
  if (exchange === null || conclusion === null) throw new Error('not there')
  workspace.exchanges.delete([sent])
  workspace.exchanges.add({ ...exchange, id: 'of-probe', isOfProbe: true })
  workspace.exchanges.conclude('of-probe', conclusion)
  expect(await caseOf(id)).toMatchObject({ exchanges: [], issued: null, usage: { tokenRequests: 0 } })
})

test('what an environment sends that is not recorded is known until the app ends', async () => {
  const { url } = await server()
  const id = await add({ token_endpoint: `${url}/token`, client_id: 'c' }, { client_secret: 's3cret-of-c' })
  await running.api.setRecording({ environmentId: id, isRecorded: false }, context)
  await running.api.requestToken({ environmentId: id }, context)
  const kase = await caseOf(id)
  expect(kase.usage.isRecorded).toBe(false)
  expect(kase.exchanges).toHaveLength(1)
})

import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { EnvironmentInput } from '../../electron/contract/environment.ts'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { type Sandbox, startSandbox } from '../../electron/sandbox/start.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'
import { savedRequest } from '../support/saved-request.ts'

let sandbox: Sandbox
let opened: TestApi
let api: TestApi['api']
/** Milliseconds by which core's clock is ahead. */
let ahead: number
const jwt = { environmentId: 'sandbox' }

beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => {
  ahead = 0
  opened = openTestApi(sandbox.facts, { now: () => Date.now() + ahead })
  api = opened.api
})
afterEach(() => opened.close())

async function call(environmentId = 'sandbox', signal = context.signal) {
  const request = await savedRequest(api, environmentId)
  return api.sendApiCall({ environmentId, request }, { ...context, signal })
}

async function tokenRequests(environmentId = 'sandbox'): Promise<number> {
  const exchanges = await api.listExchanges({ environmentId, limit: 200 }, context)
  return exchanges.filter(({ purpose }) => purpose === 'token').length
}

async function change(changed: Partial<EnvironmentInput>): Promise<void> {
  await opened.change('sandbox', changed)
}

test.each<[string, () => Promise<unknown>]>([
  ['the scopes', () => change({ scope: 'api:read' })],
  ['the audience', () => change({ audience: 'urn:other' })],
  ['an extra parameter', () => change({ parameters: [{ name: 'x', value: '1' }] })],
  ['an extra header', () => change({ headers: [{ name: 'X-Tenant', value: '1' }] })],
  ['the method', () => change({ token_endpoint_auth_method: 'client_secret_post' })],
  ['the body format', () => change({ basicEncoding: 'raw' })],
  ['DPoP', () => change({ dpop: { enabled: true, alg: 'ES256', keyFile: '' } })],
  ['the client certificate', () => change({ token_endpoint_auth_method: 'tls_client_auth' })],
])('a change of %s makes the held token stale, and the next call obtains another', async (_name, act) => {
  expect(await call()).toMatchObject({ kind: 'answered', tokenUse: 'new' })
  expect(await api.listTokens(undefined, context)).toMatchObject([{ stale: false }])
  await act()
  expect(await api.listTokens(undefined, context)).toMatchObject([{ stale: true }])
  expect(await call()).toMatchObject({ kind: 'answered', tokenUse: 'new' })
  expect(await call()).toMatchObject({ kind: 'answered', tokenUse: 'reused' })
})

test('another secret makes the held token stale: it is the token of another client authentication', async () => {
  await call()
  await opened.change('sandbox', { secrets: { client_secret: 'another' } })
  expect(await api.listTokens(undefined, context)).toMatchObject([{ stale: true }])
  expect(await call()).toMatchObject({ kind: 'no_token', token: { kind: 'refused', status: 401 } })
})

test('a change that does not change tokens keeps the token', async () => {
  await call()
  await change({ name: 'Renamed', stage: 'staging' })
  expect(await api.listTokens(undefined, context)).toMatchObject([{ stale: false }])
  expect(await call()).toMatchObject({ tokenUse: 'reused' })
})

test('an environment never uses the token of another, however alike they are', async () => {
  await call()
  const copy = await api.duplicateEnvironment(jwt, context)
  expect(await call(copy?.id)).toMatchObject({ kind: 'answered', tokenUse: 'new' })
  expect(await tokenRequests(copy?.id)).toBe(1)
})

test('a token is renewed as many seconds before its end as the environment says, 30 by itself', async () => {
  await call()
  ahead = (600 - 32) * 1000
  expect(await call()).toMatchObject({ tokenUse: 'reused' })
  ahead = (600 - 29) * 1000
  expect(await call()).toMatchObject({ tokenUse: 'new' })
  await change({ renewBefore: 590 })
  expect(await call()).toMatchObject({ tokenUse: 'reused' })
  ahead += 12_000
  expect(await call()).toMatchObject({ tokenUse: 'new' })
})

test('two calls that need a token at the same time make one token request', async () => {
  const outcomes = await Promise.all([call(), call(), call()])
  expect(outcomes).toMatchObject(outcomes.map(() => ({ kind: 'answered', status: 200 })))
  expect(await tokenRequests()).toBe(1)
})

test('of two calls that wait for one token, one can be cancelled and the other goes on', async () => {
  const impatient = new AbortController()
  const [first, second] = [call('sandbox', impatient.signal), call()]
  impatient.abort()
  expect(await first).toMatchObject({ kind: 'no_token' })
  expect(await second).toMatchObject({ kind: 'answered', status: 200 })
})

test('“Request token” obtains a new one though the held one could be reused', async () => {
  await call()
  expect(await api.requestToken(jwt, context)).toMatchObject({ kind: 'issued' })
  expect(await tokenRequests()).toBe(2)
  expect(await call()).toMatchObject({ tokenUse: 'reused' })
})

test('a held token is used though what a new one would need cannot be read any longer', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ccx-reuse-'))
  const keyFile = path.join(folder, 'key.pem')
  writeFileSync(keyFile, sandbox.facts.privateKey)
  await change({
    token_endpoint_auth_method: 'private_key_jwt',
    assertion: { ...newEnvironment.assertion, keyFile },
  })
  expect(await call()).toMatchObject({ kind: 'answered', tokenUse: 'new' })
  rmSync(folder, { recursive: true })
  expect(await call()).toMatchObject({ kind: 'answered', tokenUse: 'reused' })
  ahead = 600_000
  expect(await call()).toMatchObject({ kind: 'no_token', token: { problems: [{ field: 'assertion.keyFile' }] } })
})

test('a key that was exchanged in its file makes the held token another one’s', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ccx-reuse-'))
  const keyFile = path.join(folder, 'key.pem')
  writeFileSync(keyFile, sandbox.facts.privateKey)
  await change({
    token_endpoint_auth_method: 'private_key_jwt',
    assertion: { ...newEnvironment.assertion, keyFile },
  })
  await call()
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }))
  expect(await call()).toMatchObject({ kind: 'no_token', token: { kind: 'refused' } })
  rmSync(folder, { recursive: true })
})

import { randomUUID } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { type EnvironmentInput, environmentInputSchema } from '../../electron/contract/environment.ts'
import { plainWay } from '../../electron/core/secrets/destinations.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'
import { tokenEndpoint } from './token-endpoint.ts'
import { newestEvents } from '../support/newest-events.ts'

type Server = Awaited<ReturnType<typeof tokenEndpoint>>
let mine: Server
let other: Server
let running: TestApi

beforeEach(async () => {
  mine = await tokenEndpoint(new Set(['secret']))
  other = await tokenEndpoint(new Set(['secret']))
  running = openTestApi(null)
})
afterEach(async () => {
  running.close()
  await mine.close()
  await other.close()
})

const configured = (change: Partial<EnvironmentInput>): EnvironmentInput => ({
  ...newEnvironment,
  name: 'Test',
  client_id: 'c',
  ...change,
})
const update = (id: string, change: Partial<EnvironmentInput>) => running.change(id, configured(change))
const request = (environmentId: string) => running.api.requestToken({ environmentId }, context)

/** An environment as an import leaves it: nobody has said yet where its secrets may go. */
function imported(change: Partial<EnvironmentInput>): string {
  running.workspace.environments.add({ id: 'imported', builtIn: false, value: configured(change) })
  return 'imported'
}

test('a token endpoint that was moved to another origin gets nothing until a person allows it', async () => {
  const id = await running.add(configured({ token_endpoint: mine.url }), { client_secret: 'secret' })
  await update(id, { token_endpoint: other.url })
  expect(await request(id)).toMatchObject({
    kind: 'not_sent',
    problems: [
      {
        field: 'client_secret',
        remedy: {
          kind: 'allow_origin',
          secret: 'client_secret',
          origin: other.origin,
          boundTo: [mine.origin],
          source: 'stored in the workspace',
        },
      },
    ],
  })
  expect(other.received).toEqual([])

  await running.api.allowOrigin(
    { environmentId: id, secret: 'client_secret', origin: other.origin, way: plainWay },
    context,
  )
  expect(await request(id)).toMatchObject({ kind: 'issued' })
  expect(other.received).toEqual(['secret'])
  const events = newestEvents(running.workspace, 2)
  expect(events.find(({ kind }) => kind === 'origin_allowed')).toMatchObject({
    detail: { secret: 'client_secret', origin: other.origin },
  })
})

test('forgetting a secret allows nothing', async () => {
  running = openTestApi(null, { variables: { SECRET: 'secret' } })
  const source = { kind: 'environment_variable', variable: 'SECRET' } as const
  const id = imported({ token_endpoint: other.url, secretSources: { client_secret: source } })
  await running.api.forgetSecret({ environmentId: id, name: 'client_secret' }, context)
  expect(await request(id)).toMatchObject({ kind: 'not_sent' })
  expect(other.received).toEqual([])
})

test('a curl command for an origin that nobody allowed is not made; one that is made, and a revealed preview, are recorded', async () => {
  const id = await running.add(configured({ token_endpoint: mine.url }), { client_secret: 'secret' })
  await update(id, { token_endpoint: other.url })
  const curl = { kind: 'token', environmentId: id } as const
  expect(await running.api.copyAsCurl(curl, context)).toMatchObject({ kind: 'not_sent' })
  expect(running.copied).toEqual([])
  await update(id, { token_endpoint: mine.url })
  expect(await running.api.copyAsCurl(curl, context)).toEqual({ kind: 'copied' })
  const value = configured({ token_endpoint: mine.url })
  for (const reveal of [false, true]) {
    await running.api.previewTokenRequest({ environmentId: id, value, secrets: {}, reveal }, context)
  }
  const typed = { client_secret: 'typed' }
  await running.api.previewTokenRequest({ environmentId: id, value, secrets: typed, reveal: true }, context)
  const events = newestEvents(running.workspace, 10)
  expect(events.slice(0, 2).map(({ kind }) => kind)).toEqual(['secret_revealed', 'secret_copied'])
})

test.each(['introspection_endpoint', 'revocation_endpoint'] as const)('the %s is bound as well', async (name) => {
  const id = await running.add(configured({ token_endpoint: mine.url }), { client_secret: 'secret' })
  await request(id)
  await update(id, { token_endpoint: mine.url, [name]: other.url })
  const outcome =
    name === 'introspection_endpoint'
      ? await running.api.introspectToken(
          {
            environmentId: id,
            style: { authentication: 'client_secret_post', bodyFormat: 'form', responseFormat: 'json' },
          },
          context,
        )
      : await running.api.revokeToken({ environmentId: id }, context)
  expect(outcome).toMatchObject({ kind: 'not_sent', problems: [{ remedy: { origin: other.origin } }] })
  expect(other.received).toEqual([])
})

test('an alias for mutual TLS at another origin is where the request would go, and is asked about', async () => {
  const aliases = { ...newEnvironment.mtls_endpoint_aliases, token_endpoint: mine.url }
  const change = { token_endpoint: mine.url, mtls_endpoint_aliases: aliases }
  const id = await running.add(configured(change), { client_secret: 'secret' })
  await update(id, { ...change, token_endpoint: other.url })
  expect(await request(id)).toMatchObject({ kind: 'not_sent' })
})

test('a new path at the same origin asks nothing', async () => {
  const id = await running.add(configured({ token_endpoint: mine.url }), { client_secret: 'secret' })
  await update(id, { token_endpoint: `${mine.url}/v2` })
  expect(await request(id)).toMatchObject({ kind: 'issued' })
})

test('a secret typed again is meant for the servers that are named now', async () => {
  const id = await running.add(configured({ token_endpoint: mine.url }), { client_secret: 'secret' })
  await update(id, { token_endpoint: other.url })
  await running.change(id, { secrets: { client_secret: 'secret' } })
  expect(await request(id)).toMatchObject({ kind: 'issued' })
  await update(id, { token_endpoint: mine.url })
  expect(await request(id)).toMatchObject({ kind: 'not_sent' })
})

test('what an imported environment refers to is sent nowhere before a person allows it', async () => {
  running = openTestApi(null, { variables: { AWS_SECRET_ACCESS_KEY: 'secret' } })
  const source = { kind: 'environment_variable', variable: 'AWS_SECRET_ACCESS_KEY' } as const
  const id = imported({ token_endpoint: other.url, secretSources: { client_secret: source } })
  expect(await request(id)).toMatchObject({
    kind: 'not_sent',
    problems: [{ remedy: { boundTo: [], source: 'environment variable AWS_SECRET_ACCESS_KEY' } }],
  })
  expect(other.received).toEqual([])
})

test('a source that a person chose is meant for the servers that the environment names', async () => {
  running = openTestApi(null, { variables: { SECRET: 'secret' } })
  const source = { kind: 'environment_variable', variable: 'SECRET' } as const
  const id = imported({ token_endpoint: mine.url })
  await update(id, { token_endpoint: mine.url, secretSources: { client_secret: source } })
  expect(await request(id)).toMatchObject({ kind: 'issued' })
})

test('an assertion that an imported environment names a file for is not sent before a person allows it', async () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const assertionFile = path.join(tmpdir(), `ccx-assertion-${randomUUID()}`)
  writeFileSync(assertionFile, `${part({ alg: 'ES256' })}.${part({ sub: 'c', exp: Date.now() / 1000 + 600 })}.AA`)
  const assertion = { ...newEnvironment.assertion, assertionFile }
  const id = imported({ token_endpoint: other.url, token_endpoint_auth_method: 'client_assertion_file', assertion })
  expect(await request(id)).toMatchObject({
    kind: 'not_sent',
    problems: [{ remedy: { secret: 'client_assertion', origin: other.origin, source: `file ${assertionFile}` } }],
  })
  expect(other.received).toEqual([])
  rmSync(assertionFile)
})

test('a Vault token does not go to a Vault that came with an imported environment', async () => {
  running = openTestApi(null, { variables: { VAULT_TOKEN: 'root' } })
  const source = {
    kind: 'vault',
    address: other.origin,
    namespace: '',
    engine: 'kv2',
    mount: 'secret',
    path: 'app',
    key: 'client_secret',
    version: 0,
    login: { method: 'token' },
    caFile: '',
  } as const
  const id = imported({ token_endpoint: mine.url, secretSources: { client_secret: source } })
  expect(await request(id)).toMatchObject({
    problems: [
      { field: 'client_secret' },
      { field: 'vault_token', remedy: { secret: 'vault_token', origin: other.origin } },
    ],
  })
  const test = { environmentId: id, name: 'client_secret', source, secrets: {} } as const
  expect(await running.api.testSecretSource(test, context)).toMatchObject({ kind: 'failed' })
  expect(other.received).toEqual([])
})

test('choosing a Vault for one secret lets nothing go to the Vault that a file named for another', async () => {
  running = openTestApi(null, { variables: { VAULT_TOKEN: 'root' } })
  const at = (address: string) =>
    ({
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
    }) as const
  const change = { token_endpoint: mine.url, secretSources: { client_secret: at(other.origin) } }
  const id = imported(change)
  await update(id, { ...change, secretSources: { ...change.secretSources, proxy_password: at(mine.origin) } })
  expect(running.workspace.secretBindings.list(id, 'vault_token')).toMatchObject([{ origin: mine.origin }])
  const typed = { ...at(other.origin), key: 'another' }
  const test = { environmentId: id, name: 'client_secret', source: typed, secrets: {} } as const
  expect(await running.api.testSecretSource(test, context)).toMatchObject({ kind: 'failed' })
  expect(other.received).toEqual([])
})

test('a login at Vault does not go by the proxy of the environment, so that another proxy does not unbind it', async () => {
  const source = {
    kind: 'vault',
    address: other.origin,
    namespace: '',
    engine: 'kv2',
    mount: 'secret',
    path: 'app',
    key: 'k',
    version: 0,
    login: { method: 'token' },
    caFile: '',
  } as const
  const change = { token_endpoint: mine.url, secretSources: { client_secret: source } }
  const id = await running.add(configured(change))
  const boundTo = { name: 'vault_token', origin: other.origin, way: plainWay }
  expect(running.workspace.secretBindings.list(id, 'vault_token')).toMatchObject([boundTo])
  const { network } = newEnvironment
  await update(id, { ...change, network: { ...network, proxy: { ...network.proxy, mode: 'none' } } })
  expect(running.workspace.secretBindings.list(id, 'vault_token')).toMatchObject([boundTo])
  expect(running.workspace.secretBindings.list(id, 'client_secret')).toMatchObject([
    { way: { ...plainWay, proxy: 'none' } },
  ])
})

test('a Vault token that would come from Vault is not looked for without end', async () => {
  running = openTestApi(null, { variables: { VAULT_ADDR: other.origin } })
  const source = {
    kind: 'vault',
    address: '',
    namespace: '',
    engine: 'kv2',
    mount: 'secret',
    path: 'app',
    key: 'k',
    version: 0,
    login: { method: 'token' },
    caFile: '',
  } as const
  const secretSources = { vault_token: source }
  expect(environmentInputSchema.safeParse(configured({ secretSources })).error?.issues).toMatchObject([
    { path: ['secretSources'] },
  ])
  const id = await running.add(configured({ token_endpoint: mine.url }))
  const test = { environmentId: id, name: 'vault_token', source, secrets: {} } as const
  expect(await running.api.testSecretSource(test, context)).toMatchObject({ kind: 'failed' })
})

test('a proxy at another place does not get the password', async () => {
  const proxy = { ...newEnvironment.network.proxy, mode: 'explicit', username: 'u' } as const
  const through = (url: string) => ({ ...newEnvironment.network, proxy: { ...proxy, url } })
  const change = { token_endpoint: mine.url, network: through('http://proxy.invalid:8080') }
  const id = await running.add(configured(change), { client_secret: 'secret', proxy_password: 'p' })
  await update(id, { ...change, network: through(other.origin) })
  expect(await request(id)).toMatchObject({
    kind: 'not_sent',
    problems: [{ field: 'proxy_password', remedy: { origin: other.origin, boundTo: ['http://proxy.invalid:8080'] } }],
  })
  expect(other.received).toEqual([])
})

test('the sandbox’s own secrets stay within it and ask nothing', async () => {
  const outcome = await request('sandbox')
  expect(outcome).toMatchObject({ kind: 'not_sent' })
  expect(JSON.stringify(outcome)).not.toContain('allow_origin')
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { rootCertificates } from 'node:tls'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ApiTokenChoice } from '../../electron/contract/api-call.ts'
import type { EnvironmentInput } from '../../electron/contract/environment.ts'
import type { FieldProblem } from '../../electron/contract/problem.ts'
import type { NetworkPolicy } from '../../electron/contract/network-policy.ts'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import type { TokenOutcome } from '../../electron/contract/outcome.ts'
import type { SecretSource } from '../../electron/contract/secret-source.ts'
import { problemSentence } from '../../electron/wording/problems.ts'
import { sharedFile } from '../support/shared-file.ts'
import { bearer, json, misbehavingServers } from './misbehaving-servers.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'
import { newApiRequest } from '../../electron/catalogue/new-api-request.ts'
import { givenText } from '../support/given-text.ts'

let servers: ReturnType<typeof misbehavingServers>
let mine: { url: string; requests: IncomingMessage[] }
let stranger: { url: string; requests: IncomingMessage[] }
let running: TestApi

beforeEach(async () => {
  servers = misbehavingServers()
  mine = await servers.serve((_request, response) => json(response, 200, bearer))
  // A proxy as well: it answers all that it is asked for.
  stranger = await servers.serve((_request, response) => json(response, 200, bearer))
  running = openTestApi(null)
})
afterEach(async () => {
  running.close()
  await servers.closeAll()
})

const { network } = newEnvironment
const [authority = '', otherAuthority = ''] = rootCertificates
const through = (url: string, bypass = ''): NetworkPolicy => ({
  ...network,
  proxy: { mode: 'explicit', url, username: '', bypass },
})
const configured = (change: Partial<EnvironmentInput> = {}): EnvironmentInput => ({
  ...newEnvironment,
  name: 'Orders',
  client_id: 'c',
  token_endpoint: `${mine.url}/token`,
  ...change,
})
const request = (environmentId: string) => running.api.requestToken({ environmentId }, context)

/** Takes a file in, over what is there. */
async function importing(value: EnvironmentInput, { id = 'a', calls = [] as readonly string[] } = {}) {
  const apiCalls = calls.map((url, index) => ({
    id: `call-${index}`,
    method: 'GET',
    url,
  }))
  const text = sharedFile([{ ...value, id, apiCalls, secrets: {} }])
  const reading = await running.api.readImport(givenText(text, 'file.json'), context)
  if (reading.kind !== 'preview') throw new Error(JSON.stringify(reading))
  const [item] = reading.items
  const { importId } = reading
  const result = await running.api.applyImport({ importId, choices: [{ id, choice: 'replace' }] }, context)
  if (result.kind !== 'applied') throw new Error(result.reason.code)
  return { item, importId, id: result.replaced[0] ?? result.added[0] ?? '' }
}

/** Says yes to everything that an outcome asks. */
async function allowAll(environmentId: string, outcome: { kind: string; problems?: readonly FieldProblem[] }) {
  for (const { remedy } of outcome.problems ?? []) {
    if (remedy?.kind !== 'allow_origin') continue
    const { secret, origin, way } = remedy
    await running.api.allowOrigin({ environmentId, secret, origin, way }, context)
  }
}

/** The answer, with what a person reads of it. */
const sentence = (outcome: TokenOutcome): string =>
  [JSON.stringify(outcome), ...(outcome.kind === 'not_sent' ? outcome.problems.map(problemSentence) : [])].join(' ')

describe('an import that changes only the way', () => {
  const ways: readonly [string, () => NetworkPolicy, () => NetworkPolicy, RegExp][] = [
    ['another proxy', () => network, () => through(stranger.url), /through the proxy http:\/\/127\.0\.0\.1/],
    [
      'a proxy in place of none',
      () => ({ ...network, proxy: { ...network.proxy, mode: 'none' } }),
      () => through(stranger.url),
      /proxy/,
    ],
    [
      'the system’s proxy in place of none',
      () => ({ ...network, proxy: { ...network.proxy, mode: 'none' } }),
      () => network,
      /proxy/,
    ],
    [
      'another list of hosts that bypass the proxy',
      () => through(stranger.url, '127.0.0.1'),
      () => through(stranger.url),
      /bypass/,
    ],
    ['an authority', () => network, () => ({ ...network, ca: authority }), /certificate authorit/],
    [
      'another authority',
      () => ({ ...network, ca: otherAuthority }),
      () => ({ ...network, ca: `${otherAuthority}\n${authority}` }),
      /certificate authorit/,
    ],
    ['a file of authorities', () => network, () => ({ ...network, caFile: '/etc/other.pem' }), /\/etc\/other\.pem/],
    [
      'an accepted certificate',
      () => network,
      () => ({ ...network, acceptedCertificate: 'AA:'.repeat(31) + 'AA' }),
      /AA:AA/,
    ],
  ]
  test.each(ways)('%s: takes no stored secret before a person allows it', async (_name, before, after, says) => {
    await running.add(configured({ network: before() }), { client_secret: 'secret' })
    const { id, item } = await importing(configured({ network: after() }), { id: 'other' })
    expect(item?.receivers.find(({ secret }) => secret === 'client_secret')?.known).toBe(false)
    const asked = await request(id)
    expect(asked).toMatchObject({
      kind: 'not_sent',
      problems: [
        { field: 'client_secret', remedy: { kind: 'allow_origin', secret: 'client_secret', origin: mine.url } },
      ],
    })
    expect(sentence(asked)).toMatch(says)
    expect([mine.requests.length, stranger.requests.length]).toEqual([0, 0])
  })

  test('is asked about once, and then the request goes that way', async () => {
    await running.add(configured(), { client_secret: 'secret' })
    const { id } = await importing(configured({ network: through(stranger.url) }))
    await allowAll(id, await request(id))
    expect(await request(id)).toMatchObject({ kind: 'issued' })
    expect([mine.requests.length, stranger.requests.length]).toEqual([0, 1])
  })

  test('that is undone leaves what was allowed before, and allows no more', async () => {
    const before = await running.add(configured(), { client_secret: 'secret' })
    const { id, importId } = await importing(configured({ network: through(stranger.url) }))
    await allowAll(id, await request(id))
    await running.api.undoImport({ importId }, context)
    expect(await request(before)).toMatchObject({ kind: 'issued' })
    await importing(configured({ network: through(stranger.url) }))
    expect(await request(before)).toMatchObject({ kind: 'not_sent' })
    expect(stranger.requests).toEqual([])
  })

  test('holds a proxy password and an assertion back as well as a client secret', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'ccx-import-'))
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const assertionFile = path.join(folder, 'assertion')
    writeFileSync(assertionFile, `${part({ alg: 'ES256' })}.${part({ sub: 'c', exp: Date.now() / 1000 + 600 })}.AA`)
    const assertion = { ...newEnvironment.assertion, assertionFile }
    const value = configured({ token_endpoint_auth_method: 'client_assertion_file', assertion })
    const proxied = { ...through(stranger.url), proxy: { ...through(stranger.url).proxy, username: 'u' } }
    const id = await running.add({ ...value, network: proxied }, { proxy_password: 'password' })
    await importing({ ...value, network: { ...proxied, ca: authority } })
    const outcome = await request(id)
    expect(sentence(outcome)).toContain('"secret":"client_assertion"')
    expect(sentence(outcome)).toContain('"secret":"proxy_password"')
    expect(stranger.requests).toEqual([])
    rmSync(folder, { recursive: true })
  })

  test('a person who changes the proxy is not asked, before an import and after an allowed one', async () => {
    const id = await running.add(configured(), { client_secret: 'secret' })
    await running.change(id, configured({ network: through(stranger.url) }))
    expect(await request(id)).toMatchObject({ kind: 'issued' })
    await importing(configured())
    await allowAll(id, await request(id))
    await running.change(id, configured({ network: through(stranger.url) }))
    expect(await request(id)).toMatchObject({ kind: 'issued' })
    expect(stranger.requests).toHaveLength(2)
  })

  test('an edit of something else does not allow what came with the file', async () => {
    const id = await running.add(configured(), { client_secret: 'secret' })
    await importing(configured({ network: through(stranger.url) }))
    await running.change(id, configured({ notes: 'x', network: through(stranger.url) }))
    const policy = { ...through(stranger.url), ca: authority }
    await running.change(id, configured({ network: policy }))
    expect(await request(id)).toMatchObject({ kind: 'not_sent' })
    expect(stranger.requests).toEqual([])
  })

  test('what is allowed is what was shown: another import meanwhile is asked about again', async () => {
    const id = await running.add(configured(), { client_secret: 'secret' })
    await importing(configured({ network: { ...network, ca: authority } }))
    const shown = await request(id)
    await importing(configured({ network: through(stranger.url) }))
    await allowAll(id, shown)
    expect(await request(id)).toMatchObject({ kind: 'not_sent' })
    expect(stranger.requests).toEqual([])
  })

  test('the preview lists proxy and authorities among the receivers, as new', async () => {
    await running.add(configured(), { client_secret: 'secret' })
    const policy = { ...through(stranger.url), ca: authority, acceptedCertificate: 'AB:'.repeat(31) + 'AB' }
    const { item } = await importing(configured({ network: policy }))
    expect(item?.receivers).toContainEqual(expect.objectContaining({ origin: stranger.url, known: false }))
    expect(item?.receivers).toContainEqual(
      expect.objectContaining({ origin: expect.stringContaining('Certificate authority'), known: false }),
    )
    expect(item?.receivers).toContainEqual(
      expect.objectContaining({ origin: expect.stringContaining('AB:AB'), known: false }),
    )
    expect(item?.receivers.some(({ known }) => known)).toBe(false)
  })
})

describe('an access token', () => {
  const none = { ...newEnvironment.introspection, authentication: 'none' } as const
  const introspect = (environmentId: string, style: EnvironmentInput['introspection'] = none) =>
    running.api.introspectToken({ environmentId, style }, context)
  const call = (environmentId: string, url: string) => {
    const sent = { ...newApiRequest, url } as const
    return running.api.sendApiCall({ environmentId, request: sent }, context)
  }
  const authorized = ({ requests }: typeof stranger) => requests.map(({ headers }) => headers.authorization)

  test.each(['none', 'bearer_token_itself', 'client', 'client_secret_post'] as const)(
    'does not arrive at an introspection endpoint that came with a file (%s)',
    async (authentication) => {
      const id = await running.add(configured(), { client_secret: 'secret' })
      await request(id)
      await importing(configured({ introspection_endpoint: `${stranger.url}/introspect` }))
      const asked = await introspect(id, { ...none, authentication })
      expect(asked).toMatchObject({ kind: 'not_sent' })
      // Where the client's secret may go, the token may: one question.
      const secret = authentication.startsWith('client') ? 'client_secret' : 'access_token'
      expect(asked).toMatchObject({ problems: [{ remedy: { secret, origin: stranger.url } }] })
      expect(stranger.requests).toEqual([])
      await allowAll(id, asked)
      expect(await introspect(id, { ...none, authentication })).not.toMatchObject({ kind: 'not_sent' })
      expect(stranger.requests).toHaveLength(1)
    },
  )

  test('does not arrive at a revocation endpoint that came with a file, for a client without a secret', async () => {
    const value = configured({ token_endpoint_auth_method: 'none' })
    const id = await running.add(value)
    await request(id)
    await importing({ ...value, revocation_endpoint: `${stranger.url}/revoke` })
    expect(await running.api.revokeToken({ environmentId: id }, context)).toMatchObject({ kind: 'not_sent' })
    expect(stranger.requests).toEqual([])
  })

  test('does not arrive at the API of a call that came with a file, nor in a curl command, before it is allowed', async () => {
    const id = await running.add(configured(), { client_secret: 'secret' })
    await request(id)
    const url = `${stranger.url}/orders`
    await importing(configured({ notes: 'n' }), { calls: [url] })
    const sent = { ...newApiRequest, url } as const
    const curl = { kind: 'api', environmentId: id, request: sent } as const
    expect(await running.api.copyAsCurl(curl, context)).toMatchObject({ kind: 'not_sent' })
    expect(running.copied).toEqual([])
    const asked = await call(id, url)
    expect(asked).toMatchObject({ kind: 'not_sent', problems: [{ field: 'access_token' }] })
    expect(stranger.requests).toEqual([])
    await allowAll(id, asked)
    expect(await call(id, url)).toMatchObject({ kind: 'answered' })
    expect(authorized(stranger)).toEqual(['Bearer opaque-token'])
  })

  test('that is pasted does not arrive there either, and a call without one does', async () => {
    const { id } = await importing(configured(), { calls: [`${stranger.url}/orders`] })
    const sent = { ...newApiRequest, url: `${stranger.url}/orders` } as const
    const send = (token: ApiTokenChoice) =>
      running.api.sendApiCall({ environmentId: id, request: sent, token }, context)
    const asked = await send({ kind: 'pasted', token: 'pasted-token' })
    expect(asked).toMatchObject({ kind: 'not_sent', problems: [{ field: 'access_token' }] })
    expect(stranger.requests).toEqual([])
    expect(await send({ kind: 'none' })).toMatchObject({ kind: 'answered', tokenUse: 'none' })
    await allowAll(id, asked)
    expect(await send({ kind: 'pasted', token: 'pasted-token' })).toMatchObject({ kind: 'answered' })
    expect(authorized(stranger)).toEqual([undefined, 'Bearer pasted-token'])
  })

  test('goes where the URL leads when its variables are resolved, and is asked about for that place', async () => {
    const variables = [{ name: 'host', value: stranger.url, secret: false }]
    const id = await running.add(configured({ variables }), { client_secret: 'secret' })
    await request(id)
    await importing(configured({ variables, notes: 'n' }), { calls: [`${stranger.url}/orders`] })
    expect(await call(id, '{{host}}/orders')).toMatchObject({ kind: 'not_sent', problems: [{ field: 'access_token' }] })
    expect(stranger.requests).toEqual([])
  })

  test('does not go through a proxy that came with a file, wherever it goes', async () => {
    const id = await running.add(configured({ introspection_endpoint: `${mine.url}/introspect` }), {
      client_secret: 's',
    })
    await request(id)
    await importing(configured({ introspection_endpoint: `${mine.url}/introspect`, network: through(stranger.url) }))
    expect(await introspect(id)).toMatchObject({ kind: 'not_sent' })
    expect(await call(id, `${mine.url}/typed`)).toMatchObject({ kind: 'not_sent' })
    expect(stranger.requests).toEqual([])
  })

  test('goes without a question where a person typed it: a URL, an endpoint, and after an import', async () => {
    const { id } = await importing(configured(), { calls: [`${mine.url}/orders`] })
    await running.change(id, { secrets: { client_secret: 's' } })
    await request(id)
    expect(await call(id, `${stranger.url}/typed`)).toMatchObject({ kind: 'answered' })
    const endpoint = `${stranger.url}/introspect`
    await running.change(id, configured({ introspection_endpoint: endpoint }))
    expect(await introspect(id)).not.toMatchObject({ kind: 'not_sent' })
    // The client's secret may go there, and what is got with it is worth no more.
    expect(await call(id, `${mine.url}/orders`)).toMatchObject({ kind: 'answered' })
  })
})

describe('a source that came with a file', () => {
  const aws = (endpoint: string): SecretSource => ({
    kind: 'aws_secrets_manager',
    region: 'eu-central-1',
    secretId: 's',
    versionStage: '',
    key: '',
    endpoint,
  })
  const azure = (vaultUrl: string): SecretSource => ({
    kind: 'azure_key_vault',
    vaultUrl,
    secretName: 's',
    version: '',
  })
  const vault = (address: string, change: object = {}): SecretSource => ({
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
    ...change,
  })

  test('an AWS endpoint gets no signed request before it is allowed, also where it is tested', async () => {
    const source = aws(stranger.url)
    const { id } = await importing(configured({ secretSources: { client_secret: source } }))
    const asked = await request(id)
    expect(sentence(asked)).toContain('"secret":"aws_login"')
    expect(sentence(asked)).toContain('"secret":"client_secret"')
    const tested = { environmentId: id, name: 'client_secret', source, secrets: {} } as const
    expect(await running.api.testSecretSource(tested, context)).toMatchObject({ kind: 'failed' })
    expect(stranger.requests).toEqual([])
  })

  test('an Azure vault is asked about before anybody logs in', async () => {
    const { id } = await importing(configured({ secretSources: { client_secret: azure('https://vault.invalid') } }))
    expect(sentence(await request(id))).toContain('"secret":"azure_login"')
  })

  test('a Vault that is allowed is not asked while the secret may not go to the token endpoint', async () => {
    running = openTestApi(null, { variables: { VAULT_TOKEN: 'root' } })
    const { id } = await importing(configured({ secretSources: { client_secret: vault(stranger.url) } }))
    const asked = await request(id)
    if (asked.kind !== 'not_sent') throw new Error(asked.kind)
    const logins = asked.problems.filter(({ field }) => field === 'vault_token')
    expect(logins).toHaveLength(1)
    await allowAll(id, { kind: 'not_sent', problems: logins })
    expect(await request(id)).toMatchObject({ kind: 'not_sent', problems: [{ field: 'client_secret' }] })
    expect(stranger.requests).toEqual([])
  })

  test('another authority for the same Vault is asked about again', async () => {
    running = openTestApi(null, { variables: { VAULT_TOKEN: 'root' } })
    const id = await running.add(configured({ secretSources: { client_secret: vault(stranger.url) } }))
    await importing(configured({ secretSources: { client_secret: vault(stranger.url, { caFile: '/etc/other.pem' }) } }))
    const asked = await request(id)
    expect(sentence(asked)).toContain('"secret":"vault_token"')
    expect(sentence(asked)).toContain('/etc/other.pem')
  })

  test('authorities for the Vault of VAULT_ADDR that came with a file are shown, and asked about before anybody logs in', async () => {
    running = openTestApi(null, { variables: { VAULT_TOKEN: 'root', VAULT_ADDR: stranger.url } })
    const source = vault('', { caFile: '/etc/other.pem' })
    const { id, item } = await importing(configured({ secretSources: { client_secret: source } }))
    expect(item?.receivers).toContainEqual(
      expect.objectContaining({ secret: 'vault_token', origin: 'VAULT_ADDR', known: false }),
    )
    const asked = await request(id)
    expect(sentence(asked)).toContain('"secret":"vault_token","origin":"VAULT_ADDR"')
    expect(sentence(asked)).toContain('/etc/other.pem')
    const path = { client_secret: vault('', { caFile: '/etc/other.pem', path: 'other' }) }
    await running.change(id, configured({ secretSources: path }))
    expect(sentence(await request(id))).toContain('"secret":"vault_token"')
    await allowAll(id, await request(id))
    expect(sentence(await request(id))).toContain('/etc/other.pem does not exist')
    expect(stranger.requests).toEqual([])
  })

  test('the Vault of VAULT_ADDR is not asked about where a person set its authorities, or none are named', async () => {
    running = openTestApi(null, { variables: { VAULT_TOKEN: 'root', VAULT_ADDR: stranger.url } })
    const source = vault('', { caFile: '/etc/own.pem' })
    const id = await running.add(configured({ secretSources: { client_secret: source } }))
    expect(sentence(await request(id))).toContain('/etc/own.pem does not exist')
    await importing(configured({ secretSources: { client_secret: vault('') } }))
    expect(sentence(await request(id))).not.toContain('"secret":"vault_token"')
  })

  test('a test of a source with authorities that came with a file logs in nowhere, also where another source may', async () => {
    running = openTestApi(null, { variables: { VAULT_TOKEN: 'root' } })
    const own = { client_secret: vault(stranger.url) }
    const id = await running.add(configured({ secretSources: own }))
    const source = vault(stranger.url, { caFile: '/etc/other.pem' })
    await importing(configured({ secretSources: { ...own, dpop_key: source } }))
    const tested = { environmentId: id, name: 'dpop_key', source, secrets: {} } as const
    const said = await running.api.testSecretSource(tested, context)
    expect(said).toMatchObject({
      kind: 'failed',
      problem: { code: 'origin_not_approved', remedy: { kind: 'allow_origin' } },
    })
    expect(stranger.requests).toEqual([])
  })

  test('an edit of the path alone does not allow the address', async () => {
    running = openTestApi(null, { variables: { VAULT_TOKEN: 'root' } })
    const { id } = await importing(configured({ secretSources: { client_secret: vault(stranger.url) } }))
    const value = configured({ secretSources: { client_secret: vault(stranger.url, { path: 'other' }) } })
    await running.change(id, value)
    expect(sentence(await request(id))).toContain('"secret":"vault_token"')
    expect(stranger.requests).toEqual([])
  })

  test('a login by Kubernetes that a person sets up elsewhere does not go to the Vault of the file', async () => {
    const kubernetes = { login: { method: 'kubernetes', mount: '', role: 'r', tokenFile: '/run/token' } }
    const ofFile = { client_secret: vault(stranger.url, kubernetes) }
    const { id } = await importing(configured({ secretSources: ofFile }))
    const both = { ...ofFile, proxy_password: vault(mine.url, kubernetes) }
    await running.change(id, configured({ secretSources: both }))
    expect(sentence(await request(id))).toContain(`"secret":"vault_token","origin":"${stranger.url}"`)
  })
})

describe('a deleted environment', () => {
  test('holds no token any longer: nothing reveals, copies or lists it, and undoing the deletion brings none back', async () => {
    const id = await running.add(configured(), { client_secret: 'secret' })
    await request(id)
    await running.api.deleteEnvironment({ environmentId: id }, context)
    const about = { environmentId: id }
    expect(await running.api.revealToken(about, context)).toBeNull()
    expect(await running.api.copyToken(about, context)).toBe(false)
    expect(await running.api.listTokens(undefined, context)).toEqual([])
    await running.api.restoreEnvironment(about, context)
    expect(await running.api.revealToken(about, context)).toBeNull()
    expect(await request(id)).toMatchObject({ kind: 'issued' })
  })

  test('gets no token from a request that was under way', async () => {
    const waiting: (() => void)[] = []
    const slow = await servers.serve((_request, response) => waiting.push(() => json(response, 200, bearer)))
    const id = await running.add(configured({ token_endpoint: `${slow.url}/token` }), { client_secret: 'secret' })
    const outcome = request(id)
    await expect.poll(() => waiting.length).toBe(1)
    await running.api.deleteEnvironment({ environmentId: id }, context)
    for (const answer of waiting) answer()
    await outcome
    expect(await running.api.revealToken({ environmentId: id }, context)).toBeNull()
  })
})

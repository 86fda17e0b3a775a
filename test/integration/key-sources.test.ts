import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { SignJWT } from 'jose'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import type { KeySource } from '../../electron/contract/verification.ts'
import { problemSentence } from '../../electron/wording/problems.ts'
import { openWorkspace } from '../../electron/core/workspace/workspace.ts'
import { makeCertificates } from '../../electron/sandbox/certificates/make.ts'
import { memoryKeyring } from '../support/memory-keyring.ts'
import { bearer, json, misbehavingServers } from './misbehaving-servers.ts'
import { assembled, makeSigner, type Signer } from './signed-tokens.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'
import { jwks, pasted, verdictOf, verify } from './verifications.ts'

const { serve, closeAll } = misbehavingServers()
const secret = 'a client secret of no less than 32 bytes'

let server: Awaited<ReturnType<typeof serve>>
let opened: TestApi
let signer: Signer
let issued: string

beforeEach(async () => {
  signer = await makeSigner('k1')
  issued = 'opaque'
  server = await serve((request, response) =>
    json(response, 200, request.url === '/jwks' ? { keys: [signer.published] } : { ...bearer, access_token: issued }),
  )
  opened = openTestApi(null)
})
afterEach(async () => {
  opened.close()
  await closeAll()
})

const hs256 = (key: Uint8Array) =>
  new SignJWT({ iss: 'https://as.example' }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('1h').sign(key)

async function problemsOf(token: string, environmentId: string | null, keys: KeySource) {
  const outcome = await opened.api.verifyToken({ token: pasted(token), environmentId, keys }, context)
  return outcome.kind === 'not_sent' ? outcome.problems : outcome.verification
}

const worded = (outcome: Awaited<ReturnType<typeof problemsOf>>) =>
  'verdict' in outcome
    ? outcome
    : outcome.map((problem) => ({ field: problem.field, message: problemSentence(problem) }))

test('an address that the person agreed to is fetched without an environment, and the exchange is recorded', async () => {
  const keys = { kind: 'url', url: `${server.url}/jwks`, fresh: false } as const
  const verification = await verify(opened, pasted(await signer.sign()), null, keys)
  expect(verdictOf(verification)).toMatchObject({ verdict: 'genuine', fetch: 'fetched', fetched: true })
  expect(verification.keys).toMatchObject({ source: 'url', url: keys.url, count: 1 })
  const exchange = await opened.api.getExchange({ id: verification.exchangeId ?? '' }, context)
  expect(exchange).toMatchObject({ environmentId: null, purpose: 'jwks' })
  expect(server.requests[0]?.headers['authorization']).toBeUndefined()
  expect(verdictOf(await verify(opened, pasted(await signer.sign()), null, keys))).toMatchObject({ fetch: 'cached' })
  const again = await verify(opened, pasted(await signer.sign()), null, { ...keys, fresh: true })
  expect(verdictOf(again)).toMatchObject({ fetch: 'fetched' })
})

test.each([
  ['http://as.example/jwks', 'https://'],
  ['ftp://as.example/jwks', 'https://'],
  ['https://user:password@as.example/jwks', 'user name and password'],
  ['/jwks', 'absolute URL'],
])('an address such as %s is not fetched, and the problem is reported at its field', async (url, message) => {
  const problems = await problemsOf(await signer.sign(), null, { kind: 'url', url, fresh: false })
  expect(worded(problems)).toEqual([{ field: 'keys.url', message: expect.stringContaining(message) }])
  expect(server.requests).toHaveLength(0)
})

test('a JWKS URI whose answer anybody on the way could write is not fetched, and nothing is genuine by it', async () => {
  const environmentId = await opened.add({ jwks_uri: 'http://as.example/jwks' })
  const verification = await verify(opened, pasted(await signer.sign()), environmentId)
  expect(verdictOf(verification)).toMatchObject({ verdict: 'undetermined', reason: 'keys_in_clear', fetched: false })
  expect(await opened.api.listExchanges({ environmentId, limit: 1 }, context)).toEqual([])
})

test('an address that the person agreed to does not get the certificate of the environment, nor waits for its key', async () => {
  const clientCertificate = { ...newEnvironment.network.clientCertificate, certificateFile: '/nowhere.pem' }
  const network = { ...newEnvironment.network, clientCertificate }
  const environmentId = await opened.add({ network, jwks_uri: `${server.url}/jwks` })
  const keys = { kind: 'url', url: `${server.url}/jwks`, fresh: false } as const
  expect(verdictOf(await verify(opened, pasted(await signer.sign()), environmentId, keys)).verdict).toBe('genuine')
  const field = 'network.clientCertificate.certificateFile'
  expect(await problemsOf(await signer.sign(), environmentId, jwks)).toMatchObject([{ field }])
})

test.each<[string, () => Promise<string> | string]>([
  ['JWKS', () => JSON.stringify({ keys: [signer.published] })],
  ['JWK', () => JSON.stringify(signer.published)],
  [
    'PEM',
    () =>
      createPublicKey({ key: { ...signer.published }, format: 'jwk' })
        .export({ type: 'spki', format: 'pem' })
        .toString(),
  ],
])('a typed %s verifies, and nothing is fetched', async (_name, text) => {
  const environmentId = await opened.add({ jwks_uri: `${server.url}/jwks` })
  const verification = await verify(opened, pasted(await signer.sign()), environmentId, {
    kind: 'key',
    text: await text(),
  })
  expect(verdictOf(verification)).toMatchObject({ verdict: 'genuine', fetch: 'none', fetched: false })
  expect(verification.keys).toEqual({ source: 'key', url: null, fetchedAt: null, fetch: 'none', count: 1 })
  const forged = await verify(opened, pasted(await (await makeSigner('k1')).sign()), null, {
    kind: 'key',
    text: await text(),
  })
  expect(forged.verdict).toBe('not_genuine')
  expect(server.requests).toHaveLength(0)
})

test('a typed certificate verifies with the key in it', async () => {
  const { selfSigned } = await makeCertificates({ client: 'a', selfSigned: 'b' }, Date.now())
  const token = await new SignJWT({}).setProtectedHeader({ alg: 'ES256' }).sign(createPrivateKey(selfSigned.key))
  expect(
    verdictOf(await verify(opened, pasted(token), null, { kind: 'key', text: selfSigned.certificate })).verdict,
  ).toBe('genuine')
})

test('what is no key is reported at its field, and never quoted', async () => {
  const text = 'certainly-no-key'
  const problems = await problemsOf(await signer.sign(), null, { kind: 'key', text })
  expect(worded(problems)).toEqual([{ field: 'keys.text', message: expect.stringMatching(/^[A-Z].*\.$/) }])
  expect(JSON.stringify(problems)).not.toContain(text)
})

const octets = Buffer.from('0123456789abcdef0123456789abcdef')
test.each([
  ['utf-8', octets.toString()],
  ['base64url', ` ${octets.toString('base64url')}\n`],
  ['hex', octets.toString('hex').toUpperCase()],
] as const)('a shared secret that is typed as %s verifies HS256', async (encoding, text) => {
  const verification = await verify(opened, pasted(await hs256(octets)), null, { kind: 'secret', text, encoding })
  expect(verdictOf(verification)).toMatchObject({ verdict: 'genuine', fetch: 'none' })
  expect(verification.keys).toMatchObject({ source: 'secret', count: 1 })
  const other = await hs256(Buffer.alloc(32, 1))
  expect((await verify(opened, pasted(other), null, { kind: 'secret', text, encoding })).verdict).toBe('not_genuine')
})

test('RS→HS confusion: the public key of a set is never taken for a shared secret', async () => {
  const environmentId = await opened.add({ jwks_uri: `${server.url}/jwks` })
  const token = await hs256(Buffer.from(JSON.stringify(signer.published)))
  expect((await verify(opened, pasted(token), environmentId)).verdict).not.toBe('genuine')
})

test('the client secret of the environment verifies HS256 in this app alone: nothing is sent', async () => {
  const environmentId = await opened.add({ jwks_uri: `${server.url}/jwks` }, { client_secret: secret })
  const keys = { kind: 'client_secret' } as const
  const verification = await verify(opened, pasted(await hs256(Buffer.from(secret))), environmentId, keys)
  expect(verdictOf(verification)).toMatchObject({ verdict: 'genuine', fetch: 'none', fetched: false })
  expect(verification.keys).toMatchObject({ source: 'client_secret', count: 1 })
  expect((await verify(opened, pasted(await hs256(octets)), environmentId, keys)).verdict).toBe('not_genuine')
  expect(server.requests).toHaveLength(0)
})

test('without an environment, or without a secret in it, the client secret is asked for at its field', async () => {
  const token = await hs256(octets)
  expect(await problemsOf(token, null, { kind: 'client_secret' })).toMatchObject([{ field: 'environmentId' }])
  const environmentId = await opened.add({})
  expect(await problemsOf(token, environmentId, { kind: 'client_secret' })).toMatchObject([{ field: 'client_secret' }])
})

test('a client secret that is locked tells the way out, and verifies once it is unlocked', async () => {
  const keyring = memoryKeyring()
  const workspace = openWorkspace(':memory:')
  const before = openTestApi(null, { keyring, workspace })
  const environmentId = await before.add({}, { client_secret: secret })
  keyring.named = null
  opened.close()
  opened = openTestApi(null, { keyring, workspace })
  const token = await hs256(Buffer.from(secret))
  expect(await problemsOf(token, environmentId, { kind: 'client_secret' })).toMatchObject([
    { field: 'client_secret', remedy: { kind: 'unlock' } },
  ])
  keyring.named = 'gnome_libsecret'
  await opened.api.unlockSecretStorage({ passphrase: null }, context)
  expect(await problemsOf(token, environmentId, { kind: 'client_secret' })).toMatchObject({ verdict: 'genuine' })
})

test('a client secret that is asked for each time is used once', async () => {
  const environmentId = await opened.add({ secretSources: { client_secret: { kind: 'ask' } } })
  const token = await hs256(Buffer.from(secret))
  const asked = [{ field: 'client_secret', remedy: { kind: 'answer', secret: 'client_secret' } }]
  expect(await problemsOf(token, environmentId, { kind: 'client_secret' })).toMatchObject(asked)
  await opened.api.answerSecret({ environmentId, name: 'client_secret', value: secret }, context)
  expect(await problemsOf(token, environmentId, { kind: 'client_secret' })).toMatchObject({ verdict: 'genuine' })
  expect(await problemsOf(token, environmentId, { kind: 'client_secret' })).toMatchObject(asked)
})

test('without an environment nothing is compared, and without keys the signature is not checked', async () => {
  const { checks, verdict, keys } = await verify(opened, pasted(await signer.sign()), null)
  expect(verdict).toBe('undetermined')
  expect(keys).toBeNull()
  expect(checks.find(({ name }) => name === 'signature')).toMatchObject({ reason: 'keys_not_given' })
  expect(checks.filter(({ name, result }) => name === 'issuer' && result === 'passed')).toEqual([])
})

test('a token that nothing can verify is not a reason to fetch keys', async () => {
  const environmentId = await opened.add({ jwks_uri: `${server.url}/jwks` })
  for (const token of ['opaque-reference', assembled({ alg: 'none' }, {}, ''), assembled({ alg: 'NoNe' }, {}, 'AA')]) {
    expect(await verify(opened, pasted(token), environmentId)).toMatchObject({ keys: null, exchangeId: null })
  }
  expect(server.requests).toHaveLength(0)
})

test('held, previous and pasted tokens are verified, each by what is known of it', async () => {
  const environmentId = await opened.add(
    {
      issuer: 'https://as.example',
      token_endpoint: `${server.url}/token`,
      jwks_uri: `${server.url}/jwks`,
      client_id: 'c',
      scope: 'api:read',
    },
    { client_secret: secret },
  )
  const previous = { kind: 'previous', environmentId } as const
  const held = { kind: 'held', environmentId } as const
  const refusal = await opened.api.verifyToken({ token: previous, environmentId, keys: jwks }, context)
  expect(refusal).toMatchObject({ kind: 'not_sent', problems: [{ field: 'access_token' }] })
  issued = await signer.sign({ scope: 'api:read', jti: '1' })
  await opened.api.requestToken({ environmentId }, context)
  issued = await signer.sign({ scope: 'api:write', jti: '2' })
  await opened.api.requestToken({ environmentId }, context)
  const scopeOf = async (token: Parameters<typeof verify>[1]) =>
    (await verify(opened, token, environmentId)).checks.find(({ name }) => name === 'scope')?.reason
  expect(await scopeOf(previous)).toBe('scope_as_asked')
  expect(await scopeOf(held)).toBe('scope_less')
  expect(await scopeOf(pasted(`Authorization: Bearer ${issued}`))).toBe('scope_less')
  const alone = await verify(opened, held, null)
  expect(alone.checks.filter(({ name, result }) => name === 'issuer' && result === 'passed')).toEqual([])
})

test('a pasted token is compared with the DPoP key in use now, if it can be read', async () => {
  const environmentId = await opened.add({
    dpop: { ...newEnvironment.dpop, enabled: true },
    jwks_uri: `${server.url}/jwks`,
  })
  const token = pasted(await signer.sign({ cnf: { jkt: 'another' } }))
  const bindingOf = async () =>
    (await verify(opened, token, environmentId)).checks.find(({ name }) => name === 'binding')?.reason
  expect(await bindingOf()).toBe('binding_mismatch')
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' })
  await opened.change(environmentId, { secrets: { dpop_key: key.toString() } })
  expect(await bindingOf()).toBe('binding_unchecked')
})

test('an environment that is gone is reported', async () => {
  const outcome = await opened.api.verifyToken({ token: pasted('x'), environmentId: 'gone', keys: jwks }, context)
  expect(outcome).toMatchObject({ kind: 'not_sent', problems: [{ field: 'name' }] })
})

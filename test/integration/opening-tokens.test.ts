import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { CompactEncrypt } from 'jose'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { openWorkspace } from '../../electron/core/workspace/workspace.ts'
import { makeCertificates } from '../../electron/sandbox/certificates/make.ts'
import { memoryKeyring } from '../support/memory-keyring.ts'
import { bearer, json, misbehavingServers } from './misbehaving-servers.ts'
import { makeSigner, type Signer } from './signed-tokens.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'
import { jwks, pasted, verdictOf, verify } from './verifications.ts'

const { serve, closeAll } = misbehavingServers()
const secret = 'a client secret of no less than 32 bytes'
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const own = { kind: 'environment' } as const

let server: Awaited<ReturnType<typeof serve>>
let opened: TestApi
let signer: Signer
let issued: string

beforeEach(async () => {
  signer = await makeSigner('k1')
  issued = ''
  server = await serve((request, response) =>
    json(response, 200, request.url === '/jwks' ? { keys: [signer.published] } : { ...bearer, access_token: issued }),
  )
  opened = openTestApi(null)
})
afterEach(async () => {
  opened.close()
  await closeAll()
})

const pemOf = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString()

function encrypted(text: string, key: KeyObject | Uint8Array, alg: string, cty = 'JWT'): Promise<string> {
  return new CompactEncrypt(Buffer.from(text)).setProtectedHeader({ alg, enc: 'A256GCM', cty }).encrypt(key)
}
const forUs = async (text?: string) => encrypted(text ?? (await signer.sign()), rsa.publicKey, 'RSA-OAEP-256')
/** @see OpenID Connect Core 1.0 §10.2 */
const bySecret = (text: string) => encrypted(text, createHash('sha256').update(secret).digest(), 'dir')

const endpoints = () => ({ client_id: 'c', token_endpoint: `${server.url}/token`, jwks_uri: `${server.url}/jwks` })
const withKey = () => opened.add(endpoints(), { private_key: pemOf(rsa.privateKey), client_secret: secret })
const open = (token: string, environmentId: string | null, key: typeof own | { kind: 'key'; text: string } = own) =>
  opened.api.openToken({ token: pasted(token), environmentId, key }, context)

describe('openToken', () => {
  test('opens a pasted token with the private key of the environment, and sends nothing', async () => {
    const inner = await signer.sign({ sub: 'client' })
    expect(await open(await forUs(inner), await withKey())).toMatchObject({
      kind: 'opened',
      by: 'private_key',
      inner: { kind: 'jws' },
      innerToken: inner,
      claims: null,
    })
    expect(server.requests).toHaveLength(0)
  })

  test('opens it with the client secret', async () => {
    const opening = await open(await bySecret(await signer.sign()), await withKey())
    expect(opening).toMatchObject({ kind: 'opened', by: 'client_secret', inner: { kind: 'jws' } })
  })

  test('opens it with the key of the client certificate', async () => {
    const { selfSigned } = await makeCertificates({ client: 'a', selfSigned: 'b' }, Date.now())
    const folder = mkdtempSync(path.join(tmpdir(), 'ccx-opening-'))
    const keyFile = path.join(folder, 'key.pem')
    writeFileSync(keyFile, selfSigned.key)
    const { network } = newEnvironment
    const clientCertificate = { ...network.clientCertificate, certificate: selfSigned.certificate, keyFile }
    const environmentId = await opened.add({ network: { ...network, clientCertificate } })
    const key = createPublicKey(createPrivateKey(selfSigned.key))
    const alg = key.asymmetricKeyType === 'rsa' ? 'RSA-OAEP' : 'ECDH-ES'
    const opening = await open(await encrypted(await signer.sign(), key, alg), environmentId)
    rmSync(folder, { recursive: true })
    expect(opening).toMatchObject({ kind: 'opened', by: 'private_key', inner: { kind: 'jws' } })
  })

  test.each([
    ['PEM', () => pemOf(rsa.privateKey)],
    ['JWK', () => JSON.stringify(rsa.privateKey.export({ format: 'jwk' }))],
  ])('opens it with a typed private key as %s, without an environment', async (_name, text) => {
    const opening = await open(await forUs(), null, { kind: 'key', text: text() })
    expect(opening).toMatchObject({ kind: 'opened', by: 'key', inner: { kind: 'jws' } })
  })

  test('shows the claims of a token that holds them without a signature', async () => {
    const source = '{"iss":"https://as.example","n":12345678901234567890}'
    expect(await open(await forUs(source), await withKey())).toMatchObject({
      kind: 'opened',
      innerToken: source,
      claims: { source },
    })
  })

  test('opens one token within another, and no third', async () => {
    const environmentId = await withKey()
    const twice = await forUs(await forUs())
    expect(await open(twice, environmentId)).toMatchObject({ kind: 'opened', inner: { kind: 'jws' } })
    expect(await open(await forUs(twice), environmentId)).toMatchObject({ kind: 'opened', inner: { kind: 'jwe' } })
  })

  test('does not hand out what was inside of a token that an environment holds', async () => {
    const environmentId = await withKey()
    const inner = await signer.sign()
    issued = await forUs(inner)
    await opened.api.requestToken({ environmentId }, context)
    issued = await forUs(inner)
    await opened.api.requestToken({ environmentId }, context)
    for (const kind of ['held', 'previous'] as const) {
      const token = { kind, environmentId }
      const opening = await opened.api.openToken({ token, environmentId, key: own }, context)
      expect(opening).toMatchObject({ kind: 'opened', inner: { kind: 'jws' }, innerToken: null })
      expect(JSON.stringify(opening)).not.toContain(inner.split('.')[2])
    }
  })

  test('a key that does not fit, or none, leaves it closed', async () => {
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
    const environmentId = await opened.add({}, { private_key: pemOf(other) })
    expect(await open(await forUs(), environmentId)).toMatchObject({ kind: 'closed' })
    expect(await open(await forUs(), await opened.add({}))).toMatchObject({ kind: 'closed' })
    expect(await open(await forUs(), null, { kind: 'key', text: pemOf(other) })).toMatchObject({ kind: 'closed' })
  })

  test('what is no key is reported at its field and not quoted', async () => {
    const text = '{"kty":"RSA","d":"certainly-no-key'
    const opening = await open(await forUs(), null, { kind: 'key', text })
    expect(opening).toMatchObject({ kind: 'not_sent', problems: [{ field: 'key.text' }] })
    expect(JSON.stringify(opening)).not.toContain('certainly-no-key')
  })

  test('what is not encrypted, and an environment that is not named, are reported', async () => {
    const closed = { kind: 'closed', reason: 'token_not_encrypted' }
    expect(await open(await signer.sign(), await withKey())).toMatchObject(closed)
    expect(await open(await forUs(), null)).toMatchObject({ kind: 'not_sent', problems: [{ field: 'environmentId' }] })
  })

  test('a secret that is locked tells the way out, and only a secret that could open it is read', async () => {
    const keyring = memoryKeyring()
    const workspace = openWorkspace(':memory:')
    const before = openTestApi(null, { keyring, workspace })
    const session = { client_secret: { kind: 'session' } } as const
    const environmentId = await before.add({ secretSources: session }, { private_key: pemOf(rsa.privateKey) })
    keyring.named = null
    opened.close()
    opened = openTestApi(null, { keyring, workspace })
    await opened.change(environmentId, { secrets: { client_secret: secret } })
    const locked = { kind: 'not_sent', problems: [{ field: 'private_key', remedy: { kind: 'unlock' } }] }
    expect(await open(await forUs(), environmentId)).toMatchObject(locked)
    const outcome = { token: pasted(await forUs()), environmentId, keys: jwks }
    expect(await opened.api.verifyToken(outcome, context)).toMatchObject(locked)
    expect(await open(await bySecret(await signer.sign()), environmentId)).toMatchObject({ kind: 'opened' })
    keyring.named = 'gnome_libsecret'
    await opened.api.unlockSecretStorage({ passphrase: null }, context)
    expect(await open(await forUs(), environmentId)).toMatchObject({ kind: 'opened' })
  })

  test('a secret that is asked for each time is used once', async () => {
    const environmentId = await opened.add({ secretSources: { client_secret: { kind: 'ask' } } })
    const token = await bySecret(await signer.sign())
    const asked = { kind: 'not_sent', problems: [{ field: 'client_secret', remedy: { kind: 'answer' } }] }
    expect(await open(token, environmentId)).toMatchObject(asked)
    const both = { token: pasted(token), environmentId, keys: { kind: 'client_secret' } } as const
    const refusal = await opened.api.verifyToken(both, context)
    expect(refusal.kind === 'not_sent' && refusal.problems).toHaveLength(1)
    await opened.api.answerSecret({ environmentId, name: 'client_secret', value: secret }, context)
    expect(await open(token, environmentId)).toMatchObject({ kind: 'opened', by: 'client_secret' })
    expect(await open(token, environmentId)).toMatchObject(asked)
  })
})

describe('verifyToken of an encrypted token', () => {
  const checksOf = async (token: string, environmentId: string | null) =>
    verify(opened, pasted(token), environmentId, jwks)

  test('verifies what is inside, and says first with what it was opened', async () => {
    const verification = await checksOf(await forUs(), await withKey())
    expect(verdictOf(verification)).toMatchObject({ verdict: 'genuine', fetch: 'fetched' })
    expect(verification.checks[0]).toEqual({
      name: 'encryption',
      result: 'passed',
      reason: 'opened_with',
      evidence: { by: 'private_key', alg: 'RSA-OAEP-256', enc: 'A256GCM' },
    })
  })

  test('a held one as well', async () => {
    const environmentId = await withKey()
    issued = await forUs()
    await opened.api.requestToken({ environmentId }, context)
    expect(verdictOf(await verify(opened, { kind: 'held', environmentId }, environmentId)).verdict).toBe('genuine')
  })

  test('a forgery inside is not genuine: anyone can encrypt for a public key', async () => {
    const forger = await makeSigner('k1')
    expect((await checksOf(await forUs(await forger.sign()), await withKey())).verdict).toBe('not_genuine')
  })

  test('one in another is opened, and said to be', async () => {
    const twice = await checksOf(await forUs(await bySecret(await signer.sign())), await withKey())
    expect(twice.verdict).toBe('genuine')
    expect(twice.checks[0]).toMatchObject({
      name: 'encryption',
      result: 'passed',
      reason: 'opened_twice_with',
      evidence: { outer_by: 'private_key', by: 'client_secret', alg: 'dir' },
    })
  })

  test('one in another that nothing here opens leaves the outer one opened, and that is said', async () => {
    const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey
    const token = await forUs(await encrypted(await signer.sign(), foreign, 'RSA-OAEP-256'))
    const environmentId = await withKey()
    expect(await open(token, environmentId)).toMatchObject({ kind: 'opened', inner: { kind: 'jwe' } })
    const { checks } = await checksOf(token, environmentId)
    expect(checks[0]).toMatchObject({ name: 'encryption', result: 'not_possible', reason: 'inner_closed' })
  })

  test('three layers are too many', async () => {
    const { verdict, checks } = await checksOf(await forUs(await forUs(await forUs())), await withKey())
    expect(verdict).toBe('undetermined')
    expect(checks).toMatchObject([
      { name: 'encryption', result: 'not_possible', reason: 'nested_too_deep' },
      { name: 'signature', result: 'not_possible' },
    ])
  })

  test('claims that are not signed are not genuine by being encrypted', async () => {
    const { verdict, checks } = await checksOf(await forUs('{"iss":"https://as.example"}'), await withKey())
    expect(verdict).toBe('undetermined')
    expect(checks).toMatchObject([
      { name: 'encryption', result: 'passed' },
      { name: 'signature', result: 'not_possible', reason: 'nothing_signed' },
    ])
  })

  test('without a key that opens it, it cannot be checked, and nothing is fetched', async () => {
    for (const environmentId of [null, await opened.add(endpoints())]) {
      const { verdict, checks, keys } = await checksOf(await forUs(), environmentId)
      expect(verdict).toBe('undetermined')
      expect(keys).toBeNull()
      expect(checks[0]).toMatchObject({ name: 'encryption', result: 'not_possible' })
    }
    expect(server.requests).toHaveLength(0)
  })
})

import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { type Signer, signer } from '../support/signed-tokens.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'

const ofTokens = 'http://adfs.example/adfs/services/trust'
let server: Server
let issuer: string
let keys: Signer
let opened: TestApi
let published: object

/** Like AD FS: its access tokens name another issuer than its metadata. */
beforeEach(async () => {
  keys = await signer('ES256')
  published = { access_token_issuer: ofTokens }
  server = createServer(({ url }, response) => {
    const { origin } = new URL(issuer)
    const metadata = { issuer, token_endpoint: `${origin}/token`, jwks_uri: `${origin}/jwks`, ...published }
    response.setHeader('Content-Type', 'application/json')
    response.end(JSON.stringify(url === '/jwks' ? { keys: [keys.jwk] } : metadata))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  issuer = `http://127.0.0.1:${address.port}/adfs`
  opened = openTestApi(null)
})
afterEach(() => {
  opened.close()
  server.close()
})

async function verdictOf(token: string) {
  const environmentId = await opened.add({ issuer, jwks_uri: `${new URL(issuer).origin}/jwks` }, {})
  const source = { kind: 'jwks', fresh: true } as const
  const request = { token: { kind: 'pasted', token }, environmentId, keys: source } as const
  const outcome = await opened.api.verifyToken(request, context)
  return outcome.kind === 'verified' ? outcome.verification.verdict : outcome.kind
}

const discover = (network = newEnvironment.network) => {
  const { stage } = newEnvironment
  return opened.api.discover({ environmentId: null, secrets: {}, issuer, stage, network }, context)
}

test('a token of the issuer that the metadata names for access tokens is genuine once the metadata was read', async () => {
  const token = await keys.sign({ iss: ofTokens })
  expect(await verdictOf(token)).toBe('other_issuer')
  expect(await discover()).toMatchObject({ kind: 'found', metadata: { access_token_issuer: ofTokens } })
  expect(await verdictOf(token)).toBe('genuine')
  expect(await verdictOf(await keys.sign({ iss: `${ofTokens}/` }))).toBe('other_issuer')
  expect(await verdictOf(await (await signer('ES256')).sign({ iss: ofTokens }))).toBe('not_genuine')
})

test('what newer metadata no longer names is no issuer of access tokens', async () => {
  await discover()
  published = {}
  await discover()
  expect(await verdictOf(await keys.sign({ iss: ofTokens }))).toBe('other_issuer')
})

test('what metadata says that came by another way, such as a proxy of a file, is not believed by an environment', async () => {
  const { network } = newEnvironment
  const otherWay = { ...network, proxy: { ...network.proxy, mode: 'none' } } as const
  expect(await discover(otherWay)).toMatchObject({ kind: 'found', metadata: { access_token_issuer: ofTokens } })
  expect(await verdictOf(await keys.sign({ iss: ofTokens }))).toBe('other_issuer')
})

import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { SignJWT } from 'jose'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'
import { newApiRequest } from '../../electron/catalogue/new-api-request.ts'

/** A proxy that answers everything itself, for a server that nobody could reach otherwise. */
const issuer = 'http://127.0.0.9:9'
const secrets = { client_secret: 's', proxy_password: 'of-the-proxy' }
let proxy: Server
let port: number
let opened: TestApi
let token: string
const seen: IncomingMessage[] = []

const answers: Readonly<Record<string, () => object>> = {
  '/.well-known/openid-configuration': () => ({ issuer, token_endpoint: `${issuer}/token` }),
  '/token': () => ({ access_token: token, token_type: 'Bearer', expires_in: 600 }),
  '/introspect': () => ({ active: true }),
  '/jwks': () => ({ keys: [] }),
}

beforeAll(async () => {
  token = await new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.alloc(32))
  proxy = createServer((request, response) => {
    request.resume()
    seen.push(request)
    const answer = answers[new URL(request.url ?? '').pathname]
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer?.() ?? {}))
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const address = proxy.address()
  port = typeof address === 'object' && address !== null ? address.port : 0
})
afterAll(async () => {
  proxy.closeAllConnections()
  proxy.close()
  await once(proxy, 'close')
})
beforeEach(() => {
  seen.length = 0
  opened = openTestApi(null, { systemProxy: async () => 'http://127.0.0.1:9' })
})
afterEach(() => opened.close())

const policy = () => ({
  ...newEnvironment.network,
  proxy: { mode: 'explicit', url: `http://127.0.0.1:${port}`, username: 'me', bypass: '' } as const,
})

async function everyCall(network: ReturnType<typeof policy>) {
  const { api } = opened
  const endpoints = {
    token_endpoint: `${issuer}/token`,
    introspection_endpoint: `${issuer}/introspect`,
    revocation_endpoint: `${issuer}/revoke`,
    jwks_uri: `${issuer}/jwks`,
  }
  const environmentId = await opened.add({ issuer, ...endpoints, client_id: 'c', network }, secrets)
  const unsaved = { environmentId: null, secrets, stage: newEnvironment.stage, network }
  const style = newEnvironment.introspection
  const request = { ...newApiRequest, url: `${issuer}/api` } as const
  return [
    await api.discover({ ...unsaved, issuer }, context),
    await api.listKeys({ ...unsaved, jwks_uri: endpoints.jwks_uri }, context),
    await api.requestToken({ environmentId }, context),
    await api.verifyToken(
      { token: { kind: 'pasted', token }, environmentId, keys: { kind: 'jwks', fresh: false } },
      context,
    ),
    await api.introspectToken({ environmentId, style }, context),
    await api.sendApiCall({ environmentId, request }, context),
    await api.revokeToken({ environmentId }, context),
  ]
}

test('discovery, JWKS, token, introspection, API call and revocation all go through the proxy of the environment', async () => {
  await everyCall(policy())
  expect(seen.map(({ url }) => url?.slice(issuer.length))).toEqual([
    '/.well-known/openid-configuration',
    '/jwks',
    '/token',
    '/jwks',
    '/introspect',
    '/api',
    '/revoke',
  ])
  const credentials = `Basic ${btoa(`me:${secrets.proxy_password}`)}`
  expect(new Set(seen.map(({ headers }) => headers['proxy-authorization']))).toEqual(new Set([credentials]))
  const exchanges = await opened.api.listExchanges({ environmentId: null, limit: 50 }, context)
  for (const { id } of exchanges) {
    const exchange = await opened.api.getExchange({ id }, context)
    expect(exchange?.connection?.proxy).toBe(`http://127.0.0.1:${port}`)
    expect(JSON.stringify(exchange)).not.toContain(secrets.proxy_password)
  }
})

test('a fault in the policy keeps every one of them from being sent, and is reported at its field', async () => {
  const outcomes = await everyCall({ ...policy(), caFile: '/nowhere/ca.pem' })
  expect(seen).toEqual([])
  const sent = outcomes.flatMap((outcome) => (outcome !== null && 'kind' in outcome ? [outcome] : []))
  expect(sent).toHaveLength(7)
  for (const outcome of sent) {
    const notSent = outcome.kind === 'no_token' ? outcome.token : outcome
    if (notSent.kind !== 'not_sent') throw new Error(notSent.kind)
    expect(notSent.problems.map(({ field }) => field)).toContain('network.caFile')
  }
})

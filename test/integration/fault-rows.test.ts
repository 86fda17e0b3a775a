import { generateKeyPairSync } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { bearer, json, misbehavingServers, secrets, style } from './misbehaving-servers.ts'
import { codesOf, context, openTestApi, type TestApi } from './test-api.ts'
import { newApiRequest } from '../../electron/catalogue/new-api-request.ts'

/** Rows of SECURITY.md that only the whole of core can show, against servers that misbehave. */
let opened: TestApi
let api: TestApi['api']
const { serve, closeAll } = misbehavingServers()

beforeEach(() => {
  opened = openTestApi(null)
  api = opened.api
})
afterEach(async () => {
  opened.close()
  await closeAll()
})

const { stage, network } = newEnvironment

describe.each([301, 302, 307, 308])('N5: %i on a protocol endpoint', (status) => {
  test('is refused, the target is shown, and nothing is forwarded', async () => {
    const target = await serve((_, response) => response.end())
    const moved = await serve((request, response) => {
      if (request.url === '/token' && request.method === 'POST') return json(response, 200, bearer)
      return response.writeHead(status, { location: `${target.url}/steal` }).end()
    })
    const environmentId = await opened.add(
      {
        issuer: moved.url,
        token_endpoint: `${moved.url}/token`,
        introspection_endpoint: `${moved.url}/introspect`,
        revocation_endpoint: `${moved.url}/revoke`,
        client_id: 'c',
      },
      secrets,
    )
    await api.requestToken({ environmentId }, context)
    const redirected = await opened.add({ token_endpoint: `${moved.url}/moved`, client_id: 'c' }, secrets)
    const unsaved = { environmentId: null, secrets: {}, stage, network }
    const outcomes = [
      await api.requestToken({ environmentId: redirected }, context),
      await api.introspectToken({ environmentId, style }, context),
      await api.revokeToken({ environmentId }, context),
      await api.listKeys({ ...unsaved, jwks_uri: `${moved.url}/jwks` }, context),
      await api.discover({ ...unsaved, issuer: moved.url }, context),
    ]
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({
        kind: 'nonconformant',
        findings: [{ code: 'redirect_refused', evidence: { location: `${target.url}/steal` } }],
      })
    }
    expect(target.requests).toEqual([])
  })
})

test('N7: 429 and 503 with Retry-After are shown with the moment from which to go on, and nothing is re-sent by itself', async () => {
  for (const status of [429, 503]) {
    const busy = await serve((_, response) => json(response, status, { error: 'slow_down' }, { 'retry-after': '120' }))
    const environmentId = await opened.add({ token_endpoint: busy.url, client_id: 'c' }, secrets)
    const outcome = await api.requestToken({ environmentId }, context)
    if (!('findings' in outcome)) throw new Error(outcome.kind)
    const wait = outcome.findings.find(({ code }) => code === 'retry_after')
    expect(Number(wait?.evidence['until'])).toBeGreaterThan(Date.now() + 100_000)
    expect(busy.requests).toHaveLength(1)
  }
})

describe('J7: a server whose clock is 10 minutes ahead', () => {
  const date = () => ({ date: new Date(Date.now() + 600_000).toUTCString() })
  const request = (url: string) => ({ ...newApiRequest, url }) as const

  test('does not make a token of 5 minutes look expired', async () => {
    const server = await serve((asked, response) =>
      asked.method === 'POST'
        ? json(response, 200, { ...bearer, expires_in: 300 }, date())
        : json(response, 401, {}, date()),
    )
    const environmentId = await opened.add({ token_endpoint: server.url, client_id: 'c' }, secrets)
    const outcome = await api.sendApiCall({ environmentId, request: request(server.url) }, context)
    expect(codesOf(outcome)).toContain('token_refused')
  })

  test('does not make a token last longer whose end is known from its claim only', async () => {
    const exp = Math.round(Date.now() / 1000) + 900
    const token = [{ alg: 'none' }, { exp }].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    const answer = { access_token: `${token.join('.')}.`, token_type: 'Bearer' }
    const server = await serve((_, response) => json(response, 200, answer, date()))
    const environmentId = await opened.add({ token_endpoint: server.url, client_id: 'c' }, secrets)
    const outcome = await api.requestToken({ environmentId }, context)
    if (outcome.kind !== 'issued') throw new Error(outcome.kind)
    expect(Math.abs(Number(outcome.token.lifetime.expiresAt) - (exp - 600) * 1000)).toBeLessThan(5000)
  })
})

test('A7: a signed introspection response whose signature does not fit is invalid, not active', async () => {
  const segment = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const forger = await serve((request, response) => {
    if (request.url === '/token') return json(response, 200, bearer)
    if (request.url === '/jwks') {
      return json(response, 200, {
        keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }],
      })
    }
    const header = segment({ alg: 'RS256', kid: 'k', typ: 'token-introspection+jwt' })
    const claims = segment({ iss: `http://${request.headers.host}`, aud: 'c', token_introspection: { active: true } })
    const signature = Buffer.alloc(256, 1).toString('base64url')
    response.writeHead(200, { 'content-type': 'application/token-introspection+jwt' })
    return response.end(`${header}.${claims}.${signature}`)
  })
  const { url } = forger
  const endpoints = {
    token_endpoint: `${url}/token`,
    introspection_endpoint: `${url}/introspect`,
    jwks_uri: `${url}/jwks`,
  }
  const environmentId = await opened.add({ issuer: url, ...endpoints, client_id: 'c' }, secrets)
  await api.requestToken({ environmentId }, context)
  const outcome = await api.introspectToken({ environmentId, style: { ...style, responseFormat: 'jwt' } }, context)
  expect(outcome).toMatchObject({ kind: 'nonconformant', status: 200 })
  expect(codesOf(outcome)).toContain('introspection_signature_invalid')
})

import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newEnvironment } from '../../electron/contract/new-environment.ts'
import { codesOf, context, openTestApi, type TestApi } from './test-api.ts'

/** Rows of SECURITY.md that only the whole of core can show, against servers that misbehave. */
let opened: TestApi
let api: TestApi['api']
const closing: (() => Promise<void>)[] = []

beforeEach(() => {
  opened = openTestApi(null)
  api = opened.api
})
afterEach(async () => {
  opened.close()
  for (const close of closing.splice(0)) await close()
})

type Answer = (request: IncomingMessage, response: ServerResponse, count: number) => void

async function serve(answer: Answer): Promise<{ url: string; requests: IncomingMessage[] }> {
  const requests: IncomingMessage[] = []
  const server = createServer((request, response) => {
    request.resume()
    requests.push(request)
    answer(request, response, requests.length)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  })
  const address = server.address()
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`, requests }
}

const json = (response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}) =>
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers })
    .end(JSON.stringify(body))
const bearer = { access_token: 'opaque-token', token_type: 'Bearer', expires_in: 600 }
const secrets = { client_secret: 'secret-of-the-client' }
const style = { authentication: 'client', bodyFormat: 'form', responseFormat: 'json' } as const
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

describe('DPoP', () => {
  const dpop = { enabled: true, alg: 'ES256', keyFile: '' } as const

  test('A9: a DPoP nonce for ever: one retry, and it is named', async () => {
    const insatiable = await serve((_, response, count) =>
      json(response, 400, { error: 'use_dpop_nonce' }, { 'dpop-nonce': `nonce-${count}` }),
    )
    const environmentId = await opened.add({ token_endpoint: insatiable.url, client_id: 'c', dpop }, secrets)
    const outcome = await api.requestToken({ environmentId }, context)
    expect(codesOf(outcome)).toContain('dpop_nonce_repeated')
    expect(insatiable.requests).toHaveLength(2)
  })

  test('A9: Bearer returned for DPoP: the downgrade is named, and calls send Bearer', async () => {
    const server = await serve((request, response) =>
      request.method === 'POST' ? json(response, 200, bearer) : json(response, 200, {}),
    )
    const environmentId = await opened.add({ token_endpoint: server.url, client_id: 'c', dpop }, secrets)
    expect(codesOf(await api.requestToken({ environmentId }, context))).toContain('dpop_downgraded')
    const request = {
      method: 'GET',
      url: `${server.url}/x`,
      body: '',
      contentType: '',
      followRedirects: false,
    } as const
    await api.sendApiCall({ environmentId, request }, context)
    expect(server.requests.at(-1)?.headers.authorization).toBe('Bearer opaque-token')
    expect(server.requests.at(-1)?.headers['dpop']).toBeUndefined()
  })

  test('a nonce of the protected API is answered once as well, with the proof of the token', async () => {
    const server = await serve((request, response) => {
      if (request.method === 'POST') return json(response, 200, { ...bearer, token_type: 'DPoP' })
      const proof = String(request.headers['dpop']).split('.')[1] ?? ''
      const claims: unknown = JSON.parse(Buffer.from(proof, 'base64url').toString())
      const hasNonce = typeof claims === 'object' && claims !== null && 'nonce' in claims && 'ath' in claims
      const headers = { 'dpop-nonce': 'n1', 'www-authenticate': 'DPoP error="use_dpop_nonce"' }
      return hasNonce ? json(response, 200, {}) : json(response, 401, {}, headers)
    })
    const environmentId = await opened.add({ token_endpoint: server.url, client_id: 'c', dpop }, secrets)
    const request = {
      method: 'GET',
      url: `${server.url}/x?y`,
      body: '',
      contentType: '',
      followRedirects: true,
    } as const
    const outcome = await api.sendApiCall({ environmentId, request }, context)
    expect(outcome).toMatchObject({ kind: 'answered', status: 200 })
    expect(codesOf(outcome)).toContain('dpop_nonce_supplied')
    expect(server.requests.map(({ method }) => method)).toEqual(['POST', 'GET', 'GET'])
    expect(server.requests.at(-1)?.headers.authorization).toBe('DPoP opaque-token')
  })

  test('of two calls at the same time each answers the nonce that both are supplied', async () => {
    const waiting: (() => void)[] = []
    const server = await serve((request, response) => {
      if (request.method === 'POST') return json(response, 200, { ...bearer, token_type: 'DPoP' })
      const proof = Buffer.from(String(request.headers['dpop']).split('.')[1] ?? '', 'base64url').toString()
      if (proof.includes('"nonce":"n1"')) return json(response, 200, {})
      const headers = { 'dpop-nonce': 'n1', 'www-authenticate': 'DPoP error="use_dpop_nonce"' }
      waiting.push(() => json(response, 401, {}, headers))
      return waiting.length === 2 ? waiting.splice(0).forEach((answer) => answer()) : undefined
    })
    const environmentId = await opened.add({ token_endpoint: server.url, client_id: 'c', dpop }, secrets)
    const request = { method: 'GET', url: server.url, body: '', contentType: '', followRedirects: false } as const
    const call = () => api.sendApiCall({ environmentId, request }, context)
    const outcomes = await Promise.all([call(), call()])
    expect(outcomes.map(codesOf)).toEqual([['dpop_nonce_supplied'], ['dpop_nonce_supplied']])
    expect(outcomes).toMatchObject([{ status: 200 }, { status: 200 }])
  })
})

test('a token without jti that comes again within its second is named, and one that was revoked stays so', async () => {
  const server = await serve((request, response) =>
    request.url === '/revoke' ? response.end() : json(response, 200, bearer),
  )
  const endpoints = { token_endpoint: server.url, revocation_endpoint: `${server.url}/revoke` }
  const environmentId = await opened.add({ ...endpoints, client_id: 'c' }, secrets)
  const request = () => api.requestToken({ environmentId }, context)
  expect(codesOf(await request())).not.toContain('token_repeated')
  const again = await request()
  expect(again).toMatchObject({ kind: 'issued', token: { revokedAt: null } })
  expect(codesOf(again)).toContain('token_repeated')
  await api.revokeToken({ environmentId }, context)
  const [revoked] = await api.listTokens(undefined, context)
  expect(revoked?.revokedAt).toBeGreaterThan(0)
  expect(await request()).toMatchObject({
    kind: 'issued',
    token: { revokedAt: revoked?.revokedAt },
    findings: expect.arrayContaining([
      expect.objectContaining({ code: 'token_repeated', evidence: { revoked: 'yes' } }),
    ]),
  })
})

test('a server that repeats the secret in what it says does not make the window show it', async () => {
  const said = 'client secret-of-the-client is wrong'
  const error = {
    error: 'wrong: secret-of-the-client',
    error_description: said,
    error_uri: `https://as.example/${said}`,
  }
  const echo = await serve((_, response) => json(response, 401, error))
  const environmentId = await opened.add({ token_endpoint: echo.url, client_id: 'c' }, secrets)
  const outcome = await api.requestToken({ environmentId }, context)
  expect(outcome).toMatchObject({
    kind: 'refused',
    error: { error_description: expect.stringContaining('client ••••') },
  })
  expect(JSON.stringify(outcome)).not.toContain(secrets.client_secret)
})

test('a token response that repeats the secret or holds a token within does not make the window show it', async () => {
  const inner = { access_token: 'inner-token', note: 'opaque-token' }
  const answer = { ...bearer, client: secrets, echo: `Basic ${btoa(`c:${secrets.client_secret}`)}`, inner }
  const server = await serve((_, response) => json(response, 200, answer))
  const environmentId = await opened.add({ token_endpoint: server.url, client_id: 'c' }, secrets)
  const shown = JSON.stringify([
    await api.requestToken({ environmentId }, context),
    await api.listTokens(undefined, context),
  ])
  expect(shown).toContain('expires_in')
  for (const secret of [secrets.client_secret, answer.echo, 'opaque-token', 'inner-token']) {
    expect(shown).not.toContain(secret)
  }
})

test('what a server says stays JSON where a secret in it is masked', async () => {
  const pin = '1357911131'
  const answer = { ...bearer, active: true, pin: Number(pin) }
  const server = await serve((_, response) => json(response, 200, answer))
  const change = { token_endpoint: server.url, introspection_endpoint: server.url, client_id: 'c' }
  const environmentId = await opened.add(change, { client_secret: pin })
  const issued = await api.requestToken({ environmentId }, context)
  const introspected = await api.introspectToken({ environmentId, style }, context)
  if (issued.kind !== 'issued' || introspected.kind !== 'active') throw new Error(introspected.kind)
  for (const { source, members } of [issued.token.response, introspected.response]) {
    expect(source).not.toContain(pin)
    for (const text of [source, ...members.map((member) => member.source)]) JSON.parse(text)
  }
})

test('an API that repeats the token, in its status line as in its challenge, does not make the window show it', async () => {
  const api401 = (response: ServerResponse) => {
    response.writeHead(401, 'no opaque-token', {
      'www-authenticate': 'Bearer error="opaque-token", scope="opaque-token"',
    })
    response.end()
  }
  const server = await serve(({ method }, response) =>
    method === 'POST' ? json(response, 200, bearer) : api401(response),
  )
  const environmentId = await opened.add({ token_endpoint: server.url, client_id: 'c' }, secrets)
  const request = { method: 'GET', url: server.url, body: '', contentType: '', followRedirects: false } as const
  const outcome = await api.sendApiCall({ environmentId, request }, context)
  expect(outcome).toMatchObject({ kind: 'answered', status: 401 })
  expect(JSON.stringify(outcome)).not.toContain(bearer.access_token)
})

test('a token that was replaced while its call was under way is masked in what was recorded', async () => {
  let answerCall = () => {}
  let isAsked = () => {}
  const asked = new Promise<void>((resolve) => {
    isAsked = resolve
  })
  const server = await serve(({ method }, response, count) => {
    if (method === 'POST') return json(response, 200, { ...bearer, access_token: `opaque-token-${count}` })
    answerCall = () => json(response, 200, { got: 'Bearer opaque-token-1' })
    return isAsked()
  })
  const environmentId = await opened.add({ token_endpoint: server.url, client_id: 'c' }, secrets)
  const request = { method: 'GET', url: server.url, body: '', contentType: '', followRedirects: false } as const
  const call = api.sendApiCall({ environmentId, request }, context)
  await asked
  expect(await api.requestToken({ environmentId }, context)).toMatchObject({ kind: 'issued' })
  answerCall()
  const outcome = await call
  const recorded = 'exchangeId' in outcome ? opened.workspace.exchanges.get(outcome.exchangeId) : null
  expect(recorded?.response?.body.text).toContain('got')
  expect(JSON.stringify(recorded)).not.toContain('opaque-token-1')
})

describe('J7: a server whose clock is 10 minutes ahead', () => {
  const date = () => ({ date: new Date(Date.now() + 600_000).toUTCString() })
  const request = (url: string) => ({ method: 'GET', url, body: '', contentType: '', followRedirects: false }) as const

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

import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { madeToken } from '../support/made-token.ts'
import { bearer, json, misbehavingServers, secrets, style } from './misbehaving-servers.ts'
import { codesOf, context, openTestApi, type TestApi } from './test-api.ts'
import { newApiRequest } from '../../electron/catalogue/new-api-request.ts'
import { newestEvents } from '../support/newest-events.ts'

/** What servers give out twice, and what they repeat of what they were sent. */
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

test('no part of a secret that a server repeats is taken out of its words', async () => {
  const client_secret = 'qRsTuV.wXyZ12/345678901234567890abcdefghij'
  const padding = 'The client is not right here. '.repeat(33).slice(0, 980)
  const answers: object[] = [
    { message: `${padding}${client_secret} is wrong` },
    { error: 'invalid_client', message: `Missing required parameter: ${client_secret}` },
    {
      error: 'invalid_client',
      error_description: `Client authentication failed: invalid audience, expected ${client_secret}`,
    },
    {
      error: 'invalid_scope',
      error_description: `The scope '${client_secret}' is not valid, must be ${client_secret}`,
    },
    {
      error: 'invalid_client',
      error_description: `AADSTS700016: Application with identifier '${client_secret}' was not found`,
    },
    { error: 'invalid_client', error_description: `unknown client ${client_secret}` },
  ]
  for (const answer of answers) {
    const server = await serve((_, response) => json(response, 401, answer))
    const environmentId = await opened.add({ token_endpoint: server.url, client_id: 'c' }, { client_secret })
    const outcome = JSON.stringify(await api.requestToken({ environmentId }, context))
    for (const part of ['qRsTuV', 'wXyZ12', '34567890']) expect(outcome).not.toContain(part)
  }
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

test('a server that repeats the secret as the lifetime, type or scope of a token has it shown and recorded nowhere', async () => {
  for (const client_secret of ['qRsTuV.wXyZ12/345678901234567890', '1357911131']) {
    const repeated = { expires_in: client_secret, token_type: client_secret, scope: `read ${client_secret}` }
    const server = await serve((_, response) => json(response, 200, { ...bearer, ...repeated }))
    const environmentId = await opened.add({ token_endpoint: server.url, client_id: 'c' }, { client_secret })
    const outcome = await api.requestToken({ environmentId }, context)
    const [exchange] = await api.listExchanges({ environmentId, limit: 1 }, context)
    const conclusion = opened.workspace.exchanges.conclusionOf(exchange?.id ?? '')
    const [entry] = newestEvents(opened.workspace, 1)
    expect(entry).toMatchObject({ kind: 'token_issued', detail: { scope: expect.stringContaining('read') } })
    expect(JSON.stringify([outcome, exchange, conclusion, entry])).not.toContain(client_secret)
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

test('what is beside the claims does not show a secret either that the server repeats', async () => {
  const { client_secret } = secrets
  const access_token = madeToken({ aud: ['a'], sub: 'me' })
  const server = await serve((request, response) =>
    request.url === '/introspect'
      ? json(response, 200, { active: true, aud: ['a', client_secret], sub: access_token, x: client_secret })
      : json(response, 200, { ...bearer, access_token }),
  )
  const endpoints = { token_endpoint: server.url, introspection_endpoint: `${server.url}/introspect` }
  const environmentId = await opened.add({ ...endpoints, client_id: 'c' }, secrets)
  await api.requestToken({ environmentId }, context)
  const outcome = await api.introspectToken({ environmentId, style }, context)
  expect(outcome).toMatchObject({ kind: 'active', comparison: [{ name: 'aud' }, { name: 'sub' }, {}, { name: 'x' }] })
  for (const secret of [client_secret, access_token]) expect(JSON.stringify(outcome)).not.toContain(secret)
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
  const request = { ...newApiRequest, url: server.url } as const
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
  const request = { ...newApiRequest, url: server.url } as const
  const call = api.sendApiCall({ environmentId, request }, context)
  await asked
  expect(await api.requestToken({ environmentId }, context)).toMatchObject({ kind: 'issued' })
  answerCall()
  const outcome = await call
  const recorded = 'exchangeId' in outcome ? opened.workspace.exchanges.get(outcome.exchangeId) : null
  expect(recorded?.response?.body.text).toContain('got')
  expect(JSON.stringify(recorded)).not.toContain('opaque-token-1')
})

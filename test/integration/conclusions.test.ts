import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newApiRequest } from '../../electron/catalogue/new-api-request.ts'
import type { Notice } from '../../electron/contract/events.ts'
import { openWorkspace } from '../../electron/core/workspace/workspace.ts'
import { bearer, json, misbehavingServers } from './misbehaving-servers.ts'
import { context, openTestApi } from './test-api.ts'

const servers = misbehavingServers()
const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const jwt = (claims: object) =>
  `${base64url({ alg: 'RS256', kid: 'k1' })}.${base64url(claims)}.${'c2lnbmF0dXJl'.repeat(20)}`
let url = ''
let refusals = 0

beforeAll(async () => {
  ;({ url } = await servers.serve((request, response) => {
    const claims = { iss: 'https://as.example', aud: 'orders', iat: 1000, exp: 1300, scope: 'read' }
    switch (request.url) {
      case '/token':
        return json(response, 200, { ...bearer, expires_in: 600, scope: 'read', access_token: jwt(claims) })
      case '/opaque':
        return json(response, 200, { ...bearer, expires_in: 600, access_token: 'opaque-token-of-orders' })
      case '/repeats': {
        const repeated = { ...claims, said: 'a-secret-of-orders' }
        return json(response, 200, { ...bearer, scope: 'a-secret-of-orders', access_token: jwt(repeated) })
      }
      case '/many-scopes':
        return json(response, 200, { ...bearer, scope: 'a-scope '.repeat(20_000), access_token: jwt(claims) })
      case '/refused-once':
        refusals += 1
        if (refusals > 1) return json(response, 200, { ...bearer, access_token: jwt(claims) })
        return json(response, 401, { error: 'invalid_client' })
      case '/introspect':
        return json(response, 200, { active: false })
      case '/odd':
        return json(response, 200, { hello: 'world' })
      case '/hangs-up':
        return response.destroy()
      case '/api':
      case '/revoke':
        return json(response, 200, {})
      default:
        return json(response, 404, {})
    }
  }))
})
afterAll(() => servers.closeAll())

const fingerprint = (token: string) => createHash('sha256').update(token).digest().subarray(0, 12).toString('base64url')

async function opened(path = '/token') {
  const { api, add, workspace, close } = openTestApi(null)
  const environmentId = await add(
    {
      name: 'Orders',
      client_id: 'c',
      token_endpoint: url + path,
      introspection_endpoint: `${url}/introspect`,
      revocation_endpoint: `${url}/revoke`,
      scope: 'read',
    },
    { client_secret: 'a-secret-of-orders' },
  )
  const newest = async () => {
    const [exchange] = await api.listExchanges({ environmentId, limit: 1 }, context)
    return api.getHistoryEntry({ id: exchange?.id ?? '' }, context)
  }
  return { api, workspace, environmentId, newest, close }
}

test('of an issued token its fingerprint, header, claims, lifetime and scope are recorded, and never the token', async () => {
  const { api, environmentId, newest, workspace, close } = await opened()
  await api.requestToken({ environmentId }, context)
  const token = (await api.revealToken({ environmentId }, context)) ?? ''
  const entry = await newest()
  expect(entry?.conclusion).toMatchObject({
    outcome: 'issued',
    environmentName: 'Orders',
    token: { fingerprint: fingerprint(token), lifetime: 300, scopeGranted: 'read' },
  })
  expect(JSON.parse(entry?.conclusion?.token?.claims ?? '')).toMatchObject({ aud: 'orders' })
  expect(JSON.parse(entry?.conclusion?.token?.header ?? '')).toMatchObject({ alg: 'RS256', kid: 'k1' })
  const stored = JSON.stringify(workspace.exchanges.conclusionOf(entry?.exchange.id ?? ''))
  expect(stored).not.toContain(token.split('.')[2])
  close()
})

test('a secret that a server repeats in claims and scope is not in what is recorded of the token', async () => {
  const { api, environmentId, newest, close } = await opened('/repeats')
  expect(await api.requestToken({ environmentId }, context)).toMatchObject({ kind: 'issued' })
  const entry = await newest()
  expect(entry?.conclusion?.token?.claims).toContain('orders')
  expect(JSON.stringify(entry)).not.toContain('a-secret-of-orders')
  close()
})

test('of a refusal the causes come first, and it is solved by the next request like it that worked', async () => {
  const { api, environmentId, newest, close } = await opened('/refused-once')
  await api.requestToken({ environmentId }, context)
  const failed = await newest()
  expect(failed?.conclusion).toMatchObject({ verdict: 'failed', outcome: 'refused', token: null })
  expect(failed?.conclusion?.findings.length).toBeGreaterThan(0)
  expect(failed?.solvedBy).toBeNull()
  await api.requestToken({ environmentId }, context)
  const worked = await newest()
  const again = await api.getHistoryEntry({ id: failed?.exchange.id ?? '' }, context)
  expect(again?.solvedBy).toEqual({ id: worked?.exchange.id, startedAt: worked?.exchange.startedAt })
  close()
})

test('an answer that is no token response, and none at all, are recorded as failed', async () => {
  for (const [path, outcome] of [
    ['/odd', 'nonconformant'],
    ['/hangs-up', 'unreachable'],
  ]) {
    const { api, environmentId, newest, close } = await opened(path)
    await api.requestToken({ environmentId }, context)
    expect((await newest())?.conclusion).toMatchObject({ verdict: 'failed', outcome, token: null })
    close()
  }
})

test('an API call, an introspection and a revocation are recorded with the fingerprint of the token that they carried', async () => {
  const { api, environmentId, newest, close } = await opened()
  await api.requestToken({ environmentId }, context)
  const token = (await api.revealToken({ environmentId }, context)) ?? ''
  const carried = { fingerprint: fingerprint(token), header: null, claims: null, lifetime: null, scopeGranted: null }
  const request = { ...newApiRequest, url: `${url}/api` }
  await api.sendApiCall({ environmentId, request }, context)
  expect((await newest())?.conclusion).toMatchObject({ outcome: 'answered', token: carried })
  await api.sendApiCall({ environmentId, request: { ...request, url: `${url}/missing` } }, context)
  expect((await newest())?.conclusion).toMatchObject({ verdict: 'failed', outcome: 'answered', token: carried })
  const style = { authentication: 'client', bodyFormat: 'form', responseFormat: 'json' } as const
  await api.introspectToken({ environmentId, style }, context)
  expect((await newest())?.conclusion).toMatchObject({ verdict: 'failed', outcome: 'inactive', token: carried })
  await api.revokeToken({ environmentId }, context)
  expect((await newest())?.conclusion).toMatchObject({ outcome: 'accepted', token: carried })
  await api.sendApiCall({ environmentId, request, token: { kind: 'none' } }, context)
  expect((await newest())?.conclusion).toMatchObject({ outcome: 'answered', token: null })
  close()
})

test('of a token that cannot be read the lifetime is that of the answer', async () => {
  const { api, environmentId, newest, close } = await opened('/opaque')
  await api.requestToken({ environmentId }, context)
  expect((await newest())?.conclusion?.token).toEqual({
    fingerprint: fingerprint('opaque-token-of-orders'),
    header: null,
    claims: null,
    lifetime: 600,
    scopeGranted: null,
  })
  close()
})

test('S2: a full disk costs a warning, and neither the answer nor what came of it', async () => {
  const workspace = openWorkspace(':memory:')
  const full = (): never => {
    throw new Error('The disk is full.')
  }
  const notices: Notice[] = []
  const { api, add, close } = openTestApi(null, {
    workspace: { ...workspace, exchanges: { ...workspace.exchanges, conclude: full } },
    notify: (notice) => notices.push(notice),
  })
  const environmentId = await add({ client_id: 'c', token_endpoint: `${url}/token` }, { client_secret: 's' })
  expect(await api.requestToken({ environmentId }, context)).toMatchObject({ kind: 'issued' })
  expect(notices.filter(({ kind }) => kind === 'exchange_not_recorded')).toHaveLength(1)
  close()
})

test('scopes without end are not recorded a second time', async () => {
  const { api, environmentId, newest, close } = await opened('/many-scopes')
  expect(await api.requestToken({ environmentId }, context)).toMatchObject({ kind: 'issued' })
  expect((await newest())?.conclusion?.token).toMatchObject({ scopeGranted: null, lifetime: 300 })
  close()
})

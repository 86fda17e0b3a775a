import { afterEach, beforeEach, expect, test } from 'vitest'
import { bearer, json, misbehavingServers, secrets } from './misbehaving-servers.ts'
import { codesOf, context, openTestApi, type TestApi } from './test-api.ts'
import { newApiRequest } from '../../electron/catalogue/new-api-request.ts'

/** Answers that are almost right, over the whole of core. */
let opened: TestApi
const { serve, closeAll } = misbehavingServers()

beforeEach(() => {
  opened = openTestApi(null)
})
afterEach(async () => {
  opened.close()
  await closeAll()
})

const call = { ...newApiRequest, followRedirects: true } as const

test('a token that comes with its scheme is sent with it once', async () => {
  const server = await serve((request, response) =>
    request.method === 'POST'
      ? json(response, 200, { ...bearer, access_token: 'Bearer opaque-token' })
      : json(response, 200, {}),
  )
  const environmentId = await opened.add({ token_endpoint: server.url, client_id: 'c' }, secrets)
  expect(codesOf(await opened.api.requestToken({ environmentId }, context))).toContain('token_has_scheme')
  await opened.api.sendApiCall({ environmentId, request: { ...call, url: server.url } }, context)
  expect(server.requests.at(-1)?.headers.authorization).toBe('Bearer opaque-token')
})

test('a token that no header can hold is said to be one, and does not throw', async () => {
  const server = await serve((_, response) => json(response, 200, { ...bearer, access_token: 'tökén' }))
  const environmentId = await opened.add({ token_endpoint: server.url, client_id: 'c' }, secrets)
  const outcome = await opened.api.sendApiCall({ environmentId, request: { ...call, url: server.url } }, context)
  expect(outcome).toMatchObject({ kind: 'no_token', token: { kind: 'nonconformant' } })
})

test('a loop of redirects is cut, and it is said that it was', async () => {
  const server = await serve((request, response) =>
    request.method === 'POST'
      ? json(response, 200, bearer)
      : json(response, 302, {}, { location: `/again?${request.url?.length}` }),
  )
  const environmentId = await opened.add({ token_endpoint: server.url, client_id: 'c' }, secrets)
  const outcome = await opened.api.sendApiCall({ environmentId, request: { ...call, url: server.url } }, context)
  expect(outcome).toMatchObject({ kind: 'answered', status: 302 })
  expect('findings' in outcome ? outcome.findings : []).toContainEqual(
    expect.objectContaining({
      code: 'api_redirect_not_followed',
      evidence: expect.objectContaining({ reason: 'limit', hops: '10' }) as unknown,
    }),
  )
  expect(server.requests).toHaveLength(12)
})

test('a revocation that is answered with an error leaves the token as it is', async () => {
  const server = await serve((request, response) =>
    json(response, 200, request.url === '/revoke' ? { error: 'invalid_client' } : bearer),
  )
  const endpoints = { token_endpoint: `${server.url}/token`, revocation_endpoint: `${server.url}/revoke` }
  const environmentId = await opened.add({ ...endpoints, client_id: 'c' }, secrets)
  await opened.api.requestToken({ environmentId }, context)
  expect(await opened.api.revokeToken({ environmentId }, context)).toMatchObject({ kind: 'refused' })
  expect(await opened.api.listTokens(undefined, context)).toMatchObject([{ revokedAt: null }])
})

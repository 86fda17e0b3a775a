import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bearer, json, misbehavingServers, secrets } from './misbehaving-servers.ts'
import { codesOf, context, openTestApi, type TestApi } from './test-api.ts'
import { newApiRequest } from '../../electron/catalogue/new-api-request.ts'

/** What DPoP comes to against servers that ask for nonces, and against one that ignores proofs. */
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
      ...newApiRequest,
      url: `${server.url}/x`,
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
      ...newApiRequest,
      url: `${server.url}/x?y`,
      followRedirects: true,
    } as const
    const outcome = await api.sendApiCall({ environmentId, request }, context)
    expect(outcome).toMatchObject({ kind: 'answered', status: 200 })
    expect(codesOf(outcome)).toContain('dpop_nonce_supplied')
    expect(server.requests.map(({ method }) => method)).toEqual(['POST', 'GET', 'GET'])
    expect(server.requests.at(-1)?.headers.authorization).toBe('DPoP opaque-token')
  })

  test('a Bearer token’s call is sent once, though the client has DPoP on and the API asks for a nonce', async () => {
    const headers = { 'dpop-nonce': 'n1', 'www-authenticate': 'DPoP error="use_dpop_nonce"' }
    const server = await serve((request, response) =>
      request.method === 'POST' ? json(response, 200, bearer) : json(response, 401, {}, headers),
    )
    const environmentId = await opened.add({ token_endpoint: server.url, client_id: 'c', dpop }, secrets)
    const request = { ...newApiRequest, url: server.url } as const
    const outcome = await api.sendApiCall({ environmentId, request }, context)
    expect(server.requests.map(({ method }) => method)).toEqual(['POST', 'GET'])
    expect(codesOf(outcome).filter((code) => code.startsWith('dpop'))).toEqual([])
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
    const request = { ...newApiRequest, url: server.url } as const
    const call = () => api.sendApiCall({ environmentId, request }, context)
    const outcomes = await Promise.all([call(), call()])
    expect(outcomes.map(codesOf)).toEqual([['dpop_nonce_supplied'], ['dpop_nonce_supplied']])
    expect(outcomes).toMatchObject([{ status: 200 }, { status: 200 }])
  })
})

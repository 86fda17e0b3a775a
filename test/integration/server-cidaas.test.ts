import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { EnvironmentInput } from '../../electron/contract/environment.ts'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { presetOf } from '../../electron/catalogue/providers.ts'
import { providerNotes } from '../../electron/core/client/provider-notes.ts'
import { applyPreset } from '../../electron/catalogue/providers/apply-preset.ts'
import { type CidaasServer, startCidaasServer } from './cidaas-server.ts'
import { codesOf, context, openTestApi, type TestApi } from './test-api.ts'
import { ofHeldToken } from './held-token.ts'

/** An environment as the preset makes it, against a server written from cidaas's documentation. */
describe('cidaas, by its documentation', () => {
  let server: CidaasServer
  let opened: TestApi
  let api: TestApi['api']

  beforeAll(async () => {
    server = await startCidaasServer()
  })
  afterAll(() => server.close())
  beforeEach(() => {
    server.seen.length = 0
    opened = openTestApi(null)
    api = opened.api
  })
  afterEach(() => opened.close())

  const scope = 'orders:read orders:write'
  const environment = (change: Partial<EnvironmentInput> = {}): EnvironmentInput => {
    const preset = presetOf('cidaas')
    if (preset === null) throw new Error('There is no preset for cidaas.')
    return {
      ...applyPreset(newEnvironment, preset, { base: server.base }),
      name: 'cidaas',
      client_id: server.client.client_id,
      scope,
      ...change,
    }
  }
  const request = async (change: Partial<EnvironmentInput> = {}, client_secret = server.client.client_secret) => {
    const environmentId = await opened.add(environment(change), { client_secret })
    return { environmentId, outcome: await api.requestToken({ environmentId }, context) }
  }

  test('the endpoints that the preset sets are those that its metadata publishes', async () => {
    const { issuer, stage, network, ...value } = environment()
    const found = await api.discover({ environmentId: null, secrets: {}, issuer, stage, network }, context)
    const { token_endpoint, introspection_endpoint, revocation_endpoint, jwks_uri } = value
    const endpoints = { token_endpoint, introspection_endpoint, revocation_endpoint, jwks_uri }
    expect(found).toMatchObject({ kind: 'found', metadata: endpoints })
    const keys = await api.listKeys({ environmentId: null, secrets: {}, jwks_uri, stage, network }, context)
    expect(keys).toMatchObject({
      kind: 'keys',
      keys: [{ kid: 'cidaas-1', thumbprint: expect.stringMatching(/^.{43}$/) }],
    })
  })

  test('scopes of its APIs are not in scopes_supported, and a note says so before anything is sent', () => {
    const codes = providerNotes(environment()).map(({ evidence }) => evidence['note'])
    expect(codes).toEqual(expect.arrayContaining(['scopes_not_published', 'tokens']))
  })

  test.each([
    ['client_secret_post', 'form', 'application/x-www-form-urlencoded', 'body'],
    ['client_secret_post', 'json', 'application/json', 'body'],
    ['client_secret_basic', 'form', 'application/x-www-form-urlencoded', 'Basic'],
    ['client_secret_basic', 'json', 'application/json', 'Basic'],
  ] as const)(
    'a token for a day, its scopes in an array, is obtained by %s in %s',
    async (token_endpoint_auth_method, tokenBodyFormat, contentType, authorization) => {
      const { environmentId, outcome } = await request({ token_endpoint_auth_method, tokenBodyFormat })
      expect(outcome).toMatchObject({
        kind: 'issued',
        token: { expires_in: '86400', scopeGranted: scope, decoded: { kind: 'jws' } },
      })
      expect(codesOf(outcome).filter((code) => code.startsWith('scope_') || code.startsWith('expires_'))).toEqual([])
      expect(server.seen).toMatchObject([{ contentType: expect.stringContaining(contentType), authorization }])
      expect(await api.verifyToken(ofHeldToken(environmentId), context)).toMatchObject({
        verification: { verdict: 'genuine' },
      })
    },
  )

  test.each([
    ['bearer_token_itself', 'Bearer'],
    ['client_secret_basic', 'Basic'],
    ['client_secret_post', 'body'],
    ['client', 'body'],
    ['none', 'none'],
  ] as const)('introspection authorized by %s works in form and in JSON', async (authentication, authorization) => {
    const { environmentId } = await request()
    for (const bodyFormat of ['form', 'json'] as const) {
      const style = { authentication, bodyFormat, responseFormat: 'json' } as const
      const outcome = await api.introspectToken({ environmentId, style }, context)
      expect(outcome).toMatchObject({ kind: 'active' })
      expect(codesOf(outcome)).not.toContain('introspection_scope_less')
      expect(server.seen.at(-1)).toMatchObject({
        path: '/token-srv/introspect',
        authorization,
        contentType: expect.stringContaining(bodyFormat),
      })
    }
  })

  test('a nested error is read like a flat one, and reported as nested', async () => {
    const { outcome } = await request({}, 'wrong')
    expect(outcome).toMatchObject({
      kind: 'refused',
      status: 401,
      error: { error: 'invalid_client', error_description: 'client authentication failed' },
    })
    expect(codesOf(outcome)).toEqual(expect.arrayContaining(['wrong_secret', 'error_nested']))
    const flat = await request({ scope: 'unknown' })
    expect(flat.outcome).toMatchObject({ kind: 'refused', status: 400, error: { error: 'invalid_scope' } })
    expect(codesOf(flat.outcome)).not.toContain('error_nested')
  })

  test('a revoked token is inactive', async () => {
    const { environmentId } = await request()
    expect(await api.revokeToken({ environmentId }, context)).toMatchObject({ kind: 'accepted' })
    const { introspection: style } = environment()
    const outcome = await api.introspectToken({ environmentId, style }, context)
    expect(outcome).toMatchObject({ kind: 'inactive', findings: [{ code: 'inactive_revoked_here' }] })
  })

  test('an encrypted token says so, cannot be verified here, and is introspected', async () => {
    const { environmentId, outcome } = await request({ client_id: server.encrypting })
    expect(outcome).toMatchObject({ kind: 'issued', token: { decoded: { kind: 'jwe' }, scopeGranted: scope } })
    expect(await api.verifyToken(ofHeldToken(environmentId), context)).toMatchObject({
      verification: {
        verdict: 'undetermined',
        checks: [
          { name: 'encryption', result: 'not_possible', reason: 'no_key' },
          { name: 'signature', result: 'not_possible', reason: 'token_jwe' },
        ],
      },
    })
    const { introspection: style } = environment()
    expect(await api.introspectToken({ environmentId, style }, context)).toMatchObject({ kind: 'active' })
  })
})

import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { EnvironmentInput } from '../../electron/contract/environment.ts'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { freePorts } from '../support/free-ports.ts'
import { missingServer, type SharedServer, startShared } from '../support/shared-servers.ts'
import { because } from '../support/skipped.ts'
import { codesOf, context, openTestApi, type TestApi } from './test-api.ts'
import { ofHeldToken } from './held-token.ts'

const missing = missingServer('glewlwyd', 'glewlwyd')

/** glewlwyd 2.7.5 (C, Debian): form-decodes nothing, answers 403 with empty bodies, wants the token endpoint as audience. */
describe.skipIf(missing !== null)(`glewlwyd${because(missing)}`, () => {
  let server: SharedServer
  let opened: TestApi
  let api: TestApi['api']
  let issuer: string
  const secret = 'explorer-secret-0123456789abcdef0123456789abcdef'
  const reserved = { client_id: 'exp lorer+1%41', secret: 's%41 c+r=e&t:/?' }

  beforeAll(async () => {
    const [PORT = ''] = await freePorts(1)
    server = await startShared('glewlwyd', { PORT })
    issuer = String(server.info['issuer'])
  }, 180_000)
  afterAll(() => server?.stop(), 30_000)
  beforeEach(() => {
    opened = openTestApi(null)
    api = opened.api
  })
  afterEach(() => opened.close())

  const at = (change: Partial<EnvironmentInput> = {}): Partial<EnvironmentInput> => ({
    issuer,
    token_endpoint: `${issuer}/token`,
    introspection_endpoint: `${issuer}/introspect`,
    revocation_endpoint: `${issuer}/revoke`,
    jwks_uri: `${issuer}/jwks`,
    client_id: 'explorer',
    scope: 'api:read api:write',
    ...change,
  })
  const request = async (change: Partial<EnvironmentInput>, client_secret: string | null = secret) => {
    const environmentId = await opened.add(at(change), client_secret === null ? {} : { client_secret })
    return { environmentId, outcome: await api.requestToken({ environmentId }, context) }
  }

  test('its empty 403 for a wrong secret is named for what it is', async () => {
    const { outcome } = await request({}, 'wrong')
    expect(outcome).toMatchObject({ kind: 'nonconformant', status: 403 })
    expect(codesOf(outcome)).toContain('wrong_secret')
  })

  test('reserved characters work raw, not form-encoded, and the finding says so', async () => {
    const refused = await request({ client_id: reserved.client_id }, reserved.secret)
    expect(refused.outcome.kind).not.toBe('issued')
    expect(codesOf(refused.outcome)).toContain('server_does_not_decode_basic')
    const raw = await request({ client_id: reserved.client_id, basicEncoding: 'raw' }, reserved.secret)
    expect(raw.outcome.kind).toBe('issued')
    const posted = { client_id: reserved.client_id, token_endpoint_auth_method: 'client_secret_post' } as const
    expect((await request(posted, reserved.secret)).outcome.kind).toBe('issued')
  })

  test('client_secret_jwt is accepted with the token endpoint as audience only', async () => {
    const assertion = { ...newEnvironment.assertion, alg: 'HS256' } as const
    const method = { client_id: 'explorer-csjwt', token_endpoint_auth_method: 'client_secret_jwt' } as const
    expect((await request({ ...method, assertion })).outcome.kind).not.toBe('issued')
    const { outcome } = await request({ ...method, assertion: { ...assertion, audience: 'token_endpoint' } })
    expect(outcome.kind).toBe('issued')
  })

  test('private_key_jwt is accepted with a key from a file', async () => {
    const keyFile = path.join(server.folder, 'keys/pkjwt.pem')
    const assertion = { ...newEnvironment.assertion, audience: 'token_endpoint', keyFile } as const
    const method = { client_id: 'explorer-pkjwt', token_endpoint_auth_method: 'private_key_jwt' } as const
    expect((await request({ ...method, assertion }, null)).outcome.kind).toBe('issued')
  })

  test('its token is genuine, introspected by itself as Bearer and as the client, revoked, and then inactive', async () => {
    const { environmentId, outcome } = await request({})
    expect(outcome).toMatchObject({ kind: 'issued', token: { decoded: { kind: 'jws' } } })
    const verified = await api.verifyToken(ofHeldToken(environmentId), context)
    const checks = verified.kind === 'verified' ? verified.verification.checks : []
    expect(checks.find(({ name }) => name === 'signature')?.result).toBe('passed')
    for (const authentication of ['client', 'client_secret_post', 'bearer_token_itself'] as const) {
      const style = { authentication, bodyFormat: 'form', responseFormat: 'json' } as const
      expect(await api.introspectToken({ environmentId, style }, context)).toMatchObject({ kind: 'active' })
    }
    expect(await api.revokeToken({ environmentId }, context)).toMatchObject({ kind: 'accepted' })
    const style = { authentication: 'client', bodyFormat: 'form', responseFormat: 'json' } as const
    const after = await api.introspectToken({ environmentId, style }, context)
    expect(after).toMatchObject({ kind: 'inactive' })
    expect(codesOf(after)).toContain('inactive_revoked_here')
  })

  test('DPoP binds the token to the key of the environment', async () => {
    const { outcome } = await request({ dpop: { enabled: true, alg: 'ES256', keyFile: '' } })
    expect(outcome).toMatchObject({ kind: 'issued', token: { binding: { kind: 'dpop' } } })
    expect(codesOf(outcome)).toContain('binding_confirmed')
  })

  test('its metadata is found, and names the endpoints that are in use', async () => {
    const { stage, network } = newEnvironment
    const outcome = await api.discover({ environmentId: null, secrets: {}, issuer, stage, network }, context)
    expect(outcome).toMatchObject({ kind: 'found', metadata: { issuer, token_endpoint: `${issuer}/token` } })
  })
})

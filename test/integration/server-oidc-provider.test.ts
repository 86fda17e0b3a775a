import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { EnvironmentInput } from '../../electron/contract/environment.ts'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import type { TypedSecrets } from '../../electron/contract/secret.ts'
import { freePorts } from '../support/free-ports.ts'
import { missingServer, type SharedServer, startShared } from '../support/shared-servers.ts'
import { because } from '../support/skipped.ts'
import { codesOf, context, openTestApi, type TestApi } from './test-api.ts'
import { ofHeldToken } from './held-token.ts'

const missing = missingServer('oidc-provider')

/** oidc-provider 9 (certified) as its own server, with everything that matters to client credentials switched on. */
describe.skipIf(missing !== null)(`oidc-provider${because(missing)}`, () => {
  let server: SharedServer
  let opened: TestApi
  let api: TestApi['api']
  let issuer: string
  let mtls: string
  const client_secret = 'explorer-secret-0123456789abcdef0123456789abcdef'
  const jwtResource = 'https://api.example.test/jwt'

  beforeAll(async () => {
    const [HTTP_PORT = '', TLS_PORT = '', ALIAS_PORT = ''] = await freePorts(3)
    server = await startShared('oidc-provider', { HTTP_PORT, TLS_PORT, ALIAS_PORT })
    issuer = `http://127.0.0.1:${HTTP_PORT}`
    mtls = `https://localhost:${ALIAS_PORT}`
  }, 180_000)
  afterAll(() => server?.stop(), 30_000)
  beforeEach(() => {
    opened = openTestApi(null)
    api = opened.api
  })
  afterEach(() => opened.close())

  const pki = (file: string) => path.join(server.folder, 'pki', file)
  const request = async (change: Partial<EnvironmentInput>, secrets: TypedSecrets = { client_secret }) => {
    const environmentId = await opened.add(
      {
        issuer,
        token_endpoint: `${issuer}/token`,
        introspection_endpoint: `${issuer}/token/introspection`,
        revocation_endpoint: `${issuer}/token/revocation`,
        mtls_endpoint_aliases: {
          token_endpoint: `${mtls}/token`,
          introspection_endpoint: `${mtls}/token/introspection`,
          revocation_endpoint: `${mtls}/token/revocation`,
        },
        jwks_uri: `${issuer}/jwks`,
        client_id: 'explorer',
        scope: 'api:read api:write',
        resource: [jwtResource],
        ...change,
      },
      secrets,
    )
    return { environmentId, outcome: await api.requestToken({ environmentId }, context) }
  }
  const withCertificate = (certificateFile: string, keyFile = ''): Partial<EnvironmentInput> => ({
    network: {
      ...newEnvironment.network,
      caFile: pki('ca.crt'),
      clientCertificate: { certificate: '', certificateFile, keyFile },
    },
  })

  test('reserved characters in id and secret work form-encoded, not raw', async () => {
    const client = { client_id: 'exp:lorer app+1%41/e' }
    const secrets = { client_secret: 's%41 c+r=e&t:/?"\\~' }
    const raw = await request({ ...client, basicEncoding: 'raw' }, secrets)
    expect(raw.outcome).toMatchObject({ kind: 'refused', error: { error: 'invalid_client' } })
    expect(codesOf(raw.outcome)).toContain('secret_form_encoding')
    expect((await request(client, secrets)).outcome.kind).toBe('issued')
  })

  test('a scope that it drops without an error is named', async () => {
    const { outcome } = await request({ client_id: 'explorer-readonly', scope: 'api:read nonsense' })
    expect(outcome).toMatchObject({ kind: 'issued' })
    expect(codesOf(outcome)).toContain('scope_narrowed')
  })

  test.each([
    ['explorer-pkjwt-rs256', 'RS256', 'pkjwt-rs256.key', 'rs'],
    ['explorer-pkjwt-ps256', 'PS256', 'pkjwt-rs256.key', 'ps'],
    ['explorer-pkjwt-es256', 'ES256', 'pkjwt-es256.key', 'es'],
    ['explorer-pkjwt-eddsa', 'EdDSA', 'pkjwt-eddsa.key', 'ed'],
  ] as const)('private_key_jwt of %s by %s', async (client_id, alg, file, kid) => {
    const assertion = { ...newEnvironment.assertion, alg, kid, keyFile: pki(file) }
    const method = { client_id, token_endpoint_auth_method: 'private_key_jwt' } as const
    expect((await request({ ...method, assertion }, {})).outcome.kind).toBe('issued')
    const unknown = await request({ ...method, assertion: { ...assertion, kid: 'unknown' } }, {})
    expect(unknown.outcome).toMatchObject({ kind: 'refused' })
  })

  test('client_secret_jwt, none', async () => {
    const assertion = { ...newEnvironment.assertion, alg: 'HS256' } as const
    const byJwt = { client_id: 'explorer-csjwt', token_endpoint_auth_method: 'client_secret_jwt', assertion } as const
    expect((await request(byJwt)).outcome.kind).toBe('issued')
    const byNone = { client_id: 'explorer-public', token_endpoint_auth_method: 'none' } as const
    expect((await request(byNone, {})).outcome.kind).toBe('issued')
  })

  test.each([
    ['a PEM certificate and its key', () => [pki('client.crt'), pki('client.key')] as const, {}],
    ['a PFX with a passphrase', () => [pki('client.p12'), ''] as const, { client_certificate_passphrase: 'changeit' }],
    [
      'a certificate and its encrypted RSA key',
      () => [pki('client-rsa.crt'), pki('client-rsa.enc.key')] as const,
      { client_certificate_passphrase: 'changeit' },
    ],
  ])('tls_client_auth with %s binds the token to the certificate', async (_name, files, secrets) => {
    const method = { client_id: 'explorer-mtls', token_endpoint_auth_method: 'tls_client_auth' } as const
    const { outcome, environmentId } = await request({ ...method, ...withCertificate(...files()) }, secrets)
    expect(outcome).toMatchObject({ kind: 'issued', token: { binding: { kind: 'certificate' } } })
    expect(codesOf(outcome)).toContain('binding_confirmed')
    const verified = await api.verifyToken(ofHeldToken(environmentId), context)
    const checks = verified.kind === 'verified' ? verified.verification.checks : []
    expect(checks.find(({ name }) => name === 'binding')?.result).toBe('passed')
  })

  test('tls_client_auth with the certificate of somebody else is refused', async () => {
    const method = { client_id: 'explorer-mtls', token_endpoint_auth_method: 'tls_client_auth' } as const
    const files = withCertificate(pki('client-wrong.crt'), pki('client-wrong.key'))
    expect((await request({ ...method, ...files }, {})).outcome).toMatchObject({ kind: 'refused', status: 401 })
  })

  test('self_signed_tls_client_auth is known by the registered certificate, not by another', async () => {
    const client_id = 'explorer-mtls-self'
    const method = { client_id, token_endpoint_auth_method: 'self_signed_tls_client_auth' } as const
    const own = withCertificate(pki('selfsigned.crt'), pki('selfsigned.key'))
    expect((await request({ ...method, ...own }, {})).outcome.kind).toBe('issued')
    const other = withCertificate(pki('selfsigned2.crt'), pki('selfsigned2.key'))
    expect((await request({ ...method, ...other }, {})).outcome).toMatchObject({ kind: 'refused' })
  })

  test('a required DPoP nonce is answered once, with a fresh assertion as well as a fresh proof', async () => {
    const assertion = { ...newEnvironment.assertion, alg: 'ES256', kid: 'es', keyFile: pki('pkjwt-es256.key') } as const
    const dpop = { enabled: true, alg: 'ES256', keyFile: '' } as const
    const client_id = 'explorer-pkjwt-dpop-nonce'
    const { outcome, environmentId } = await request(
      { client_id, token_endpoint_auth_method: 'private_key_jwt', assertion, dpop },
      {},
    )
    expect(outcome).toMatchObject({ kind: 'issued', token: { token_type: 'DPoP', binding: { kind: 'dpop' } } })
    expect(codesOf(outcome)).toEqual(expect.arrayContaining(['dpop_nonce_supplied', 'binding_confirmed']))
    const [second, first] = await api.listExchanges({ environmentId, limit: 5 }, context)
    expect([first?.status, second?.status]).toEqual([400, 200])
    expect(await api.getExchange({ id: second?.id ?? '' }, context)).toMatchObject({ retryOf: first?.id })
    // The nonce is remembered: the next request needs no second try.
    await api.requestToken({ environmentId }, context)
    expect(await api.listExchanges({ environmentId, limit: 5 }, context)).toHaveLength(3)
  })

  test('the signed introspection response of RFC 9701 is read, and its signature checked', async () => {
    const { environmentId } = await request({ client_id: 'explorer-intro-es256', resource: [] })
    const style = { authentication: 'client', bodyFormat: 'form', responseFormat: 'jwt' } as const
    const outcome = await api.introspectToken({ environmentId, style }, context)
    expect(outcome).toMatchObject({ kind: 'active' })
    expect(codesOf(outcome)).toContain('introspection_signature_valid')
  })

  test('an HTML error is never asked for: every request says what it accepts, and no Origin', async () => {
    const { environmentId } = await request({}, { client_secret: 'wrong' })
    const [summary] = await api.listExchanges({ environmentId, limit: 1 }, context)
    const exchange = await api.getExchange({ id: summary?.id ?? '' }, context)
    const names = exchange?.request.headers.map(([name]) => name.toLowerCase()) ?? []
    expect(exchange?.request.headers).toContainEqual(['Accept', 'application/json'])
    expect(names).not.toContain('origin')
    expect(exchange?.response?.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1]).toContain('json')
  })
})

import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SandboxFacts } from '../../electron/contract/sandbox.ts'
import { startSandbox, type Sandbox } from '../../electron/sandbox/start.ts'
import { because } from '../support/skipped.ts'
import { ask, post, rawGet } from './sandbox-client.ts'

const outside = Object.values(networkInterfaces())
  .flatMap((list) => list ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)
const missingInterface = outside === undefined ? 'This computer has no address but loopback.' : null

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

function madeFor({ clients, ca, privateKey, ...facts }: SandboxFacts): string[] {
  const secrets = clients.map(({ client_secret }) => client_secret).filter((secret) => secret !== '')
  const { otherPrivateKeys, clientCertificate, selfSignedCertificate } = facts
  const others = [otherPrivateKeys, clientCertificate, selfSignedCertificate].flatMap((pair) => Object.values(pair))
  return [...secrets, ca, privateKey, ...others]
}

describe('the doors of the sandbox', () => {
  test('another Host header is refused at both servers, so DNS rebinding gets nowhere', async () => {
    for (const origin of [sandbox.facts.issuer, sandbox.facts.api]) {
      for (const host of ['evil.example', `localhost:${new URL(origin).port}`, '127.0.0.1']) {
        const answer = await rawGet(origin, '/jwks', host)
        expect(answer.status).toBe(421)
        expect(JSON.parse(answer.text)).toMatchObject({ error: 'misdirected_request' })
      }
    }
  })

  test.each([
    '/',
    '/auth',
    '/me',
    '/session/end',
    '/interaction/x',
    '/reg',
    '/token/',
    '/Token',
    '//token',
    '/../token',
  ])('nothing is served at %s', async (path) => {
    const { host } = new URL(sandbox.facts.issuer)
    const answer = await rawGet(sandbox.facts.issuer, path, host)
    expect(answer.status).toBe(404)
    expect(JSON.parse(answer.text)).toMatchObject({ error: 'not_found' })
  })

  test('an absolute request target does not slip past the list of paths', async () => {
    const { host } = new URL(sandbox.facts.issuer)
    expect((await rawGet(sandbox.facts.issuer, `http://${host}/jwks`, host)).status).toBe(404)
  })

  test.skipIf(missingInterface !== null)(
    `nothing but loopback is listened on${because(missingInterface)}`,
    async () => {
      const { port } = new URL(sandbox.facts.issuer)
      await expect(fetch(`http://${outside?.address}:${port}/jwks`)).rejects.toThrow('fetch failed')
    },
  )

  test('a request body over the cap is refused', async () => {
    const answer = await post(sandbox.facts.token_endpoint, {
      grant_type: 'client_credentials',
      junk: 'x'.repeat(60_000),
    })
    expect(answer.status).toBe(400)
    expect(answer.json).toMatchObject({ error: 'invalid_request' })
  })

  test('both discovery documents say the same, and only what is true', async () => {
    const { facts } = sandbox
    const openid = await ask(`${facts.issuer}/.well-known/openid-configuration`)
    const oauth = await ask(`${facts.issuer}/.well-known/oauth-authorization-server`)
    expect(oauth.json).toEqual(openid.json)
    const methods = [
      'client_secret_basic',
      'client_secret_post',
      'client_secret_jwt',
      'private_key_jwt',
      'tls_client_auth',
      'self_signed_tls_client_auth',
      'none',
    ]
    const hmac = ['HS256', 'HS384', 'HS512']
    const rsa = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512']
    const algorithms = [...hmac, ...rsa, 'ES256', 'EdDSA']
    expect(openid.json).toEqual({
      issuer: facts.issuer,
      token_endpoint: facts.token_endpoint,
      token_endpoint_auth_methods_supported: methods,
      token_endpoint_auth_signing_alg_values_supported: algorithms,
      introspection_endpoint: facts.introspection_endpoint,
      introspection_endpoint_auth_methods_supported: methods,
      introspection_endpoint_auth_signing_alg_values_supported: algorithms,
      introspection_signing_alg_values_supported: ['RS256'],
      revocation_endpoint: facts.revocation_endpoint,
      revocation_endpoint_auth_methods_supported: methods,
      revocation_endpoint_auth_signing_alg_values_supported: algorithms,
      mtls_endpoint_aliases: facts.mtls_endpoint_aliases,
      tls_client_certificate_bound_access_tokens: true,
      dpop_signing_alg_values_supported: [...rsa, 'ES256', 'ES384', 'ES512', 'EdDSA'],
      jwks_uri: facts.jwks_uri,
      scopes_supported: ['api:read', 'api:write'],
      grant_types_supported: ['client_credentials'],
      response_types_supported: [],
    })
  })

  test('the key set holds one public RS256 key and nothing private', async () => {
    const { json } = await ask(sandbox.facts.jwks_uri)
    expect(json).toEqual({
      keys: [{ kty: 'RSA', use: 'sig', alg: 'RS256', e: 'AQAB', kid: expect.any(String), n: expect.any(String) }],
    })
  })

  test('secrets, keys and certificates differ from run to run, and from each other', async () => {
    const other = await startSandbox()
    try {
      const made = [...madeFor(sandbox.facts), ...madeFor(other.facts)]
      expect(made).toHaveLength(2 * (3 + 1 + 1 + 2 + 2 + 2))
      expect(new Set(made).size).toBe(made.length)
      expect((await ask(other.facts.jwks_uri)).text).not.toBe((await ask(sandbox.facts.jwks_uri)).text)
    } finally {
      await other.close()
    }
  })

  test('once closed it answers no more', async () => {
    const other = await startSandbox()
    await ask(other.facts.jwks_uri)
    await other.close()
    await expect(fetch(other.facts.jwks_uri)).rejects.toThrow('fetch failed')
  })
})

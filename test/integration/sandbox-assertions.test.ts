import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSandbox, type Sandbox } from '../../electron/sandbox/start.ts'
import type { Received } from './sandbox-https.ts'
import { asParameters, assertion, post, type AssertionTerms, type Endpoint } from './sandbox-ways.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
  // More wrong assertions than a minute has room for.
  sandbox.change(['no_rate_limit'])
})
afterAll(() => sandbox.close())

const client_id = 'sandbox-private-key-jwt'
const endpoints: Endpoint[] = ['token_endpoint', 'introspection_endpoint', 'revocation_endpoint']
const rs256 = (): AssertionTerms => ({ alg: 'RS256', key: sandbox.facts.privateKey })
const made = (terms: AssertionTerms, audience = sandbox.facts.issuer): Promise<string> =>
  assertion(client_id, audience, terms)
const present = (jwt: string, endpoint: Endpoint = 'token_endpoint'): Promise<Received> => {
  const parameters = asParameters(jwt)
  return post(sandbox.facts, endpoint, { parameters }, { grant_type: 'client_credentials', token: 'x' })
}
const foreignKey = (): string => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}
const seconds = (offset: number): number => Math.floor(Date.now() / 1000) + offset
const refused = { status: 401, json: { error: 'invalid_client' } }

describe('a client assertion', () => {
  test('of another key is refused at every endpoint', async () => {
    const key = foreignKey()
    for (const endpoint of endpoints)
      expect(await present(await made({ alg: 'RS256', key }), endpoint)).toMatchObject(refused)
  })

  test('for another audience is refused at every endpoint', async () => {
    for (const endpoint of endpoints) {
      for (const audience of ['https://other.example', `${sandbox.facts.issuer}/`, sandbox.facts.jwks_uri]) {
        expect(await present(await made(rs256(), audience), endpoint)).toMatchObject(refused)
      }
    }
  })

  test('that expired is refused at every endpoint', async () => {
    const terms = { ...rs256(), claims: { iat: seconds(-600), exp: seconds(-300) } }
    for (const endpoint of endpoints) expect(await present(await made(terms), endpoint)).toMatchObject(refused)
  })

  test.each(['iss', 'exp', 'jti'])('without %s is refused', async (claim) => {
    expect(await present(await made({ ...rs256(), claims: { [claim]: undefined } }))).toMatchObject(refused)
  })

  test('is accepted once', async () => {
    const jwt = await made(rs256())
    expect((await present(jwt)).status).toBe(200)
    for (const endpoint of endpoints) expect(await present(jwt, endpoint)).toMatchObject(refused)
  })

  test('with a kid that the client has not is refused, with one that it has accepted', async () => {
    expect(await present(await made({ ...rs256(), header: { kid: 'unheard-of' } }))).toMatchObject(refused)
    expect(await present(await made({ ...rs256(), header: { kid: 'sandbox-ec' } }))).toMatchObject(refused)
    expect((await present(await made({ ...rs256(), header: { kid: 'sandbox-rsa' } }))).status).toBe(200)
  })

  test('with the secret of nobody, by HS256, is refused where a key is registered', async () => {
    expect(await present(await made({ alg: 'HS256', key: 'x'.repeat(64) }))).toMatchObject(refused)
  })

  test('of another secret is refused where a secret is registered', async () => {
    const jwt = await assertion('sandbox-secret-jwt', sandbox.facts.issuer, { alg: 'HS256', key: 'x'.repeat(64) })
    expect(await present(jwt)).toMatchObject(refused)
  })

  test('may name the issuer, the token endpoint or the endpoint that it is sent to', async () => {
    const { facts } = sandbox
    for (const endpoint of endpoints) {
      for (const audience of [facts.issuer, facts.token_endpoint, facts[endpoint]]) {
        expect((await present(await made(rs256(), audience), endpoint)).status).toBe(200)
      }
    }
  })
})

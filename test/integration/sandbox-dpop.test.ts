import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSandbox, type Sandbox } from '../../electron/sandbox/start.ts'
import { bearer } from './sandbox-client.ts'
import {
  boundToken,
  call,
  ecKey,
  edKey,
  nonceOf,
  proof,
  rsaKey,
  thumbprint,
  type DpopKey,
} from './sandbox-dpop-client.ts'
import { send, type Received } from './sandbox-https.ts'
import { accessToken, post, requestToken, way, wayNames, type Way } from './sandbox-ways.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

const own = (): Way => way(sandbox.facts, 'client_secret_basic')
const challengeOf = ({ headers }: Received): string => String(headers['www-authenticate'])

describe('the token endpoint, sent a DPoP proof', () => {
  const request = (dpop: string): Promise<Received> => requestToken(sandbox.facts, own(), 'jwt', { dpop })
  const target = () => ({ method: 'POST', url: sandbox.facts.token_endpoint })

  test('asks for its nonce when the proof has none or another one', async () => {
    for (const nonce of [undefined, 'made-up']) {
      const answer = await request(await proof(ecKey(), { ...target(), ...(nonce !== undefined && { nonce }) }))
      expect(answer).toMatchObject({ status: 400, json: { error: 'use_dpop_nonce' } })
      expect(nonceOf(answer)).toMatch(/^[\w-]{20,}$/)
    }
  })

  test('refuses a proof that it saw before, and one for another place or of a broken form', async () => {
    const key = ecKey()
    const nonce = nonceOf(await request(await proof(key, target())))
    const used = await proof(key, { ...target(), nonce })
    expect((await request(used)).status).toBe(200)
    expect(await request(used)).toMatchObject({ status: 400, json: { error: 'invalid_grant' } })
    const elsewhere = await proof(key, { method: 'POST', url: sandbox.facts.introspection_endpoint, nonce })
    for (const dpop of [elsewhere, 'x', `${used}A`]) {
      expect(await request(dpop)).toMatchObject({ status: 400, json: { error: 'invalid_dpop_proof' } })
    }
  })
})

const boundToCertificate = ['tls_client_auth', 'self_signed_tls_client_auth'] as const

describe.each(boundToCertificate)('with a DPoP proof, a client that authenticates by %s', (name) => {
  test('gets no token, because its tokens are bound to its certificate', async () => {
    const client = way(sandbox.facts, name)
    const { token_endpoint: url } = sandbox.facts.mtls_endpoint_aliases
    const request = async (nonce?: string): Promise<Received> => {
      const dpop = await proof(ecKey(), { method: 'POST', url, ...(nonce !== undefined && { nonce }) })
      return requestToken(sandbox.facts, client, 'jwt', { dpop })
    }
    const answer = await request(nonceOf(await request()))
    expect(answer).toMatchObject({ status: 400, json: { error: 'invalid_request' } })
  })
})

const others = wayNames.filter((name) => !boundToCertificate.some((bound) => bound === name))

describe.each(others)('with a DPoP proof, a client that authenticates by %s', (name) => {
  test.each(['jwt', 'opaque'] as const)('gets a token that is bound to its key and %s', async (kind) => {
    const key = ecKey()
    const client = way(sandbox.facts, name)
    const { first, second, token } = await boundToken(sandbox.facts, client, key, kind)
    expect(first).toMatchObject({ status: 400, json: { error: 'use_dpop_nonce' } })
    expect(second).toMatchObject({ status: 200, json: { token_type: 'DPoP' } })
    const answer = await post(sandbox.facts, 'introspection_endpoint', await client.prove(), { token })
    const cnf = { jkt: await thumbprint(key) }
    expect(answer.json).toMatchObject({ active: true, token_type: 'DPoP', cnf })
  })
})

describe.each([
  ['jwt', 'orders'],
  ['opaque', 'ledger'],
  ['jwt', 'ledger'],
] as const)('the API, sent a DPoP-bound token that is %s, at %s', (kind, path) => {
  const url = (): string => `${sandbox.facts.api}/api/${path}`
  const target = () => ({ method: 'GET', url: url() })
  let key: DpopKey
  let token: string
  let nonce: string
  beforeAll(async () => {
    key = ecKey()
    ;({ token } = await boundToken(sandbox.facts, own(), key, kind))
    nonce = nonceOf(await call(url(), token, await proof(key, { ...target(), token })))
  })

  test('refuses it as Bearer, with and without a proof', async () => {
    for (const more of [{}, { dpop: await proof(key, { ...target(), token, nonce }) }]) {
      const answer = await send(url(), { headers: { ...bearer(token), ...more } })
      expect(answer.status).toBe(401)
      expect(challengeOf(answer)).toMatch(/^DPoP .*error="invalid_token".*algs="[^"]*ES256/)
    }
  })

  test('asks for its own nonce, not the one of the authorization server', async () => {
    const { second } = await boundToken(sandbox.facts, own(), key, kind)
    for (const other of [undefined, 'made-up', nonceOf(second)]) {
      const sent = await proof(key, { ...target(), token, ...(other !== undefined && { nonce: other }) })
      const answer = await call(url(), token, sent)
      expect(answer.status).toBe(401)
      expect(challengeOf(answer)).toMatch(/^DPoP .*error="use_dpop_nonce"/)
      expect(nonceOf(answer)).toMatch(/^[\w-]{20,}$/)
    }
  })

  test('refuses a proof that was used before', async () => {
    const used = await proof(key, { ...target(), token, nonce })
    expect((await call(url(), token, used)).status).toBe(200)
    const answer = await call(url(), token, used)
    expect(answer.status).toBe(401)
    expect(challengeOf(answer)).toMatch(/^DPoP .*error="invalid_dpop_proof".*used before/)
  })

  test('refuses a proof that another key made', async () => {
    const answer = await call(url(), token, await proof(ecKey(), { ...target(), token, nonce }))
    expect(answer.status).toBe(401)
    expect(challengeOf(answer)).toMatch(/^DPoP .*error="invalid_token".*another key/)
  })

  test.each<[name: string, claims: Record<string, unknown>]>([
    ['htm', { htm: 'POST' }],
    ['htu', { htu: 'http://127.0.0.1:1/api/orders' }],
    ['htu', { htu: 'not a URL' }],
    ['ath', { ath: 'AAAA' }],
    ['ath', { ath: undefined }],
    ['iat', { iat: Math.floor(Date.now() / 1000) - 3600 }],
    ['iat', { iat: Math.floor(Date.now() / 1000) + 3600 }],
    ['iat', { iat: undefined }],
    ['jti', { jti: undefined }],
  ])('refuses a proof with a wrong %s (%#)', async (name, claims) => {
    const answer = await call(url(), token, await proof(key, { ...target(), token, nonce }, claims))
    expect(answer.status).toBe(401)
    expect(challengeOf(answer)).toMatch(new RegExp(`^DPoP .*error="invalid_dpop_proof".*${name}`))
  })

  test('refuses a proof of another type, of another signature or with a private key in it', async () => {
    const good = await proof(key, { ...target(), token, nonce })
    const withHeader = (header: object): Promise<string> => proof(key, { ...target(), token, nonce }, {}, { ...header })
    const broken = [
      await withHeader({ typ: 'JWT' }),
      await withHeader({ jwk: ecKey().publicKey.export({ format: 'jwk' }) }),
      await withHeader({ jwk: key.privateKey.export({ format: 'jwk' }) }),
      await withHeader({ jwk: { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' } }),
      await withHeader({ jwk: undefined }),
      'x',
      '..',
      `${good}, ${await proof(key, { ...target(), token, nonce })}`,
      null,
    ]
    for (const dpop of broken) {
      const answer = await call(url(), token, dpop)
      expect(answer.status).toBe(401)
      expect(challengeOf(answer)).toMatch(/^DPoP .*error="invalid_dpop_proof"/)
    }
  })

  test('accepts it with a proof, whose htu may have a query', async () => {
    expect((await call(url(), token, await proof(key, { ...target(), token, nonce }))).status).toBe(200)
    const withQuery = await proof(key, { method: 'GET', url: `${url()}?from=1`, token, nonce })
    expect((await call(`${url()}?from=2`, token, withQuery)).status).toBe(200)
  })
})

describe('the API', () => {
  const url = (): string => `${sandbox.facts.api}/api/orders`

  test('refuses a token that is not bound when it comes as DPoP', async () => {
    const token = await accessToken(sandbox.facts, own())
    const answer = await call(url(), token, await proof(ecKey(), { method: 'GET', url: url(), token }))
    expect(answer.status).toBe(401)
    expect(challengeOf(answer)).toMatch(/^DPoP .*error="invalid_token".*not bound/)
  })

  test('refuses a broken token before it looks at the proof', async () => {
    const token = `${await accessToken(sandbox.facts, own())}A`
    const answer = await call(url(), token, null)
    expect(challengeOf(answer)).toMatch(/^DPoP .*error="invalid_token"/)
  })

  test('takes the proofs of every algorithm that it names', async () => {
    for (const key of [ecKey(), edKey(), rsaKey('RS256'), rsaKey('PS256')]) {
      const { token } = await boundToken(sandbox.facts, own(), key, 'jwt')
      const nonce = nonceOf(await call(url(), token, await proof(key, { method: 'GET', url: url(), token })))
      const answer = await call(url(), token, await proof(key, { method: 'GET', url: url(), token, nonce }))
      expect([key.alg, answer.status]).toEqual([key.alg, 200])
    }
  })
})

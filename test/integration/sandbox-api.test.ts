import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSandbox, type Sandbox } from '../../electron/sandbox/start.ts'
import { ask, basic, bearer, client, post, tokenOf } from './sandbox-client.ts'

let sandbox: Sandbox
let orders: string
let ledger: string
beforeAll(async () => {
  sandbox = await startSandbox()
  orders = `${sandbox.facts.api}/api/orders`
  ledger = `${sandbox.facts.api}/api/ledger`
})
afterAll(() => sandbox.close())

const json = { 'content-type': 'application/json' }
const challengeOf = ({ headers }: { headers: Headers }): string | null => headers.get('www-authenticate')

describe('the protected API of the sandbox', () => {
  test('without a token the challenges name both schemes and no error', async () => {
    const both = /^Bearer realm="sandbox", DPoP realm="sandbox", algs="[A-Za-z0-9 ]+"$/
    for (const url of [orders, ledger]) {
      const answer = await ask(url)
      expect(answer.status).toBe(401)
      expect(challengeOf(answer)).toMatch(both)
      expect(challengeOf(await ask(url, { headers: basic(client(sandbox.facts, 'jwt')) }))).toMatch(both)
    }
  })

  test('an unknown path is 404 and a wrong method 405 with what is allowed', async () => {
    expect((await ask(`${sandbox.facts.api}/api/secrets`)).status).toBe(404)
    const answer = await ask(orders, { method: 'DELETE', headers: bearer(await tokenOf(sandbox.facts, 'jwt')) })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('GET, POST')
  })

  test('an opaque token is refused where the API validates offline, with the reason', async () => {
    const answer = await ask(orders, { headers: bearer(await tokenOf(sandbox.facts, 'opaque')) })
    expect(answer.status).toBe(401)
    expect(challengeOf(answer)).toMatch(/error="invalid_token", error_description="[^"]*offline[^"]*urn:sandbox:orders/)
  })

  test('a token with a broken signature is refused by both', async () => {
    const token = `${(await tokenOf(sandbox.facts, 'jwt')).split('.').slice(0, 2).join('.')}.AAAA`
    for (const url of [orders, ledger]) {
      const answer = await ask(url, { headers: bearer(token) })
      expect(answer.status).toBe(401)
      expect(challengeOf(answer)).toContain('error="invalid_token"')
    }
  })

  test('a missing scope is 403 and the challenge names the scope', async () => {
    const readOnly = bearer(await tokenOf(sandbox.facts, 'jwt', 'api:read'))
    const post = await ask(orders, { method: 'POST', headers: { ...readOnly, ...json }, body: '{}' })
    expect(post.status).toBe(403)
    expect(challengeOf(post)).toMatch(/error="insufficient_scope".*scope="api:write"/)
    const writeOnly = bearer(await tokenOf(sandbox.facts, 'jwt', 'api:write'))
    expect((await ask(orders, { headers: writeOnly })).status).toBe(403)
    expect((await ask(ledger, { headers: writeOnly })).status).toBe(403)
  })

  test('a revoked JWT is refused where the API introspects and still accepted where it validates offline', async () => {
    const token = await tokenOf(sandbox.facts, 'jwt')
    const headers = bearer(token)
    expect((await ask(ledger, { headers })).status).toBe(200)
    await post(sandbox.facts.revocation_endpoint, { token }, basic(client(sandbox.facts, 'jwt')))
    const refused = await ask(ledger, { headers })
    expect(refused.status).toBe(401)
    expect(challengeOf(refused)).toMatch(/error="invalid_token".*not active/)
    expect((await ask(orders, { headers })).status).toBe(200)
  })

  test('a revoked opaque token is refused by the ledger', async () => {
    const token = await tokenOf(sandbox.facts, 'opaque')
    expect((await ask(ledger, { headers: bearer(token) })).status).toBe(200)
    await post(sandbox.facts.revocation_endpoint, { token }, basic(client(sandbox.facts, 'opaque')))
    expect((await ask(ledger, { headers: bearer(token) })).status).toBe(401)
  })

  test('an expired JWT is refused offline, and the reason is its age', async () => {
    const brief = await startSandbox({ accessTokenLifetime: 1 })
    try {
      const headers = bearer(await tokenOf(brief.facts, 'jwt'))
      const call = async (): Promise<string | null> =>
        challengeOf(await ask(`${brief.facts.api}/api/orders`, { headers }))
      await expect.poll(call, { timeout: 5_000 }).toContain('expired')
    } finally {
      await brief.close()
    }
  })

  test.each([
    ['text/plain', 'x', 415],
    ['application/json', '[]', 400],
    ['application/json', '{', 400],
    ['application/json', `{"note":"${'x'.repeat(60_000)}"}`, 413],
  ])('an order as %s that cannot be read is refused (%#)', async (type, body, status) => {
    const headers = { ...bearer(await tokenOf(sandbox.facts, 'jwt')), 'content-type': type }
    expect((await ask(orders, { method: 'POST', headers, body })).status).toBe(status)
  })

  test('an order is given back with an id', async () => {
    const headers = { ...bearer(await tokenOf(sandbox.facts, 'jwt')), ...json }
    const body = '{"item":"Pallet scanner","quantity":2}'
    const answer = await ask(orders, { method: 'POST', headers, body })
    expect(answer.status).toBe(201)
    expect(answer.json).toEqual({ item: 'Pallet scanner', quantity: 2, id: expect.stringMatching(/^ord_/) })
  })

  test('orders and ledger answer with data', async () => {
    const headers = bearer(await tokenOf(sandbox.facts, 'jwt', 'api:read'))
    expect((await ask(orders, { headers })).json).toMatchObject({ orders: [{ id: 'ord_1041' }, {}, {}] })
    expect((await ask(ledger, { headers })).json).toMatchObject({ ledger: [{ entry: 7001 }, {}, {}] })
  })
})

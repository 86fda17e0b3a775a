import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSandbox, type Sandbox } from '../../electron/sandbox/start.ts'
import { ask, basic, bearer, client, post, tokenOf, type Answer } from './sandbox-client.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

const kinds = ['jwt', 'opaque'] as const

const introspect = (token: string, headers: Record<string, string>): Promise<Answer> =>
  post(sandbox.facts.introspection_endpoint, { token }, headers)

const introspectJson = (body: string, headers: Record<string, string> = {}): Promise<Answer> =>
  ask(sandbox.facts.introspection_endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })

describe.each(kinds)('introspection and revocation of a token that is %s', (kind) => {
  const own = (): Record<string, string> => basic(client(sandbox.facts, kind))

  test('a wrong secret is refused with a challenge, and says nothing of the token', async () => {
    const token = await tokenOf(sandbox.facts, kind)
    for (const endpoint of [sandbox.facts.introspection_endpoint, sandbox.facts.revocation_endpoint]) {
      const answer = await post(endpoint, { token }, basic({ ...client(sandbox.facts, kind), client_secret: 'wrong' }))
      expect(answer.status).toBe(401)
      expect(answer.json).toMatchObject({ error: 'invalid_client' })
      expect(answer.headers.get('www-authenticate')).toMatch(/^Basic /)
    }
    expect((await introspect(token, own())).json).toMatchObject({ active: true })
  })

  test('no client authentication is refused', async () => {
    const answer = await introspect(await tokenOf(sandbox.facts, kind), {})
    expect(answer.status).toBe(400)
    expect(answer.json).toMatchObject({ error: 'invalid_request' })
  })

  test('another client cannot revoke it', async () => {
    const token = await tokenOf(sandbox.facts, kind)
    const other = basic(client(sandbox.facts, kind === 'jwt' ? 'opaque' : 'jwt'))
    const answer = await post(sandbox.facts.revocation_endpoint, { token }, other)
    expect(answer.status).toBe(400)
    expect(answer.json).toMatchObject({ error: 'invalid_request' })
    expect((await introspect(token, own())).json).toMatchObject({ active: true })
  })

  test('an active one is described', async () => {
    const { status, json, headers } = await introspect(await tokenOf(sandbox.facts, kind), own())
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toContain('no-store')
    expect(json).toMatchObject({
      active: true,
      client_id: client(sandbox.facts, kind).client_id,
      scope: 'api:read api:write',
      token_type: 'Bearer',
      iss: sandbox.facts.issuer,
      exp: expect.any(Number),
      iat: expect.any(Number),
    })
  })

  test('client_secret_post serves for both endpoints', async () => {
    const token = await tokenOf(sandbox.facts, kind)
    const parameters = { token, ...client(sandbox.facts, kind) }
    expect((await post(sandbox.facts.introspection_endpoint, parameters)).json).toMatchObject({ active: true })
    expect((await post(sandbox.facts.revocation_endpoint, parameters)).status).toBe(200)
  })

  test('once revoked it is inactive and nothing else is said; revoking it again succeeds', async () => {
    const token = await tokenOf(sandbox.facts, kind)
    const revocation = await post(sandbox.facts.revocation_endpoint, { token, token_type_hint: 'access_token' }, own())
    expect(revocation).toMatchObject({ status: 200, text: '' })
    expect(await introspect(token, own())).toMatchObject({ status: 200, json: { active: false } })
    expect((await introspect(token, own())).text).toBe('{"active":false}')
    expect((await post(sandbox.facts.revocation_endpoint, { token }, own())).status).toBe(200)
  })

  test('revoking one token leaves the others of the client alive', async () => {
    const [one, two] = [await tokenOf(sandbox.facts, kind), await tokenOf(sandbox.facts, kind)]
    await post(sandbox.facts.revocation_endpoint, { token: one }, own())
    expect((await introspect(two, own())).json).toMatchObject({ active: true })
  })

  test('the token itself as Bearer serves instead of client authentication, as with cidaas', async () => {
    const token = await tokenOf(sandbox.facts, kind)
    expect((await introspect(token, bearer(token))).json).toMatchObject({ active: true, scope: 'api:read api:write' })
    expect((await introspectJson(JSON.stringify({ token }), bearer(token))).json).toMatchObject({ active: true })
    await post(sandbox.facts.revocation_endpoint, { token }, own())
    expect((await introspect(token, bearer(token))).json).toEqual({ active: false })
  })

  test('another token as Bearer is refused', async () => {
    const [token, other] = [await tokenOf(sandbox.facts, kind), await tokenOf(sandbox.facts, kind)]
    const answer = await introspect(token, bearer(other))
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer .*error="invalid_token"/)
  })

  test('a JSON body is understood, with every client authentication', async () => {
    const token = await tokenOf(sandbox.facts, kind)
    expect((await introspectJson(JSON.stringify({ token }), own())).json).toMatchObject({ active: true })
    const body = JSON.stringify({ token, ...client(sandbox.facts, kind) })
    expect((await introspectJson(body)).json).toMatchObject({ active: true })
    const wrong = await introspectJson(
      JSON.stringify({ token, ...client(sandbox.facts, kind), client_secret: 'wrong' }),
    )
    expect(wrong).toMatchObject({ status: 401, json: { error: 'invalid_client' } })
  })
})

describe('introspection of what is no token of the sandbox', () => {
  const own = (): Record<string, string> => basic(client(sandbox.facts, 'jwt'))

  test('a JWT with a changed payload, signature or algorithm is inactive', async () => {
    const [header = '', payload = '', signature = ''] = (await tokenOf(sandbox.facts, 'jwt')).split('.')
    const claims: object = JSON.parse(Buffer.from(payload, 'base64url').toString())
    const more = Buffer.from(JSON.stringify({ ...claims, scope: 'everything' })).toString('base64url')
    const none = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url')
    const forgeries = [`${header}.${more}.${signature}`, `${header}.${payload}.AAAA`, `${none}.${payload}.`]
    for (const token of forgeries) expect((await introspect(token, own())).json).toEqual({ active: false })
  })

  test('a token of another sandbox is inactive, and its revocation changes nothing', async () => {
    const other = await startSandbox()
    try {
      for (const kind of kinds) {
        const token = await tokenOf(other.facts, kind)
        expect((await introspect(token, own())).json).toEqual({ active: false })
        expect((await post(sandbox.facts.revocation_endpoint, { token }, own())).status).toBe(200)
        const theirs = basic(client(other.facts, kind))
        expect((await post(other.facts.introspection_endpoint, { token }, theirs)).json).toMatchObject({ active: true })
      }
    } finally {
      await other.close()
    }
  })

  test('text that is no token at all is inactive, and a missing one is an invalid request', async () => {
    for (const token of ['x', 'a.b.c', '..', 'ü'])
      expect((await introspect(token, own())).json).toEqual({ active: false })
    expect(await post(sandbox.facts.introspection_endpoint, {}, own())).toMatchObject({
      status: 400,
      json: { error: 'invalid_request' },
    })
  })

  test.each(['', '{', '[]', 'null', '{"token":1}', `{"token":"${'x'.repeat(60_000)}"}`])(
    'a JSON body that cannot be read is an invalid request (%#)',
    async (body) => {
      expect(await introspectJson(body, own())).toMatchObject({ status: 400, json: { error: 'invalid_request' } })
    },
  )
})

test('an expired token becomes inactive, whichever kind it is', async () => {
  const brief = await startSandbox({ accessTokenLifetime: 1 })
  try {
    for (const kind of kinds) {
      const token = await tokenOf(brief.facts, kind)
      const own = basic(client(brief.facts, kind))
      await expect
        .poll(async () => (await post(brief.facts.introspection_endpoint, { token }, own)).json, { timeout: 5_000 })
        .toEqual({ active: false })
    }
  } finally {
    await brief.close()
  }
})

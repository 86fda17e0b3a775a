import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSandbox, type Sandbox } from '../../electron/sandbox/start.ts'
import { basic, client, post, tokenOf } from './sandbox-client.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

const grant = { grant_type: 'client_credentials' }

describe('the token endpoint of the sandbox', () => {
  test('a wrong secret is refused with invalid_client and a Basic challenge', async () => {
    const wrong = { ...client(sandbox.facts, 'jwt'), client_secret: 'wrong' }
    const answer = await post(sandbox.facts.token_endpoint, grant, basic(wrong))
    expect(answer.status).toBe(401)
    expect(answer.json).toMatchObject({ error: 'invalid_client' })
    expect(answer.headers.get('www-authenticate')).toMatch(/^Basic realm=/)
  })

  test('an unknown client is refused as a wrong secret is', async () => {
    const answer = await post(sandbox.facts.token_endpoint, { ...grant, client_id: 'nobody', client_secret: 'x' })
    expect(answer.status).toBe(401)
    expect(answer.json).toMatchObject({ error: 'invalid_client' })
  })

  test('no client authentication at all is an invalid request', async () => {
    const answer = await post(sandbox.facts.token_endpoint, grant)
    expect(answer.status).toBe(400)
    expect(answer.json).toMatchObject({ error: 'invalid_request' })
  })

  test('another grant type is refused', async () => {
    const headers = basic(client(sandbox.facts, 'jwt'))
    const answer = await post(sandbox.facts.token_endpoint, { grant_type: 'authorization_code', code: 'x' }, headers)
    expect(answer.status).toBe(400)
    expect(answer.json).toMatchObject({ error: 'unsupported_grant_type' })
  })

  test('an unknown resource is refused with invalid_target', async () => {
    const headers = basic(client(sandbox.facts, 'jwt'))
    const answer = await post(sandbox.facts.token_endpoint, { ...grant, resource: 'https://other.example' }, headers)
    expect(answer.status).toBe(400)
    expect(answer.json).toMatchObject({ error: 'invalid_target' })
  })

  test('the protected API itself gets no token', async () => {
    const answer = await post(sandbox.facts.token_endpoint, { ...grant, client_id: 'sandbox-api', client_secret: 'x' })
    expect(answer.status).toBe(401)
  })

  test('an unknown scope is dropped and the answer says what was granted', async () => {
    for (const kind of ['jwt', 'opaque'] as const) {
      const target = kind === 'jwt' ? { resource: sandbox.facts.resource } : {}
      const parameters = { ...grant, ...target, scope: 'api:read api:everything' }
      const answer = await post(sandbox.facts.token_endpoint, parameters, basic(client(sandbox.facts, kind)))
      expect(answer.json).toMatchObject({ token_type: 'Bearer', expires_in: 600, scope: 'api:read' })
    }
  })

  test('each client may use client_secret_basic and client_secret_post', async () => {
    for (const kind of ['jwt', 'opaque'] as const) {
      const credentials = client(sandbox.facts, kind)
      expect((await post(sandbox.facts.token_endpoint, grant, basic(credentials))).status).toBe(200)
      expect((await post(sandbox.facts.token_endpoint, { ...grant, ...credentials })).status).toBe(200)
    }
  })

  test('a JWT access token follows RFC 9068', async () => {
    const [header, claims] = (await tokenOf(sandbox.facts, 'jwt')).split('.').map(decodeSegment)
    expect(header).toEqual({ alg: 'RS256', typ: 'at+jwt', kid: expect.any(String) })
    expect(claims).toEqual({
      iss: sandbox.facts.issuer,
      aud: sandbox.facts.resource,
      sub: 'sandbox-jwt',
      client_id: 'sandbox-jwt',
      scope: 'api:read api:write',
      jti: expect.any(String),
      iat: expect.any(Number),
      exp: expect.any(Number),
    })
  })

  test('without a resource, and for the opaque client always, the token is opaque', async () => {
    const none = await post(sandbox.facts.token_endpoint, grant, basic(client(sandbox.facts, 'jwt')))
    const parameters = { ...grant, resource: sandbox.facts.resource }
    const opaque = await post(sandbox.facts.token_endpoint, parameters, basic(client(sandbox.facts, 'opaque')))
    expect(none.json).toMatchObject({ access_token: expect.not.stringContaining('.') })
    expect(opaque.json).toMatchObject({ access_token: expect.not.stringContaining('.') })
  })
})

function decodeSegment(segment: string): unknown {
  return segment.length > 300 ? null : JSON.parse(Buffer.from(segment, 'base64url').toString())
}

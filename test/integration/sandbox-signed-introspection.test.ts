import { createRemoteJWKSet, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSandbox, type Sandbox } from '../../electron/sandbox/start.ts'
import { bearer } from './sandbox-client.ts'
import { send, type Received } from './sandbox-https.ts'
import { accessToken, post, way, wayNames, type Way } from './sandbox-ways.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

const mediaType = 'application/token-introspection+jwt'
const own = (): Way => way(sandbox.facts, 'client_secret_basic')

async function introspect(client: Way, token: string, accept = mediaType): Promise<Received> {
  return post(sandbox.facts, 'introspection_endpoint', await client.prove(), { token }, { accept })
}

/** As RFC 9701 §5 has it; the signature by the published key. */
async function open(answer: Received): Promise<{ audience: unknown; introspection: unknown }> {
  expect(answer).toMatchObject({ status: 200 })
  expect(answer.headers['content-type']).toMatch(/^application\/token-introspection\+jwt(;|$)/)
  const keys = createRemoteJWKSet(new URL(sandbox.facts.jwks_uri))
  const { payload } = await jwtVerify(answer.text, keys, {
    issuer: sandbox.facts.issuer,
    typ: 'token-introspection+jwt',
    algorithms: ['RS256'],
    requiredClaims: ['iat', 'aud', 'token_introspection'],
  })
  expect(Object.keys(payload).toSorted()).toEqual(['aud', 'iat', 'iss', 'token_introspection'])
  return { audience: payload.aud, introspection: payload['token_introspection'] }
}

describe.each(['jwt', 'opaque'] as const)('introspection of a token that is %s', (kind) => {
  test.each(['application/json', '*/*', `application/json, ${mediaType}`])(
    'is plain JSON with Accept: %s',
    async (accept) => {
      const answer = await introspect(own(), await accessToken(sandbox.facts, own(), kind), accept)
      expect(answer.headers['content-type']).toMatch(/^application\/json/)
      expect(answer.json).toMatchObject({ active: true })
    },
  )

  test('is an error in plain JSON when the client is not who it says, no matter what it accepts', async () => {
    const token = await accessToken(sandbox.facts, own(), kind)
    const wrong = { parameters: { client_id: 'sandbox-jwt', client_secret: 'wrong' } }
    const answer = await post(sandbox.facts, 'introspection_endpoint', wrong, { token }, { accept: mediaType })
    expect(answer).toMatchObject({ status: 401, json: { error: 'invalid_client' } })
  })

  test('is signed and says inactive of a token that was revoked', async () => {
    const token = await accessToken(sandbox.facts, own(), kind)
    await post(sandbox.facts, 'revocation_endpoint', await own().prove(), { token })
    expect((await open(await introspect(own(), token))).introspection).toEqual({ active: false })
  })

  test.each(wayNames)('is signed for the client that asked by %s', async (name) => {
    const client = way(sandbox.facts, name)
    const token = await accessToken(sandbox.facts, client, kind)
    const { audience, introspection } = await open(await introspect(client, token))
    expect(audience).toBe(client.client_id)
    expect(introspection).toMatchObject({ active: true, client_id: client.client_id, token_type: 'Bearer' })
  })

  test('is signed for those that ask with the token itself, too', async () => {
    const token = await accessToken(sandbox.facts, own(), kind)
    const { introspection_endpoint: url } = sandbox.facts
    const answer = await send(url, { parameters: { token }, headers: { ...bearer(token), accept: mediaType } })
    expect((await open(answer)).introspection).toMatchObject({ active: true })
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSandbox, type Sandbox } from '../../electron/sandbox/start.ts'
import { accessToken, post, requestToken, way, wayNames } from './sandbox-ways.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

const kinds = ['jwt', 'opaque'] as const

describe.each(wayNames)('a client of the sandbox that authenticates by %s', (name) => {
  const own = () => way(sandbox.facts, name)
  const other = () => way(sandbox.facts, name === 'none' ? 'client_secret_basic' : 'none')

  test('is in the list of clients', () => {
    const { clients } = sandbox.facts
    const listed = clients.find(({ client_id }) => client_id === own().client_id)
    expect(listed?.methods).toContain(name.split(' ')[0])
  })

  test('cannot revoke the token of another client', async () => {
    for (const kind of kinds) {
      const token = await accessToken(sandbox.facts, other(), kind)
      const answer = await post(sandbox.facts, 'revocation_endpoint', await own().prove(), { token })
      expect(answer).toMatchObject({ status: 400, json: { error: 'invalid_request' } })
    }
  })

  test.each(kinds)('gets a token that is %s, introspects it and revokes it', async (kind) => {
    const issued = await requestToken(sandbox.facts, own(), kind)
    expect(issued).toMatchObject({ status: 200, json: { token_type: 'Bearer', scope: 'api:read api:write' } })
    const token = await accessToken(sandbox.facts, own(), kind)
    expect(token.split('.')).toHaveLength(kind === 'jwt' ? 3 : 1)
    const introspect = async () => post(sandbox.facts, 'introspection_endpoint', await own().prove(), { token })
    expect(await introspect()).toMatchObject({ status: 200, json: { active: true, client_id: own().client_id } })
    const revoked = await post(sandbox.facts, 'revocation_endpoint', await own().prove(), { token })
    expect(revoked).toMatchObject({ status: 200, text: '' })
    expect((await introspect()).text).toBe('{"active":false}')
  })
})

describe('which client may ask about which token', () => {
  test.each(kinds)('the public client learns nothing of the token of another client, if it is %s', async (kind) => {
    const token = await accessToken(sandbox.facts, way(sandbox.facts, 'client_secret_basic'), kind)
    const proof = await way(sandbox.facts, 'none').prove()
    expect((await post(sandbox.facts, 'introspection_endpoint', proof, { token })).json).toEqual({ active: false })
  })

  test.each(kinds)(
    'a client that proves who it is may ask about the token of any client, if it is %s',
    async (kind) => {
      const token = await accessToken(sandbox.facts, way(sandbox.facts, 'none'), kind)
      const proof = await way(sandbox.facts, 'tls_client_auth').prove()
      const answer = await post(sandbox.facts, 'introspection_endpoint', proof, { token })
      expect(answer.json).toMatchObject({ active: true, client_id: 'sandbox-public' })
    },
  )
})

test.each([
  'sandbox-jwt',
  'sandbox-opaque',
  'sandbox-secret-jwt',
  'sandbox-private-key-jwt',
  'sandbox-tls',
  'sandbox-self-signed-tls',
])('%s does not get through without its proof', async (client_id) => {
  const answer = await post(
    sandbox.facts,
    'token_endpoint',
    { parameters: { client_id } },
    { grant_type: 'client_credentials' },
  )
  expect(answer).toMatchObject({ status: 401, json: { error: 'invalid_client' } })
})

test('a client of assertions does not get through with its secret', async () => {
  const { client_id = '', client_secret = '' } =
    sandbox.facts.clients.find(({ methods }) => methods.includes('client_secret_jwt')) ?? {}
  const proof = { parameters: { client_id, client_secret } }
  const answer = await post(sandbox.facts, 'token_endpoint', proof, { grant_type: 'client_credentials' })
  expect(answer).toMatchObject({ status: 401, json: { error: 'invalid_client' } })
})

import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { calls } from '../../electron/contract/calls.ts'
import { plainWay } from '../../electron/core/secrets/destinations.ts'
import { madeToken } from '../support/made-token.ts'
import { json, misbehavingServers, secrets } from './misbehaving-servers.ts'
import { codesOf, context, openTestApi, type TestApi } from './test-api.ts'

const { serve, closeAll } = misbehavingServers()
afterAll(closeAll)

let opened: TestApi
beforeEach(() => {
  opened = openTestApi(null)
})
afterEach(() => opened.close())

const token = 'opaque-token-of-a-customer'
const introspect = (environmentId: string, pasted = token) =>
  opened.api.introspectPasted({ environmentId, token: pasted }, context)

/** A server that answers with this, and the environment that asks it. */
async function asking(status: number, answer: object, change: object = {}) {
  const server = await serve((_, response) => json(response, status, answer))
  const introspection_endpoint = `${server.url}/introspect`
  const id = await opened.add({ client_id: 'support', introspection_endpoint, ...change }, secrets)
  return { id, ...server }
}

describe('nothing is sent', () => {
  test('by an environment that is gone', async () => {
    expect(await introspect('gone')).toMatchObject({
      kind: 'not_sent',
      problems: [{ code: 'environment_gone' }],
    })
  })

  test('where the environment has no introspection endpoint, whose absence is named', async () => {
    const id = await opened.add({ client_id: 'support' }, secrets)
    expect(await introspect(id)).toMatchObject({
      kind: 'not_sent',
      problems: [{ field: 'introspection_endpoint', code: 'endpoint_missing' }],
    })
    expect(await opened.api.listExchanges({ environmentId: id, limit: 5 }, context)).toEqual([])
  })

  test.each(['client', 'none', 'bearer_token_itself'] as const)(
    'to a server that came with a file, before a person allows it, with authentication “%s”',
    async (authentication) => {
      const introspection = { authentication, bodyFormat: 'form', responseFormat: 'json' } as const
      const { id, url, requests } = await asking(200, { active: true }, { introspection })
      const secret = authentication === 'client' ? 'client_secret' : 'access_token'
      const { fromFiles, secretBindings } = opened.workspace
      fromFiles.add(id, { part: 'origin', value: url })
      secretBindings.clear(id, 'client_secret')
      expect(await introspect(id)).toMatchObject({
        kind: 'not_sent',
        problems: [{ remedy: { kind: 'allow_origin', secret, origin: url } }],
      })
      expect(requests).toEqual([])
      await opened.api.allowOrigin({ environmentId: id, secret, origin: url, way: plainWay }, context)
      expect(await introspect(id)).toMatchObject({ kind: 'active' })
      expect(requests).toHaveLength(1)
    },
  )

  test.each(['two words', 'line\nbreak', 'ümlaut', 'nul\0', ''])('of a text that cannot be a token: %j', (text) => {
    expect(calls.introspectPasted.input.safeParse({ environmentId: 'any', token: text }).success).toBe(false)
  })
})

test('a caller that the server refuses learns that, and nothing about the token', async () => {
  const { id } = await asking(401, { error: 'invalid_client' })
  const outcome = await introspect(id)
  expect(outcome).toMatchObject({ kind: 'refused', status: 401, error: { error: 'invalid_client' } })
  expect(codesOf(outcome)).not.toContain('inactive_unexplained')
})

test('an inactive JWT of another server is explained by the issuer that it names', async () => {
  const { id } = await asking(200, { active: false }, { issuer: 'https://as.example' })
  const pasted = madeToken({ iss: 'https://other.example', exp: 4_000_000_000 })
  const outcome = await introspect(id, pasted)
  expect(outcome).toMatchObject({ kind: 'inactive' })
  expect(codesOf(outcome)[0]).toBe('inactive_other_issuer')
})

test('an inactive JWT whose time is over is called expired, and nothing is guessed beside it', async () => {
  const { id } = await asking(200, { active: false })
  expect(codesOf(await introspect(id, madeToken({ exp: 1_700_000_000 })))).toEqual(['inactive_expired'])
})

test('of an inactive opaque token no time is made up', async () => {
  const { id } = await asking(200, { active: false })
  expect(codesOf(await introspect(id))).toEqual(['inactive_unexplained'])
})

test('an active token is described, in the style of the environment, and beside its own claims', async () => {
  const introspection = { authentication: 'bearer_token_itself', bodyFormat: 'json', responseFormat: 'json' } as const
  const { id, requests } = await asking(200, { active: true, sub: 'svc' }, { introspection })
  const pasted = madeToken({ sub: 'svc' })
  expect(await introspect(id, pasted)).toMatchObject({
    kind: 'active',
    comparison: [{ name: 'sub', change: 'same' }, { name: 'active' }],
  })
  expect(requests[0]?.headers).toMatchObject({
    authorization: `Bearer ${pasted}`,
    'content-type': 'application/json',
  })
})

test('a pasted token is kept nowhere: no environment holds it, and no answer, exchange or outcome shows it', async () => {
  const { id } = await asking(200, { active: true, token, said: `You asked about ${token}` })
  const outcome = await introspect(id)
  const { api } = opened
  const exchanges = await api.listExchanges({ environmentId: id, limit: 5 }, context)
  const details = await Promise.all(exchanges.map((exchange) => api.getExchange({ id: exchange.id }, context)))
  expect(exchanges).toHaveLength(1)
  expect(await api.listTokens(undefined, context)).toEqual([])
  const outcomes = await api.listLastOutcomes(undefined, context)
  expect(JSON.stringify([outcome, exchanges, details, outcomes])).not.toContain(token)
})

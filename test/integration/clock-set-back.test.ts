import { afterEach, beforeEach, expect, test } from 'vitest'
import type { EnvironmentInput } from '../../electron/contract/environment.ts'
import { bearer, json, misbehavingServers } from './misbehaving-servers.ts'
import { makeSigner } from './signed-tokens.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'
import { jwks, pasted, verdictOf, verify } from './verifications.ts'
import { newApiRequest } from '../../electron/catalogue/new-api-request.ts'

const minutes = (count: number): number => count * 60_000
const { serve, closeAll } = misbehavingServers()
let opened: TestApi
let variables: Record<string, string>
/** What the clock on the wall says, and how long the computer has been running. */
let now: number
let uptime: number
/** The secrets that arrived at the token endpoint. */
let received: string[]

beforeEach(() => {
  variables = { SECRET: 'first' }
  received = []
  now = Date.UTC(2026, 10, 28, 12)
  uptime = minutes(500)
  opened = openTestApi(null, { now: () => now, uptime: () => uptime, variables })
})
afterEach(async () => {
  opened.close()
  await closeAll()
})

async function addWithVariable(change: Partial<EnvironmentInput> = {}, answer = bearer): Promise<string> {
  const { url } = await serve((request, response) => {
    const [, encoded = ''] = (request.headers.authorization ?? '').split(' ')
    received.push(Buffer.from(encoded, 'base64').toString().split(':')[1] ?? '')
    json(response, 200, { ...answer, access_token: `token-${received.length}` })
  })
  const source = { kind: 'environment_variable', variable: 'SECRET' } as const
  return opened.add({ client_id: 'c', token_endpoint: url, secretSources: { client_secret: source }, ...change })
}

test.for([
  ['set back by an hour', -minutes(60)],
  ['set back by as much as went by', -minutes(6)],
  ['stopped', 0],
] as const)('a value from outside is read again after its minutes when the clock was %s', async ([, moved]) => {
  const environmentId = await addWithVariable()
  await opened.api.requestToken({ environmentId }, context)
  variables['SECRET'] = 'second'
  now += moved
  uptime += minutes(6)
  await opened.api.requestToken({ environmentId }, context)
  expect(received).toEqual(['first', 'second'])
})

test('a value from outside is read again after its minutes when the computer slept through them', async () => {
  const environmentId = await addWithVariable()
  await opened.api.requestToken({ environmentId }, context)
  variables['SECRET'] = 'second'
  now += minutes(6)
  await opened.api.requestToken({ environmentId }, context)
  expect(received).toEqual(['first', 'second'])
})

test('a token is renewed at its end although the clock was set back', async () => {
  const answer = { ...bearer, expires_in: 300 }
  const environmentId = await addWithVariable({}, answer)
  const api = await serve((_request, response) => json(response, 200, {}))
  const request = { ...newApiRequest, url: api.url } as const
  const call = () => opened.api.sendApiCall({ environmentId, request }, context)
  expect(await call()).toMatchObject({ kind: 'answered', tokenUse: 'new' })
  expect(await call()).toMatchObject({ kind: 'answered', tokenUse: 'reused' })
  now -= minutes(60)
  uptime += minutes(5)
  expect(await call()).toMatchObject({ kind: 'answered', tokenUse: 'new' })
})

test('a key set cools down for its 30 seconds although the clock was set back, and is fetched again after them', async () => {
  const [known, unknown] = [await makeSigner('known'), await makeSigner('unknown')]
  let fetches = 0
  const server = await serve((_request, response) => {
    fetches += 1
    json(response, 200, { keys: [known.published] })
  })
  const environmentId = await opened.add({ issuer: 'https://as.example', jwks_uri: server.url })
  const look = async () => verdictOf(await verify(opened, pasted(await unknown.sign()), environmentId, jwks))
  await look()
  expect(await look()).toMatchObject({ fetch: 'refetched' })
  now -= 1000
  uptime += 29_000
  await look()
  const before = fetches
  expect(await look()).toMatchObject({ fetch: 'cooling_down' })
  expect(fetches).toBe(before)
  uptime += 31_000
  expect(await look()).toMatchObject({ fetch: 'refetched' })
})

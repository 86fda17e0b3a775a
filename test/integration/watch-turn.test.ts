import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { allExchanges } from '../../electron/common/all-exchanges.ts'
import { signer } from '../support/signed-token.ts'
import { type FlowApi, openFlowApi } from './flow-running.ts'
import { bearer, json, misbehavingServers } from './misbehaving-servers.ts'
import { context } from './test-api.ts'
import { newestEvents } from '../support/newest-events.ts'

let opened: FlowApi
const { serve, closeAll } = misbehavingServers()

beforeEach(() => {
  opened = openFlowApi(null)
})
afterEach(async () => {
  opened.close()
  await closeAll()
})

const server = signer()
const seconds = Math.floor(Date.now() / 1000)
const claims = {
  iss: 'https://as.example',
  aud: 'urn:api',
  sub: 'c',
  client_id: 'c',
  iat: seconds,
  exp: seconds + 600,
  jti: '1',
}

/** What came of a turn with this token, against the key set of `server`, and what the audit trail has of it. */
async function watched(access_token: string, change: { jwks?: 'none' | 'broken' } = {}) {
  const { url } = await serve((request, response) => {
    if (request.url === '/token') return json(response, 200, { ...bearer, access_token })
    if (request.url === '/jwks') return json(response, change.jwks === 'broken' ? 500 : 200, server.jwks)
    return json(response, 200, {})
  })
  const environmentId = await opened.add(
    {
      client_id: 'c',
      issuer: claims.iss,
      audience: claims.aud,
      token_endpoint: `${url}/token`,
      jwks_uri: change.jwks === 'none' ? '' : `${url}/jwks`,
    },
    { client_secret: 'the secret of this client of 32 bytes' },
  )
  const callId = await opened.saveCall(environmentId, `${url}/api`)
  await opened.api.setWatch({ environmentId, minutes: 60, callId, introspects: false }, context)
  const state = async () => (await opened.api.listWatches(undefined, context))[0]
  await vi.waitFor(async () => expect((await state())?.lastVerdict).not.toBeNull())
  const exchanges = opened.workspace.exchanges
    .list(environmentId, 9)
    .map(({ id }) => opened.workspace.exchanges.get(id))
  const recorded = newestEvents(opened.workspace, 20).filter(({ kind }) => kind === 'check_failed')
  return { environmentId, verdict: (await state())?.lastVerdict, exchanges, recorded }
}

test('a genuine token passes, and what a watch sends says so', async () => {
  const { verdict, exchanges, recorded } = await watched(server.sign(claims))
  expect(verdict).not.toBe('failed')
  expect(recorded).toEqual([])
  expect(new Set(exchanges.map((exchange) => exchange?.purpose))).toEqual(new Set(['token', 'jwks', 'api']))
  expect(exchanges.every((exchange) => exchange?.isOfWatch === true)).toBe(true)
})

test('what a person sends is not of the watch', async () => {
  const { environmentId } = await watched(server.sign(claims))
  await opened.api.requestToken({ environmentId }, context)
  const [newest] = opened.workspace.exchanges.list(environmentId, 1)
  expect(opened.workspace.exchanges.get(newest?.id ?? '')).not.toHaveProperty('isOfWatch')
})

test.each([
  ['that another key signed', signer().sign(claims), 'signature'],
  ['that has expired', server.sign({ ...claims, iat: seconds - 1200, exp: seconds - 600 }), 'times'],
  ['that is for another audience', server.sign({ ...claims, aud: 'urn:other' }), 'audience'],
])('a token %s fails the turn, and is recorded', async (_name, token, check) => {
  const { verdict, recorded, environmentId } = await watched(token)
  expect(verdict).toBe('failed')
  expect(recorded).toHaveLength(1)
  expect(recorded[0]).toMatchObject({ environmentId, detail: { checks: expect.stringContaining(check) } })
})

test('a check that fails at the next turn as at the last is recorded once', async () => {
  const { environmentId } = await watched(signer().sign(claims))
  await opened.api.endWatch({ environmentId }, context)
  await opened.api.setWatch({ environmentId, minutes: 60, callId: null, introspects: false }, context)
  const state = async () => (await opened.api.listWatches(undefined, context))[0]
  await vi.waitFor(async () => expect((await state())?.lastVerdict).toBe('failed'))
  expect(newestEvents(opened.workspace, 20).filter(({ kind }) => kind === 'check_failed')).toHaveLength(1)
})

test.each(['none', 'broken'] as const)('a token that cannot be verified is noted: keys %s', async (jwks) => {
  const { verdict, recorded } = await watched(server.sign(claims), { jwks })
  expect([verdict, recorded]).toEqual(['noted', []])
})

test('an opaque token is not verified: no key is fetched', async () => {
  const { verdict, exchanges, recorded } = await watched('an-opaque-token')
  expect(verdict).not.toBe('failed')
  expect(recorded).toEqual([])
  expect(exchanges.map((exchange) => exchange?.purpose)).not.toContain('jwks')
})

test('what a watch sent is found by itself, or left out', async () => {
  const { environmentId } = await watched(server.sign(claims))
  await opened.api.requestToken({ environmentId }, context)
  const purposesOf = async (sender: 'person' | 'watch') => {
    const { rows } = await opened.api.searchHistory(
      { ...allExchanges, environmentIds: [environmentId], senders: [sender] },
      context,
    )
    return rows.map(({ purpose }) => purpose).toSorted()
  }
  await vi.waitFor(async () => expect(await purposesOf('person')).toEqual(['token']))
  expect(await purposesOf('watch')).toEqual(['api', 'jwks', 'token'])
})

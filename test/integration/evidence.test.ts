import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EvidenceInput } from '../../electron/contract/evidence.ts'
import { madeToken } from '../support/made-token.ts'
import { bearer, json, misbehavingServers, secrets, style } from './misbehaving-servers.ts'
import { ofHeldToken } from './held-token.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'

const { serve, closeAll } = misbehavingServers()
const signature = 'dGhlIHNpZ25hdHVyZSBvZiB0aGlzIHRva2VuIGlzIGhlcmU'
let world: TestApi
let url: string
let count = 0

beforeAll(async () => {
  world = openTestApi(null, { version: '1.2.3', runtime: { node: '24' } })
  const server = await serve((request, response) => {
    // A server that puts the secret of the client into the claims.
    const claims = { iss: url, told: secrets.client_secret, jti: String((count += 1)) }
    const access_token = madeToken(claims, { alg: 'RS256', kid: '1' }, signature)
    json(response, 200, request.url === '/introspect' ? { active: false } : { ...bearer, access_token })
  })
  url = server.url
})
afterAll(async () => {
  world.close()
  await closeAll()
})

const pasted = (token: string, change: Partial<EvidenceInput> = {}): EvidenceInput => ({
  token: { kind: 'pasted', token },
  environmentId: null,
  format: 'markdown',
  verification: null,
  introspection: null,
  ...change,
})

async function holding() {
  const endpoints = {
    issuer: url,
    token_endpoint: `${url}/token?tenant=a`,
    introspection_endpoint: `${url}/introspect`,
  }
  const environmentId = await world.add({ name: 'Orders', client_id: 'orders', ...endpoints }, secrets)
  await world.api.requestToken({ environmentId }, context)
  return environmentId
}

async function copied(input: EvidenceInput): Promise<string> {
  expect(await world.api.copyEvidence(input, context)).toBeNull()
  return world.copied.at(-1) ?? ''
}

test('of a token that is gone nothing is made, and that is said', async () => {
  const input = pasted('', { token: { kind: 'previous', environmentId: 'gone' } })
  expect(await world.api.copyEvidence(input, context)).toMatchObject({ code: 'token_gone' })
  expect(await world.api.saveEvidence(input, context)).toMatchObject({ kind: 'failed' })
})

test('a file that cannot be written is reported in the words of the system', async () => {
  const failing = openTestApi(null, {
    saveFile: async () => {
      throw new Error('EACCES: permission denied')
    },
  })
  expect(await failing.api.saveEvidence(pasted('opaque'), context)).toEqual({
    kind: 'failed',
    reason: {
      code: 'file_not_written',
      evidence: { failure: { code: 'system', evidence: { message: 'EACCES: permission denied' } } },
    },
  })
  failing.close()
  const cancelling = openTestApi(null, { saveFile: async () => null })
  expect(await cancelling.api.saveEvidence(pasted('opaque'), context)).toEqual({ kind: 'cancelled' })
  cancelling.close()
})

test('of a held token: whose it is, what was checked and answered, how it was got, and no secret', async () => {
  const environmentId = await holding()
  const token = { kind: 'held', environmentId } as const
  const verified = await world.api.verifyToken(ofHeldToken(environmentId), context)
  const introspection = await world.api.introspectToken({ environmentId, style }, context)
  const verification = verified.kind === 'verified' ? verified.verification : null
  const text = await copied({ token, environmentId: null, format: 'markdown', verification, introspection })
  for (const shown of [
    '| Environment | Orders |',
    `POST ${url}/token?tenant=a`,
    'client_secret_basic',
    '| TLS | none |',
    `POST ${url}/introspect`,
    '| Introspection | not active |',
  ])
    expect(text).toContain(shown)
  expect(text).toContain('The token is not active.')
  expect(text).toContain('"told": "••••••••"')
  expect(text).toContain('| Signature | not possible |')
  const accessToken = await world.api.revealToken({ environmentId }, context)
  for (const secret of [secrets.client_secret, accessToken ?? '', signature]) expect(text).not.toContain(secret)
})

test('held tokens are masked wherever they occur, those that were held before too', async () => {
  const environmentId = await holding()
  const before = (await world.api.revealToken({ environmentId }, context)) ?? ''
  await world.api.requestToken({ environmentId }, context)
  const after = (await world.api.revealToken({ environmentId }, context)) ?? ''
  expect(after).not.toBe(before)
  const text = await copied(pasted(madeToken({ before, after, secret: secrets.client_secret })))
  for (const secret of [before, after, secrets.client_secret]) expect(text).not.toContain(secret)
  const previous = await copied(pasted('', { token: { kind: 'previous', environmentId } }))
  expect(previous).toContain('the environment held it before')
  expect(previous).not.toContain(signature)
})

test('opaque tokens that were held before, and values that are called a secret, are masked too', async () => {
  let count = 0
  const server = await serve((_request, response) => {
    count += 1
    json(response, 200, { ...bearer, access_token: `reference-number-${count}-of-an-opaque-token` })
  })
  const environmentId = await world.add({ client_id: 'orders', token_endpoint: server.url }, secrets)
  await world.api.requestToken({ environmentId }, context)
  await world.api.requestToken({ environmentId }, context)
  const claims = { before: 'reference-number-1-of-an-opaque-token', client_secret: 'nobody knows it here' }
  const text = await copied(pasted(madeToken(claims)))
  expect(text).toContain('"before": "••••••••"')
  expect(text).not.toContain('nobody knows it here')
})

test('a pasted token is judged by the environment that is named, and saved under a name that says so', async () => {
  const environmentId = await holding()
  const input = pasted('Bearer opaque-reference-of-somebody-else', { environmentId, format: 'html' })
  const outcome = await world.api.saveEvidence(input, context)
  expect(outcome).toMatchObject({ kind: 'saved', path: expect.stringMatching(/token-evidence-Orders-[\dTZ-]+\.html$/) })
  const [name = '', html = ''] = [...world.saved].at(-1) ?? []
  expect(name).toMatch(/^token-evidence-Orders-/)
  expect(html).toMatch(/^<!doctype html>/)
  expect(html).toContain('<td>pasted</td>')
  expect(html).not.toContain('reference-of')
})

test('a summary of 10,000 claims and a text of 1 MB is made', async () => {
  const claims = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`claim-${index}`, index]))
  const text = await copied(pasted(madeToken({ ...claims, long: '`'.repeat(1 << 20) })))
  expect(text).toContain('"claim-9999":9999')
})

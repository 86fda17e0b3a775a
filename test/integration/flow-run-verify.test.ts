import { createHmac } from 'node:crypto'
import { CompactEncrypt, generateKeyPair } from 'jose'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { signer } from '../support/signed-token.ts'
import { actOf, type FlowApi, openFlowApi, purposesOf, statesOf } from './flow-running.ts'
import { bearer, json, misbehavingServers } from './misbehaving-servers.ts'

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
/** Long enough for HS256. */
const client_secret = 'the secret of this client of 32 bytes'
const seconds = Math.floor(Date.now() / 1000)
const claims = {
  iss: 'https://as.example',
  aud: 'urn:api',
  sub: 'c',
  client_id: 'c',
  iat: seconds,
  exp: seconds + 600,
  jti: '1',
  scope: 'read',
}

/** The verification of a run with this token, against this answer of the key set. */
async function verified(
  access_token: string,
  keySet: { status?: number; body?: object } | null = { body: server.jwks },
) {
  const { url, requests } = await serve((request, response) =>
    request.url === '/token'
      ? json(response, 200, { ...bearer, access_token, scope: 'read' })
      : json(response, keySet?.status ?? 200, keySet?.body ?? {}),
  )
  const environmentId = await opened.add(
    {
      client_id: 'c',
      issuer: claims.iss,
      audience: claims.aud,
      scope: 'read',
      token_endpoint: `${url}/token`,
      jwks_uri: keySet === null ? '' : `${url}/jwks`,
    },
    { client_secret },
  )
  const run = await opened.run({ environmentId, callId: await opened.saveCall(environmentId, `${url}/api`) })
  return { run, act: actOf(run, 'verify'), requests }
}

test('a genuine token passes, with the key that signed it', async () => {
  const { act } = await verified(server.sign(claims))
  expect(act).toMatchObject({ state: 'passed', result: { verdict: 'genuine', kid: 'test', checks: [] } })
  expect(purposesOf(act)).toEqual(['jwks'])
})

test('a token that another key signed fails the run: the API is not called with it', async () => {
  const { run, act, requests } = await verified(signer().sign(claims))
  expect(act).toMatchObject({ state: 'failed', result: { verdict: 'not_genuine' } })
  expect(statesOf(run)).toMatchObject({ introspect: 'left_out: stopped', call: 'left_out: stopped' })
  expect(requests.map(({ url }) => url)).not.toContain('/api')
})

test.for([
  ['has expired', { ...claims, exp: seconds - 600, iat: seconds - 1200 }, 'times'],
  ['is for another audience', { ...claims, aud: 'urn:other' }, 'audience'],
] as const)('a genuine token that %s is noted, with the check that says so', async ([, changed, check]) => {
  const { run, act } = await verified(server.sign(changed))
  expect(act).toMatchObject({ state: 'noted', result: { verdict: 'genuine' } })
  expect(act.result).toMatchObject({ checks: expect.arrayContaining([expect.objectContaining({ name: check })]) })
  expect(run.state).toBe('noted')
})

test('a token of another issuer is noted', async () => {
  const { act } = await verified(server.sign({ ...claims, iss: 'https://other.example' }))
  expect(act).toMatchObject({ state: 'noted', result: { verdict: 'other_issuer' } })
})

test.for([
  ['whose key set cannot be fetched', { status: 500 }, ['jwks']],
  ['without a key set', null, []],
] as const)('a token %s is undetermined, which is noted', async ([, keySet, purposes]) => {
  const { act } = await verified(server.sign(claims), keySet)
  expect(act).toMatchObject({ state: 'noted', result: { verdict: 'undetermined' } })
  expect(purposesOf(act)).toEqual(purposes)
})

test('a token that was signed with the client secret is verified with it', async () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const input = `${part({ alg: 'HS256', typ: 'at+jwt' })}.${part(claims)}`
  const mac = createHmac('sha256', client_secret).update(input).digest('base64url')
  const { act } = await verified(`${input}.${mac}`, null)
  expect(act).toMatchObject({ exchanges: [], result: { verdict: 'genuine', kid: null } })
})

test('an encrypted token that only the API can open is undetermined, and the flow goes on', async () => {
  const { publicKey } = await generateKeyPair('RSA-OAEP-256')
  const token = await new CompactEncrypt(Buffer.from(server.sign(claims)))
    .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM', cty: 'JWT' })
    .encrypt(publicKey)
  const { run, act } = await verified(token)
  expect(act).toMatchObject({ state: 'noted', result: { verdict: 'undetermined' } })
  expect(act.result).toMatchObject({
    checks: expect.arrayContaining([expect.objectContaining({ name: 'encryption' })]),
  })
  expect(statesOf(run)).toMatchObject({ call: 'passed' })
})

test('a token of nearly a megabyte with 30,000 audiences costs a run no more than another', async () => {
  const aud = Array.from({ length: 30_000 }, (_, index) => `urn:api:number:${index}`)
  const { run } = await verified(server.sign({ ...claims, aud, kid: 'x'.repeat(10_000) }))
  expect(actOf(run, 'token').result).toMatchObject({ audience: { length: 50 } })
  expect(JSON.stringify(run).length).toBeLessThan(20_000)
})

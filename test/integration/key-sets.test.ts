import { getEventListeners } from 'node:events'
import type { ServerResponse } from 'node:http'
import { SignJWT } from 'jose'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { bearer, json, misbehavingServers, secrets, style } from './misbehaving-servers.ts'
import { makeSigner, type Signer } from './signed-tokens.ts'
import { codesOf, context, openTestApi, type TestApi } from './test-api.ts'
import { jwks, pasted, verdictOf, verify } from './verifications.ts'

const { serve, closeAll } = misbehavingServers()
const fresh = { kind: 'jwks', fresh: true } as const

let answer: (response: ServerResponse) => void
let server: Awaited<ReturnType<typeof serve>>
let opened: TestApi
let now: number
let old: Signer
let young: Signer
let environmentId: string

const publish = (...keys: unknown[]) => (answer = (response) => json(response, 200, { keys }))
const fetches = () => server.requests.length

beforeEach(async () => {
  now = Date.now()
  old = await makeSigner('old')
  young = await makeSigner('young')
  publish(old.published)
  server = await serve((_request, response) => answer(response))
  opened = openTestApi(null, { now: () => now })
  environmentId = await opened.add({ issuer: 'https://as.example', jwks_uri: `${server.url}/jwks` })
})
afterEach(async () => {
  opened.close()
  await closeAll()
})

const verifyOf = async (signer: Signer, keys: typeof jwks = jwks) =>
  verdictOf(await verify(opened, pasted(await signer.sign()), environmentId, keys))

/** Verifies all of them while none is answered yet: who waits for a fetch listens for its own Cancel. */
async function together(...ones: readonly [signer: Signer, keys?: typeof jwks][]) {
  const respond = answer
  const held: ServerResponse[] = []
  answer = (response) => held.push(response)
  const waiting = ones.map(async ([signer, keys = jwks]) => {
    const { signal } = new AbortController()
    const token = pasted(await signer.sign())
    return { signal, outcome: verify(opened, token, environmentId, keys, signal) }
  })
  const started = await Promise.all(waiting)
  await expect
    .poll(() => started.map(({ signal }) => getEventListeners(signal, 'abort').length))
    .toEqual(ones.map(() => 1))
  await expect.poll(() => held.length).toBeGreaterThan(0)
  answer = respond
  held.forEach(respond)
  return Promise.all(started.map(async ({ outcome }) => verdictOf(await outcome)))
}

describe('A11: keys that rotate', () => {
  test('a token of a kept key needs no fetch; a new kid makes one, and then its token is genuine', async () => {
    expect(await verifyOf(old)).toMatchObject({ verdict: 'genuine', fetch: 'fetched', fetched: true })
    now += 60_000
    expect(await verifyOf(old)).toMatchObject({ verdict: 'genuine', fetch: 'cached', fetched: false })
    expect(fetches()).toBe(1)
    publish(old.published, young.published)
    expect(await verifyOf(young)).toMatchObject({ verdict: 'genuine', fetch: 'refetched', fetched: true })
    expect(await verifyOf(young)).toMatchObject({ verdict: 'genuine', fetch: 'cached', fetched: false })
    expect(await verifyOf(old)).toMatchObject({ verdict: 'genuine', fetch: 'cached' })
    expect(fetches()).toBe(2)
  })

  test('an unknown kid makes one fetch, and then none for 30 seconds, no matter which tokens come', async () => {
    await verifyOf(old)
    const missed = { verdict: 'undetermined', reason: 'key_not_found' }
    expect(await verifyOf(young)).toMatchObject({ ...missed, fetch: 'refetched' })
    now += 29_999
    expect(await verifyOf(young)).toMatchObject({ ...missed, fetch: 'cooling_down', fetched: false })
    expect(await verifyOf(await makeSigner('third'))).toMatchObject({ ...missed, fetch: 'cooling_down' })
    expect(await verifyOf(old)).toMatchObject({ verdict: 'genuine', fetch: 'cached' })
    expect(fetches()).toBe(2)
    now += 1
    publish(young.published)
    expect(await verifyOf(young)).toMatchObject({ verdict: 'genuine', fetch: 'refetched' })
    expect(fetches()).toBe(3)
  })

  test('a key that was replaced under the same name is not taken for a forgery: the set is fetched once more', async () => {
    await verifyOf(old)
    const renewed = await makeSigner('old')
    publish(renewed.published)
    expect(await verifyOf(renewed)).toMatchObject({ verdict: 'genuine', fetch: 'refetched' })
    expect(await verifyOf(old)).toMatchObject({ verdict: 'not_genuine', fetch: 'cooling_down' })
    expect(fetches()).toBe(2)
  })

  test('nor is one that was replaced by a key of another kind, or a set that was mended, called unfit', async () => {
    publish({ kty: 'RSA', n: Buffer.alloc(256, 255).toString('base64url'), e: 'AQAB', kid: 'old' })
    expect(await verifyOf(old)).toMatchObject({ verdict: 'undetermined', reason: 'key_kind', fetch: 'fetched' })
    publish(old.published, { ...young.published, kid: 'old' })
    expect(await verifyOf(old)).toMatchObject({ verdict: 'undetermined', reason: 'key_duplicate_kid' })
    now += 30_000
    publish(old.published)
    expect(await verifyOf(old)).toMatchObject({ verdict: 'genuine', fetch: 'refetched' })
  })

  test('a set that was fetched just now is not fetched once more', async () => {
    expect(await verifyOf(young)).toMatchObject({ reason: 'key_not_found', fetch: 'fetched' })
    expect(fetches()).toBe(1)
  })

  test('what is asked for again is fetched, in the cool-down as well', async () => {
    await verifyOf(old)
    await verifyOf(young)
    publish(young.published)
    expect(await verifyOf(young, fresh)).toMatchObject({ verdict: 'genuine', fetch: 'fetched' })
    expect(await verifyOf(young)).toMatchObject({ verdict: 'genuine', fetch: 'cached' })
    expect(fetches()).toBe(3)
  })

  test('after ten minutes a set is fetched again', async () => {
    await verifyOf(old)
    now += 599_999
    expect(await verifyOf(old)).toMatchObject({ fetch: 'cached' })
    now += 1
    expect(await verifyOf(old)).toMatchObject({ verdict: 'genuine', fetch: 'fetched' })
  })

  test('a set from the future, by a clock that was set back, is not kept', async () => {
    await verifyOf(old)
    now -= 3_600_000
    expect(await verifyOf(old)).toMatchObject({ fetch: 'fetched' })
  })
})

describe('who shares a set', () => {
  test('a signed introspection response is verified with the same keys, and a new kid in it makes one fetch', async () => {
    const claims = { aud: 'c', token_introspection: { active: true } }
    const sign = (signer: Signer) => signer.sign(claims, { typ: 'token-introspection+jwt' })
    let signed = await sign(old)
    const as = await serve((request, response) => {
      if (request.url === '/token') return json(response, 200, bearer)
      return response.writeHead(200, { 'content-type': 'application/token-introspection+jwt' }).end(signed)
    })
    const endpoints = { token_endpoint: `${as.url}/token`, introspection_endpoint: `${as.url}/introspect` }
    const ofServer = { issuer: 'https://as.example', jwks_uri: `${server.url}/jwks`, client_id: 'c', ...endpoints }
    environmentId = await opened.add(ofServer, secrets)
    await opened.api.requestToken({ environmentId }, context)
    await verifyOf(old)
    const introspect = async () =>
      codesOf(
        await opened.api.introspectToken({ environmentId, style: { ...style, responseFormat: 'jwt' } }, context),
      ).filter((code) => code.startsWith('introspection_signature'))
    expect(await introspect()).toEqual(['introspection_signature_valid'])
    expect(fetches()).toBe(1)
    signed = await sign(young)
    expect(await introspect()).toEqual(['introspection_signature_unchecked'])
    expect(fetches()).toBe(2)
    publish(old.published, young.published)
    expect(await introspect()).toEqual(['introspection_signature_unchecked'])
    now += 30_000
    expect(await introspect()).toEqual(['introspection_signature_valid'])
    expect(fetches()).toBe(3)
  })

  test('verifications at the same time make one fetch', async () => {
    const all = await together([old], [old], [young], [old, fresh])
    expect(all.map(({ verdict }) => verdict)).toEqual(['genuine', 'genuine', 'undetermined', 'genuine'])
    expect(fetches()).toBe(1)
    publish(old.published, young.published)
    now += 1000
    const again = await together([young], [young], [young])
    expect(again.map(({ verdict }) => verdict)).toEqual(['genuine', 'genuine', 'genuine'])
    expect(fetches()).toBe(2)
  })

  test('in the cool-down a set that is being fetched for somebody else is waited for, though none would be fetched', async () => {
    await verifyOf(old)
    await verifyOf(young)
    let release = () => {}
    const arrived = new Promise<void>((resolve) => {
      answer = (response) => {
        release = () => json(response, 200, { keys: [young.published] })
        resolve()
      }
    })
    const forced = verifyOf(young, fresh)
    await arrived
    const { signal } = new AbortController()
    const waiting = verify(opened, pasted(await young.sign()), environmentId, jwks, signal)
    // Who waits for a fetch listens for its own Cancel.
    await expect.poll(() => getEventListeners(signal, 'abort').length).toBe(1)
    release()
    expect(verdictOf(await waiting)).toMatchObject({ verdict: 'genuine', fetch: 'refetched' })
    expect(await forced).toMatchObject({ verdict: 'genuine', fetch: 'fetched' })
    expect(fetches()).toBe(3)
  })

  test('another JWKS URI, another way there and another environment have their own sets', async () => {
    await verifyOf(old)
    const { environments } = opened.workspace
    const value = environments.get(environmentId)?.value ?? newEnvironment
    const change = async (changed: Partial<typeof value>) => {
      await opened.change(environmentId, { ...value, ...changed })
    }
    await change({ jwks_uri: `${server.url}/others` })
    expect(await verifyOf(old)).toMatchObject({ fetch: 'fetched' })
    await change({ network: { ...value.network, timeLimits: { ...value.network.timeLimits, connect: 5000 } } })
    expect(await verifyOf(old)).toMatchObject({ fetch: 'fetched' })
    await change({})
    expect(await verifyOf(old)).toMatchObject({ fetch: 'cached' })
    environmentId = await opened.add({ issuer: 'https://as.example', jwks_uri: `${server.url}/jwks` })
    expect(await verifyOf(old)).toMatchObject({ fetch: 'fetched' })
    expect(server.requests.map(({ url }) => url)).toEqual(['/jwks', '/others', '/jwks', '/jwks'])
  })

  test('of more than 50 sets the oldest makes room', async () => {
    const first = environmentId
    await verifyOf(old)
    for (let count = 0; count < 50; count++) {
      environmentId = await opened.add({ jwks_uri: `${server.url}/${count}` })
      await verifyOf(old)
    }
    expect(await verifyOf(old)).toMatchObject({ fetch: 'cached' })
    environmentId = first
    expect(await verifyOf(old)).toMatchObject({ fetch: 'fetched' })
  })
})

describe('a server that fails', () => {
  test('does not cost a set that was good', async () => {
    await verifyOf(old)
    answer = (response) => json(response, 503, {})
    expect(await verifyOf(old, fresh)).toMatchObject({ verdict: 'undetermined', reason: 'keys_invalid', fetched: true })
    expect(await verifyOf(young)).toMatchObject({ reason: 'keys_invalid', fetch: 'none', fetched: true })
    expect(await verifyOf(old)).toMatchObject({ verdict: 'genuine', fetch: 'cached' })
  })

  test('does not make a forgery of a kept key undetermined', async () => {
    await verifyOf(old)
    answer = (response) => response.destroy()
    const forger = await makeSigner('old')
    expect(await verifyOf(forger)).toMatchObject({ verdict: 'not_genuine', fetch: 'cached', fetched: true })
  })

  test.each<[string, (response: ServerResponse) => void, string, string]>([
    [
      'answers with HTML',
      (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><p>Log in'),
      'keys_invalid',
      'body_not_json',
    ],
    ['has no such page', (response) => json(response, 404, {}), 'keys_invalid', 'status_unexpected'],
    [
      'redirects elsewhere',
      (response) => response.writeHead(307, { location: 'http://127.0.0.1:9/jwks' }).end(),
      'keys_redirected',
      'redirect_refused',
    ],
    ['has a set without keys', (response) => json(response, 200, { key: [] }), 'keys_invalid', 'jwks_empty'],
  ])('and %s leaves the token undetermined, and says why', async (_name, misbehaves, reason, code) => {
    answer = misbehaves
    const outcome = await verifyOf(old)
    expect(outcome).toMatchObject({ verdict: 'undetermined', reason, fetch: 'none', fetched: true })
    expect(outcome.findings).toContain(code)
  })

  test('sends more than a set can be: reading stops', async () => {
    answer = (response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(`{"keys":[${'"x",'.repeat(1 << 19)}"x"]}`)
    }
    expect(await verifyOf(old)).toMatchObject({ verdict: 'undetermined', reason: 'keys_unreachable' })
  })

  test('is slow, and Cancel ends the waiting of one while the other still gets its keys', async () => {
    let release = () => {}
    const arrived = new Promise<void>((resolve) => {
      answer = (response) => {
        release = () => json(response, 200, { keys: [old.published] })
        resolve()
      }
    })
    const token = pasted(await old.sign())
    const impatient = new AbortController()
    const cancelled = verify(opened, token, environmentId, jwks, impatient.signal)
    const patient = verify(opened, token, environmentId)
    await arrived
    impatient.abort()
    expect(verdictOf(await cancelled)).toMatchObject({ verdict: 'undetermined', reason: 'keys_unreachable' })
    release()
    expect(verdictOf(await patient)).toMatchObject({ verdict: 'genuine', fetch: 'fetched' })
    expect(fetches()).toBe(1)
  })

  test('is slow, and Cancel by the only one ends the request; the next verification makes another', async () => {
    const arrived = new Promise<void>((resolve) => {
      answer = () => resolve()
    })
    const only = new AbortController()
    const cancelled = verify(opened, pasted(await old.sign()), environmentId, jwks, only.signal)
    await arrived
    only.abort()
    expect(verdictOf(await cancelled)).toMatchObject({ verdict: 'undetermined', reason: 'keys_unreachable' })
    publish(old.published)
    expect(await verifyOf(old)).toMatchObject({ verdict: 'genuine', fetch: 'fetched' })
  })
})

test('a refetch that was cancelled begins no cool-down: the next verification makes another', async () => {
  await verifyOf(old)
  const arrived = new Promise<void>((resolve) => {
    answer = () => resolve()
  })
  const only = new AbortController()
  const cancelled = verify(opened, pasted(await young.sign()), environmentId, jwks, only.signal)
  await arrived
  only.abort()
  await cancelled
  publish(young.published)
  expect(await verifyOf(young)).toMatchObject({ verdict: 'genuine', fetch: 'refetched' })
})

describe('A10: a set that is not as it should be verifies nothing, and says what is wrong', () => {
  test('an empty one', async () => {
    publish()
    const outcome = await verifyOf(old)
    expect(outcome).toMatchObject({ verdict: 'undetermined', reason: 'key_not_found', findings: ['jwks_empty'] })
  })

  test('one with the same kid twice', async () => {
    publish(old.published, { ...young.published, kid: 'old' })
    const outcome = await verifyOf(old)
    expect(outcome.verdict).toBe('undetermined')
    expect(outcome.findings).toContain('jwks_duplicate_kid')
  })

  test('one that publishes a private key', async () => {
    publish(old.jwk)
    const outcome = await verifyOf(old)
    expect(outcome).toMatchObject({ verdict: 'undetermined', findings: ['jwks_private_key'] })
  })

  test('one that mixes shared secrets with public keys: who reads it could sign with them', async () => {
    const shared = Buffer.from('0123456789abcdef0123456789abcdef')
    publish(old.published, { kty: 'oct', kid: 'shared', k: shared.toString('base64url') })
    const token = await new SignJWT({ iss: 'https://as.example' })
      .setProtectedHeader({ alg: 'HS256', kid: 'shared' })
      .sign(shared)
    const outcome = verdictOf(await verify(opened, pasted(token), environmentId))
    expect(outcome.verdict).not.toBe('genuine')
    expect(outcome.findings).toContain('jwks_private_key')
    const [exchange] = await opened.api.listExchanges({ environmentId, limit: 1 }, context)
    expect(exchange).toMatchObject({ purpose: 'jwks' })
    expect(await verifyOf(old)).toMatchObject({ verdict: 'undetermined', reason: 'keys_mixed' })
  })

  test('what is said of it is said of the kept one as well', async () => {
    publish(old.published, { kty: 'RSA', n: 'AQAB', e: 'AQAB', kid: 'tiny' }, 'no key')
    const first = await verifyOf(old)
    expect(first).toMatchObject({ verdict: 'genuine', fetch: 'fetched' })
    expect(first.findings).toContain('jwks_key_unusable')
    expect(await verifyOf(old)).toEqual({ ...first, fetch: 'cached', fetched: false })
  })
})

import { afterEach, beforeEach, expect, test } from 'vitest'
import { newApiRequest } from '../../electron/catalogue/new-api-request.ts'
import type { Practice } from '../../electron/vocabulary/review.ts'
import { serve } from '../support/fault-server.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'

let running: TestApi
let server: Awaited<ReturnType<typeof serve>>
let id: string
let now: number
let issued: string
/** What the server does. */
let does: { audience: string; isRevoked: boolean; api: number; said: string; active: boolean; introspection: number }

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

beforeEach(async () => {
  now = Date.now()
  does = { audience: 'orders', isRevoked: false, api: 200, said: '', active: true, introspection: 200 }
  running = openTestApi(null, { now: () => now })
  server = await serve((request, response) => {
    const answer = (status: number, body: unknown) =>
      response
        .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
        .end(JSON.stringify(body))
    const iat = Math.floor(now / 1000)
    const claims = { iss: 'https://as.example', aud: does.audience, iat, exp: iat + 600, jti: String(Math.random()) }
    if (request.url === '/token') {
      issued = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}.c2ln`
      return answer(200, { access_token: issued, token_type: 'Bearer', expires_in: 600 })
    }
    if (request.url === '/introspect') return answer(does.introspection, { active: does.active })
    if (request.url === '/revoke') return answer(200, {})
    return answer(does.api, does.said === '' ? {} : { error: 'invalid_token', error_description: does.said })
  })
  id = await running.add(
    {
      token_endpoint: `${server.url}/token`,
      introspection_endpoint: `${server.url}/introspect`,
      revocation_endpoint: `${server.url}/revoke`,
      client_id: 'orders-svc',
    },
    { client_secret: 'canary-secret' },
  )
})
afterEach(async () => {
  running.close()
  await server.close()
})

async function codesFor(practice: Practice): Promise<string[]> {
  const review = await running.api.getReview({ environmentId: id }, context)
  return review?.items.find((item) => item.practice === practice)?.findings.map(({ code }) => code) ?? []
}

const request = () => running.api.requestToken({ environmentId: id }, context)
const introspect = (authentication: 'client' | 'none' = 'client') => {
  now += 1000
  const style = { authentication, bodyFormat: 'form', responseFormat: 'json' } as const
  return running.api.introspectToken({ environmentId: id, style }, context)
}
const revoke = () => running.api.revokeToken({ environmentId: id }, context)
const sendApi = () =>
  running.api.sendApiCall(
    { environmentId: id, callId: 'orders', request: { ...newApiRequest, url: `${server.url}/orders` } },
    context,
  )

test('an API that named the audience it wants is known to check it, once the audience is right as well', async () => {
  does = { ...does, api: 401, said: 'The audience must be https://orders.example' }
  await request()
  await sendApi()
  expect(await codesFor('always_validate')).toContain('wrong_audience_refused')
  does = { ...does, api: 200, said: '' }
  await sendApi()
  expect(await codesFor('always_validate')).toContain('wrong_audience_refused')
})

test('a refusal without a reason proves nothing of the audience', async () => {
  does = { ...does, api: 401 }
  await request()
  await sendApi()
  expect(await codesFor('always_validate')).toContain('wrong_audience_not_probed')
})

const sendExpired = async () => {
  await request()
  now += 3_600_000
  const token = { kind: 'pasted', token: issued } as const
  const sent = { ...newApiRequest, url: `${server.url}/orders` }
  await running.api.sendApiCall({ environmentId: id, callId: 'orders', request: sent, token }, context)
}

test('an API that accepted a token after its end is at risk, one that refused it is not', async () => {
  expect(await codesFor('cache_validation')).toEqual(['cache_not_visible'])
  await sendExpired()
  expect(await codesFor('cache_validation')).toEqual(['expired_token_accepted'])
  does = { ...does, api: 401 }
  await sendExpired()
  expect(await codesFor('cache_validation')).toEqual(['expired_token_refused'])
})

test('an API that accepted a token in time proves nothing', async () => {
  await request()
  await sendApi()
  expect(await codesFor('cache_validation')).toEqual(['cache_not_visible'])
})

test('a revocation is proved by what introspection and the API say after it', async () => {
  await request()
  await revoke()
  expect(await codesFor('check_revocation')).toEqual(['revocation_not_probed'])
  does = { ...does, active: false }
  await introspect()
  expect(await codesFor('check_revocation')).toEqual(['revocation_effective'])
  await sendApi()
  expect(await codesFor('check_revocation')).toEqual(['revocation_waits_for_expiry'])
})

test('a revocation without effect is at risk', async () => {
  await request()
  await revoke()
  await introspect()
  expect(await codesFor('check_revocation')).toEqual(['revocation_without_effect'])
})

test('a server that refused to introspect without credentials protects introspection', async () => {
  await request()
  expect(await codesFor('token_introspection')).toEqual(['introspection_not_probed'])
  await introspect('none')
  expect(await codesFor('token_introspection')).toEqual(['introspection_without_credentials'])
  does = { ...does, introspection: 401 }
  await introspect('none')
  expect(await codesFor('token_introspection')).toEqual(['introspection_refuses_strangers'])
})

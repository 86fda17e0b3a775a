import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { EnvironmentInput } from '../../electron/contract/environment.ts'
import type { ProbeResult } from '../../electron/contract/review.ts'
import type { Probe } from '../../electron/vocabulary/review.ts'
import { signer } from '../support/signed-token.ts'
import { type FlowApi, openFlowApi } from './flow-running.ts'
import { bearer, json, misbehavingServers, secrets } from './misbehaving-servers.ts'
import { context } from './test-api.ts'

let opened: FlowApi
const { serve, closeAll } = misbehavingServers()

beforeEach(() => {
  opened = openFlowApi(null)
})
afterEach(async () => {
  opened.close()
  await closeAll()
})

const keys = signer()

/** What a well-kept server does, and what each test has it do otherwise. */
interface Weaknesses {
  open?: true
  anyAudience?: true
  noSignature?: true
  anyScope?: true
  noRevocation?: true
  unlimited?: true
  repeatsToken?: true
}

interface Reached {
  what: string
  authorization: string
  body: string
}

let tokens = 0

/** An authorization server with an API, on one port; everything that reaches it is noted. */
async function wellKept(weak: Weaknesses = {}) {
  const reached: Reached[] = []
  const revoked = new Set<string>()
  const issued = new Map<string, { aud: string; scope: string }>()
  let wrong = 0
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts: Buffer[] = []
    for await (const part of request) if (part instanceof Buffer) parts.push(part)
    const body = Buffer.concat(parts).toString()
    const form = new URLSearchParams(body)
    const { authorization = '' } = request.headers
    const path = request.url ?? ''
    reached.push({ what: `${request.method} ${path}`, authorization, body })
    const isClient = authorization === `Basic ${Buffer.from(`orders:${secrets.client_secret}`).toString('base64')}`
    const at = `http://${request.headers.host}`
    if (path === '/.well-known/openid-configuration') {
      return void json(response, 200, { issuer: at, token_endpoint: `${at}/token`, jwks_uri: `${at}/jwks` })
    }
    if (path === '/jwks') return void json(response, 200, keys.jwks)
    if (path === '/token') {
      if (!isClient) {
        wrong += 1
        const isLimited = weak.unlimited !== true && wrong > 5
        const limit = { 'retry-after': '60' }
        return void json(response, isLimited ? 429 : 401, { error: 'invalid_client' }, isLimited ? limit : {})
      }
      tokens += weak.repeatsToken ? 0 : 1
      const claims = { aud: form.get('audience') ?? 'orders', scope: form.get('scope') ?? '' }
      const token = keys.sign({ iss: at, ...claims, jti: String(tokens), exp: 4_000_000_000 })
      issued.set(token, claims)
      return void json(response, 200, { ...bearer, access_token: token, scope: claims.scope })
    }
    if (path === '/introspect') {
      if (!isClient && weak.open !== true) return void json(response, 401, { error: 'invalid_client' })
      const token = form.get('token') ?? ''
      return void json(response, 200, {
        active: issued.has(token) && !revoked.has(token),
        sub: 'orders',
        scope: 'read',
      })
    }
    if (path === '/revoke') {
      if (weak.noRevocation !== true) revoked.add(form.get('token') ?? '')
      return void response.writeHead(200).end()
    }
    const token = /^Bearer (.+)$/.exec(authorization)?.[1] ?? ''
    const unsigned = token.split('.').slice(0, 2).join('.')
    const known = weak.noSignature
      ? [...issued].find(([one]) => one.startsWith(unsigned) && unsigned !== '')?.[1]
      : issued.get(token)
    if (known === undefined || revoked.has(token)) return void json(response, 401, { error: 'invalid_token' })
    if (weak.anyAudience !== true && known.aud !== 'orders') return void json(response, 401, { error: 'invalid_token' })
    if (weak.anyScope !== true && !known.scope.split(' ').includes('read')) {
      const challenge = { 'www-authenticate': 'Bearer error="insufficient_scope"' }
      return void json(response, 403, { error: 'insufficient_scope' }, challenge)
    }
    return void json(response, 200, { orders: [] })
  }
  const { url } = await serve((request, response) => void answer(request, response))
  return { url, reached }
}

async function environmentAt(url: string, change: Partial<EnvironmentInput> = {}): Promise<string> {
  const id = await opened.add(
    {
      issuer: url,
      client_id: 'orders',
      token_endpoint: `${url}/token`,
      introspection_endpoint: `${url}/introspect`,
      revocation_endpoint: `${url}/revoke`,
      jwks_uri: `${url}/jwks`,
      audience: 'orders',
      scope: 'read write',
      ...change,
    },
    secrets,
  )
  await opened.saveCall(id, `${url}/orders?page=1`, { scope: 'read' })
  return id
}

/** Sends these probes with the number that the review announces. */
async function probe(environmentId: string, chosen: readonly Probe[], change: object = {}) {
  const review = await opened.api.getReview({ environmentId }, context)
  const plans = (review?.probes ?? []).filter((state) => chosen.includes(state.probe)).map(({ plan }) => plan)
  const planned = plans.flatMap((plan) => (plan.kind === 'requests' ? plan.requests : []))
  const requests = planned.reduce((sum, { times }) => sum + times, 0)
  const input = {
    environmentId,
    probes: [...chosen],
    requests,
    isProductionConfirmed: false,
    otherAudience: '',
    ...change,
  }
  const outcome = await opened.api.runProbes(input, context)
  const after = await opened.api.getReview({ environmentId }, context)
  const results = new Map((after?.probes ?? []).map((state) => [state.probe, state.last]))
  return { outcome, planned, requests, resultOf: (name: Probe): ProbeResult | null => results.get(name) ?? null }
}

const ofServer = [
  'published',
  'introspection_open',
  'wrong_audience',
  'changed_token',
  'missing_scope',
  'revocation',
] as const

test('a well-kept server passes every probe, and exactly the announced requests reach it', async () => {
  const { url, reached } = await wellKept()
  const id = await environmentAt(url)
  const { outcome, planned, requests, resultOf } = await probe(id, ofServer)
  // The metadata are at the first of their addresses.
  const unneeded = planned.filter(
    ({ step, url: at }) => step === 'read_metadata' && !at.endsWith('/openid-configuration'),
  )
  expect(outcome).toEqual({ kind: 'done', sent: requests - unneeded.length })
  const announced = planned
    .filter((one) => !unneeded.includes(one))
    .map(({ method, url: at }) => `${method} ${new URL(at).pathname}`)
  expect(reached.map(({ what }) => what.split('?')[0])).toEqual(announced)
  expect(ofServer.map((name) => [name, resultOf(name)?.result])).toEqual(ofServer.map((name) => [name, 'holds']))
})

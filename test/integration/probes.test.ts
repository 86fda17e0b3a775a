import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import type { EnvironmentInput } from '../../electron/contract/environment.ts'
import type { PlannedRequest, ProbeResult } from '../../electron/contract/review.ts'
import type { Probe } from '../../electron/vocabulary/review.ts'
import { type FlowApi, openFlowApi } from './flow-running.ts'
import { json, misbehavingServers, secrets } from './misbehaving-servers.ts'
import { probedServer, type Weaknesses } from './probed-server.ts'
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

const ofServer = [
  'published',
  'introspection_open',
  'wrong_audience',
  'changed_token',
  'missing_scope',
  'revocation',
] as const

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

interface Change {
  announced?: PlannedRequest[]
  isProductionConfirmed?: boolean
  otherAudience?: string
  signal?: AbortSignal
}

const reviewOf = (environmentId: string) => opened.api.getReview({ environmentId }, context)

/** Sends these probes with the number that the review announces, but for what is given. */
async function probe(environmentId: string, chosen: readonly Probe[], { signal, ...change }: Change = {}) {
  const review = await reviewOf(environmentId)
  const plans = (review?.probes ?? []).filter((state) => chosen.includes(state.probe)).map(({ plan }) => plan)
  const planned = plans.flatMap((plan) => (plan.kind === 'requests' ? plan.requests : []))
  const requests = planned.reduce((sum, { times }) => sum + times, 0)
  const input = {
    environmentId,
    probes: [...chosen],
    isProductionConfirmed: false,
    otherAudience: '',
    announced: planned,
  }
  const outcome = await opened.api.runProbes({ ...input, ...change }, { ...context, ...(signal && { signal }) })
  const after = await reviewOf(environmentId)
  const results = new Map((after?.probes ?? []).map((state) => [state.probe, state.last]))
  return { outcome, planned, requests, resultOf: (name: Probe): ProbeResult | null => results.get(name) ?? null }
}

const pathOf = (url: string): string => new URL(url).pathname

describe('what is sent', () => {
  test('a well-kept server passes every probe, and exactly the announced requests reach it, in their order', async () => {
    const { url, reached } = await probedServer(serve)
    const { outcome, planned, resultOf } = await probe(await environmentAt(url), ofServer)
    // The metadata are at the first of their addresses.
    const sent = planned.filter(({ step, url: at }) => step !== 'read_metadata' || at.endsWith('/openid-configuration'))
    expect(outcome).toEqual({ kind: 'done', sent: sent.length })
    expect(reached.map(({ method, path }) => `${method} ${path.split('?')[0]}`)).toEqual(
      sent.map(({ method, url: at }) => `${method} ${pathOf(at)}`),
    )
    expect(ofServer.map((name) => [name, resultOf(name)?.result])).toEqual(ofServer.map((name) => [name, 'holds']))
  })

  test('nothing is sent for a review, and nothing when other requests were announced', async () => {
    const { url, reached } = await probedServer(serve)
    const id = await environmentAt(url)
    const { planned } = await probe(id, ofServer, { announced: [] })
    const elsewhere = planned.map((request, place) =>
      place === 0 ? Object.assign({}, request, { url: 'http://127.0.0.9/' }) : request,
    )
    for (const announced of [[], planned.slice(1), planned.toReversed(), elsewhere]) {
      expect((await probe(id, ofServer, { announced })).outcome).toEqual({ kind: 'other_plan' })
    }
    // One that cannot be sent was not announced.
    expect((await probe(id, ['plain_http'], { announced: [] })).outcome).toEqual({ kind: 'other_plan' })
    expect(reached).toEqual([])
  })

  test('nothing is sent in production without a second confirmation', async () => {
    const { url, reached } = await probedServer(serve)
    const id = await environmentAt(url, { stage: 'production' })
    expect((await probe(id, ['revocation'])).outcome).toEqual({ kind: 'production' })
    expect(reached).toEqual([])
    const { outcome, requests } = await probe(id, ['revocation'], { isProductionConfirmed: true })
    expect(outcome).toEqual({ kind: 'done', sent: requests })
    expect(reached).toHaveLength(requests)
  })

  test('nothing more is sent once the environment is one of production, or deleted', async () => {
    for (const change of [
      (id: string) => opened.change(id, { stage: 'production' }),
      (environmentId: string) => opened.api.deleteEnvironment({ environmentId }, context),
    ]) {
      const { url, reached } = await probedServer(serve, {
        onReached: (path) => (path === '/introspect' ? change(id) : undefined),
      })
      const id: string = await environmentAt(url)
      const { outcome } = await probe(id, ['revocation', 'rate_limit'])
      expect(outcome).toEqual({ kind: 'done', sent: 2 })
      expect(reached.map(({ path }) => path)).toEqual(['/token', '/introspect'])
    }
  })

  test('an environment that is gone has nothing sent', async () => {
    const input = { environmentId: 'gone', isProductionConfirmed: false, otherAudience: '', announced: [] }
    expect(await opened.api.runProbes({ ...input, probes: ['published'] }, context)).toEqual({ kind: 'gone' })
  })

  test('a second run waits for nothing and is refused while the first is under way', async () => {
    const { url } = await probedServer(serve)
    const id = await environmentAt(url)
    const [one, other] = await Promise.all([probe(id, ['revocation']), probe(id, ['revocation'])])
    const kinds = [one.outcome.kind, other.outcome.kind].toSorted()
    expect(kinds).toEqual(['done', 'not_sent'])
  })

  test('nothing is sent where a credential may not go yet, and what has to be allowed is said', async () => {
    const { url, reached } = await probedServer(serve)
    const other = await serve((_request, response) => json(response, 200, {}))
    const id = await environmentAt(url)
    await opened.change(id, { introspection_endpoint: `${other.url}/introspect` })
    const { outcome } = await probe(id, ['published', 'introspection_open'])
    expect(outcome).toMatchObject({
      kind: 'not_sent',
      problems: [{ remedy: { kind: 'allow_origin', secret: 'client_secret', origin: other.url } }],
    })
    expect([...reached, ...other.requests]).toEqual([])
  })

  test('nothing is sent without the secret that a token request needs', async () => {
    const { url, reached } = await probedServer(serve)
    const id = await opened.add({
      client_id: 'orders',
      token_endpoint: `${url}/token`,
      introspection_endpoint: `${url}/i`,
    })
    const { outcome } = await probe(id, ['introspection_open'])
    expect(outcome).toMatchObject({ kind: 'not_sent', problems: [{ field: 'client_secret' }] })
    expect(reached).toEqual([])
  })

  test('a secret that is asked for each time is asked for once', async () => {
    const { url, reached } = await probedServer(serve)
    const id = await environmentAt(url, { secretSources: { client_secret: { kind: 'ask' } } })
    expect((await probe(id, ['revocation'])).outcome).toMatchObject({
      kind: 'not_sent',
      problems: [{ remedy: { kind: 'answer', secret: 'client_secret' } }],
    })
    await opened.api.answerSecret({ environmentId: id, name: 'client_secret', value: secrets.client_secret }, context)
    const { outcome, requests } = await probe(id, ['revocation'])
    expect(outcome).toEqual({ kind: 'done', sent: requests })
    expect(reached).toHaveLength(requests)
    expect((await probe(id, ['revocation'])).outcome).toMatchObject({ kind: 'not_sent' })
  })

  test('a nonce that is asked for again and again sends no more than was announced', async () => {
    let nonce = 0
    const { url, requests: reached } = await serve((_request, response) => {
      nonce += 1
      json(response, 400, { error: 'use_dpop_nonce' }, { 'dpop-nonce': `nonce-${nonce}` })
    })
    const id = await environmentAt(url, { dpop: { ...newEnvironment.dpop, enabled: true } })
    const { outcome, requests, resultOf } = await probe(id, ['wrong_audience'])
    expect(requests).toBe(9)
    expect(outcome).toEqual({ kind: 'done', sent: 2 })
    expect(reached).toHaveLength(2)
    expect(resultOf('wrong_audience')).toMatchObject({ result: 'unclear', evidence: { why: 'no_token' } })
  })
})

describe('what is found', () => {
  test('what a revocation led to is shown by the requests after it', async () => {
    const { url } = await probedServer(serve, { noRevocation: true })
    const { resultOf } = await probe(await environmentAt(url), ['revocation'])
    const seen = resultOf('revocation')?.seen.map(({ step, name, value }) => [step, name, value])
    expect(seen).toEqual([
      ['introspect', 'active', 'true'],
      ['call_with_revoked_token', `GET ${url}/orders`, '200'],
      ['revoke', `POST ${url}/revoke`, '200'],
    ])
  })

  const weaknesses: [Probe, Weaknesses, Record<string, string>][] = [
    ['introspection_open', { open: true }, { answer: 'active', members: 'sub scope', client: 'active' }],
    ['wrong_audience', { anyAudience: true }, { status: '200', audience: 'https://other-api.invalid' }],
    ['changed_token', { noSignature: true }, { status: '200', alg: 'RS256' }],
    ['missing_scope', { anyScope: true }, { status: '200', scope: 'read', granted: 'write' }],
    ['revocation', { noRevocation: true }, { introspection: 'active', api: 'accepted' }],
    ['rate_limit', { unlimited: true }, { attempts: '20' }],
  ]
  test.each(weaknesses)('%s fails where it should', async (name, weak, evidence) => {
    const { url, reached } = await probedServer(serve, weak)
    const { requests, resultOf } = await probe(await environmentAt(url), [name])
    expect(resultOf(name)).toMatchObject({ result: 'fails', evidence })
    expect(reached).toHaveLength(requests)
  })

  test('a web page in the place of a refusal shows nothing: it may be of a firewall, or a login', async () => {
    for (const [weak, why] of [
      [{ firewall: true }, 'refused_otherwise'],
      [{ login: true }, 'not_readable'],
    ] as const) {
      const { url } = await probedServer(serve, weak)
      const { resultOf } = await probe(await environmentAt(url), ['wrong_audience', 'changed_token'])
      expect(resultOf('wrong_audience')).toMatchObject({ result: 'unclear', evidence: { why } })
      expect(resultOf('changed_token')).toMatchObject({ result: 'unclear', evidence: { why } })
    }
  })

  test('a field that asks to wait in every refusal limits nothing', async () => {
    const { url, reached } = await probedServer(serve, { unlimited: true, alwaysWaits: true })
    const { resultOf } = await probe(await environmentAt(url), ['rate_limit'])
    expect(resultOf('rate_limit')).toMatchObject({ result: 'fails', evidence: { attempts: '20' } })
    expect(reached).toHaveLength(20)
  })

  test('a call that needs no token shows nothing of tokens', async () => {
    const { url } = await probedServer(serve, { public: true })
    const { resultOf } = await probe(await environmentAt(url), ['wrong_audience', 'changed_token', 'missing_scope'])
    for (const name of ['wrong_audience', 'changed_token', 'missing_scope'] as const) {
      expect(resultOf(name)).toMatchObject({ result: 'unclear', evidence: { why: 'no_token_needed' } })
    }
  })

  test('wrong credentials end with the first sign of a limit', async () => {
    const { url, reached } = await probedServer(serve)
    const { resultOf, outcome } = await probe(await environmentAt(url), ['rate_limit'])
    expect(outcome).toEqual({ kind: 'done', sent: 6 })
    expect(reached).toHaveLength(6)
    expect(resultOf('rate_limit')).toMatchObject({ result: 'holds', evidence: { attempts: '6', retryAfter: '60' } })
    const sent = JSON.stringify(
      reached.map(({ authorization }) => Buffer.from(authorization.slice(6), 'base64').toString()),
    )
    expect(sent).not.toContain(secrets.client_secret)
    expect(sent).not.toContain('orders:')
  })

  test('another audience that is named is the one that is asked for', async () => {
    const { url, reached } = await probedServer(serve)
    const { resultOf } = await probe(await environmentAt(url), ['wrong_audience'], { otherAudience: 'billing' })
    expect(reached.map(({ body }) => new URLSearchParams(body).get('audience')).filter(Boolean)).toEqual([
      'orders',
      'billing',
    ])
    expect(resultOf('wrong_audience')).toMatchObject({ result: 'holds', evidence: { audience: 'billing' } })
  })

  test('settings that differ leave nothing of a result; the same ones have it again', async () => {
    const { url } = await probedServer(serve)
    const id = await environmentAt(url)
    await probe(id, ['revocation'])
    const last = async () => (await reviewOf(id))?.probes.find((state) => state.probe === 'revocation')?.last?.result
    expect(await last()).toBe('holds')
    await opened.change(id, { scope: 'read' })
    expect(await last()).toBeUndefined()
    await opened.change(id, { scope: 'read write', notes: 'Ask Ada.' })
    expect(await last()).toBe('holds')
  })
})

describe('what is left alone', () => {
  test('the token that the environment holds stays, and is not revoked', async () => {
    const { url, reached } = await probedServer(serve)
    const id = await environmentAt(url)
    await opened.api.requestToken({ environmentId: id }, context)
    const held = await opened.api.revealToken({ environmentId: id }, context)
    await probe(id, [...ofServer, 'rate_limit'])
    expect(await opened.api.revealToken({ environmentId: id }, context)).toEqual(held)
    const revoked = reached
      .filter(({ path }) => path === '/revoke')
      .map(({ body }) => new URLSearchParams(body).get('token'))
    expect(revoked).toHaveLength(1)
    expect(JSON.stringify(held)).not.toContain(String(revoked[0]))
  })

  test('a server that gives the held token again has nothing revoked', async () => {
    const { url, reached } = await probedServer(serve, { repeatsToken: true })
    const id = await environmentAt(url)
    await opened.api.requestToken({ environmentId: id }, context)
    const { resultOf } = await probe(id, ['revocation'])
    expect(resultOf('revocation')).toMatchObject({ result: 'unclear', evidence: { why: 'same_token' } })
    expect(reached.map(({ path }) => path)).toEqual(['/token', '/token'])
  })

  test('a token that the environment was given as well while the probe ran is not revoked', async () => {
    const { url, reached } = await probedServer(serve, {
      repeatsToken: true,
      onReached: async (path) => {
        if (path === '/introspect') await opened.api.requestToken({ environmentId: id }, context)
      },
    })
    const id: string = await environmentAt(url)
    const { resultOf } = await probe(id, ['revocation'])
    expect(resultOf('revocation')).toMatchObject({ result: 'unclear', evidence: { why: 'same_token' } })
    expect(reached.map(({ path }) => path)).not.toContain('/revoke')
  })

  test('history has the exchanges of probes as such; activity, last outcomes and drift have none', async () => {
    const { url } = await probedServer(serve)
    const id = await environmentAt(url)
    await probe(id, [...ofServer, 'rate_limit'])
    const exchanges = opened.workspace.exchanges.list(id, 100)
    expect(exchanges.length).toBeGreaterThan(20)
    expect(exchanges.every(({ isOfProbe }) => isOfProbe === true)).toBe(true)
    const activity = await opened.api.getActivity({ environmentId: id, range: '24h' }, context)
    expect(activity).toMatchObject({ tokenRequests: 0, calls: 0 })
    const outcomes = await opened.api.listLastOutcomes(undefined, context)
    expect(Object.values(outcomes).flat()).toEqual([])
    expect(await opened.api.driftCounts(undefined, context)).toEqual([])
    const review = await reviewOf(id)
    expect(review?.tokenAt).toBeNull()
  })

  test('what a person cancels ends at once, and what was not begun has no result', async () => {
    const cancelling = new AbortController()
    const hanging = await serve(() => cancelling.abort())
    const { signal } = cancelling
    const { outcome, resultOf } = await probe(await environmentAt(hanging.url), ['introspection_open', 'revocation'], {
      signal,
    })
    expect(outcome).toEqual({ kind: 'done', sent: 1 })
    expect(hanging.requests).toHaveLength(1)
    expect(resultOf('introspection_open')).toMatchObject({ result: 'unclear', evidence: { why: 'cancelled' } })
    expect(resultOf('revocation')).toBeNull()
  })
})

import { describe, expect, test } from 'vitest'
import { figuresOf } from '../../../electron/core/activity/figures.ts'
import type { ActivityFact } from '../../../electron/core/activity/fact.ts'
import { nearestRank } from '../../../electron/common/nearest-rank.ts'
import { apiCall, tokenRequest } from './fact.ts'

const now = new Date(2026, 10, 28, 14, 20).getTime()
const hour = 3_600_000
const minute = 60_000
const figures = (facts: readonly ActivityFact[]) =>
  figuresOf(
    '7d',
    now,
    facts.toSorted((one, other) => one.startedAt - other.startedAt),
    null,
  )
const many = <Value>(count: number, value: (index: number) => Value): Value[] =>
  Array.from({ length: count }, (_, index) => value(index))

describe('percentiles by nearest rank', () => {
  test.each([
    [[5], 0.95, 5],
    [[1, 2], 0.5, 1],
    [[1, 2, 3], 0.5, 2],
    [many(20, (index) => index + 1), 0.95, 19],
    [many(21, (index) => index + 1), 0.95, 20],
    [many(100, (index) => index + 1), 0.95, 95],
  ])('%j at %d', (sorted, share, value) => expect(nearestRank(sorted, share)).toBe(value))

  test('no values have none', () => expect(nearestRank([], 0.5)).toBeNull())
})

describe('the figures of an environment', () => {
  test('nothing recorded gives empty steps and no latency', () => {
    const { steps, median, p95, causes, caching } = figures([])
    expect(steps.every((step) => step.median === null && step.tokenRequests === 0)).toBe(true)
    expect([median, p95, causes, caching]).toEqual([null, null, [], 'unknown'])
  })

  test('one request is a step with its own latency', () => {
    const { steps, median, p95 } = figures([tokenRequest(now - hour, { totalMs: 3000 })])
    expect([median, p95]).toEqual([3000, 3000])
    expect(steps.filter(({ tokenRequests }) => tokenRequests > 0)).toMatchObject([
      { median: 3000, p95: 3000, tokensIssued: 1, failures: 0, lifetime: 3600, scopeGranted: 'orders.read' },
    ])
  })

  test('a request that was not answered has no latency, and is a failure', () => {
    const lost = tokenRequest(now - hour, { status: null, failure: 'timeout', verdict: 'failed', fingerprint: null })
    expect(figures([lost])).toMatchObject({ median: null, failures: 1, tokenRequests: 1, tokensIssued: 0 })
  })

  test('what a person cancelled, what is outside the range and a clock ahead count nowhere', () => {
    const facts = [
      tokenRequest(now - hour, { status: null, failure: 'cancelled', verdict: 'failed', fingerprint: null }),
      tokenRequest(now - 40 * 24 * hour),
      tokenRequest(now + 3 * 24 * hour),
    ]
    expect(figures(facts)).toMatchObject({ tokenRequests: 0, failures: 0 })
  })

  test('failures are counted by the finding that says most, else the connection, else the status', () => {
    const refused = { status: 400, fingerprint: null, verdict: 'failed' } as const
    const { causes, failures } = figures([
      tokenRequest(now - 1, { ...refused, finding: 'invalid_scope' }),
      tokenRequest(now - 2, { ...refused, finding: 'invalid_scope' }),
      tokenRequest(now - 3, { ...refused, status: null, failure: 'timeout', phase: 'wait' }),
      tokenRequest(now - 4, { ...refused, status: 503, verdict: null }),
      tokenRequest(now - 5, { finding: 'scope_narrowed', verdict: 'noted' }),
    ])
    expect(failures).toBe(4)
    expect(causes).toEqual([
      { cause: { kind: 'finding', code: 'invalid_scope' }, count: 2 },
      { cause: { kind: 'status', status: 503 }, count: 1 },
      { cause: { kind: 'transport', code: 'timeout', phase: 'wait' }, count: 1 },
    ])
  })

  test('a time limit is a cause for each phase that it ended, and the phase of other failures is none', () => {
    const lost = { status: null, fingerprint: null, verdict: 'failed' } as const
    const { causes } = figures([
      tokenRequest(now - 1, { ...lost, failure: 'timeout', phase: 'connect' }),
      tokenRequest(now - 2, { ...lost, failure: 'timeout', phase: 'wait' }),
      tokenRequest(now - 3, { ...lost, failure: 'reset', phase: 'wait' }),
      tokenRequest(now - 4, { ...lost, failure: 'reset', phase: 'send' }),
    ])
    expect(causes).toEqual([
      { cause: { kind: 'transport', code: 'reset', phase: null }, count: 2 },
      { cause: { kind: 'transport', code: 'timeout', phase: 'wait' }, count: 1 },
      { cause: { kind: 'transport', code: 'timeout', phase: 'connect' }, count: 1 },
    ])
  })

  test('scopes are counted each by itself, and lifetimes with those that are not known', () => {
    const { scopes, lifetimes } = figures([
      tokenRequest(now - 1, { scopeGranted: 'a b' }),
      tokenRequest(now - 2, { scopeGranted: 'a', lifetime: null }),
      tokenRequest(now - 3, { scopeGranted: null }),
    ])
    expect(scopes).toEqual([
      { scope: 'a', count: 2 },
      { scope: 'b', count: 1 },
    ])
    expect(lifetimes).toEqual([
      { seconds: 3600, count: 2 },
      { seconds: null, count: 1 },
    ])
  })

  test('100,000 exchanges of 30 days are counted', () => {
    const facts = many(100_000, (index) => tokenRequest(now - index * 25_000, { totalMs: index }))
    expect(figuresOf('30d', now, facts.toReversed(), null)).toMatchObject({ tokenRequests: 100_000, median: 49_999 })
  })
})

describe('whether tokens are cached', () => {
  const start = now - 10 * hour

  test('one token an hour for many calls is cached', () => {
    const tokens = many(8, (index) => tokenRequest(start + index * hour))
    const calls = many(160, (index) => apiCall(start + index * 3 * minute, start + Math.floor(index / 20) * hour))
    expect(figures([...tokens, ...calls])).toMatchObject({ caching: 'cached', requestedEarly: 0 })
  })

  test('a token for each call, while the one before was valid, is not', () => {
    const facts = many(10, (index) => {
      const at = start + index * minute
      return [tokenRequest(at), apiCall(at + 100, at)]
    }).flat()
    expect(figures(facts)).toMatchObject({ caching: 'not_cached', requestedEarly: 9 })
  })

  test('a token for each call is no fault where each had ended, was refused, or is of another request', () => {
    const ended = many(5, (index) => [
      tokenRequest(start + index * hour, { lifetime: 300 }),
      apiCall(start + index * hour + 1, start + index * hour),
    ]).flat()
    const refused = many(5, (index) => [
      tokenRequest(start + index * minute),
      apiCall(start + index * minute + 1, start + index * minute, { status: 401, verdict: 'failed' }),
    ]).flat()
    const others = many(5, (index) => [
      tokenRequest(start + index * minute, { request: `scope ${index}` }),
      apiCall(start + index * minute + 1, start + index * minute),
    ]).flat()
    for (const facts of [ended, refused, others]) {
      expect(figures(facts)).toMatchObject({ caching: 'unknown', requestedEarly: 0 })
    }
  })

  test('a token that is renewed in its last minute is not early', () => {
    const tokens = many(5, (index) => tokenRequest(start + index * 3550_000))
    expect(figures(tokens).requestedEarly).toBe(0)
  })

  test('a watch asks for a token each time, which says nothing of how tokens are used', () => {
    const watched = { isOfWatch: true, lifetime: 60, scopeGranted: 'watched' }
    const of = many(50, (index) => tokenRequest(start + index * minute, { ...watched, totalMs: 900 }))
    const lost = tokenRequest(start + 1, { ...watched, status: 500, fingerprint: null, verdict: 'failed' })
    const calls = many(9, (index) => apiCall(start + index, start))
    const own = [tokenRequest(start - 1), ...calls]
    const { perToken, ...all } = figures([...own, ...of, lost, apiCall(start + 20, start, watched)])
    expect(all).toMatchObject({
      caching: 'cached',
      requestedEarly: 0,
      lifetimes: [{ seconds: 3600, count: 1 }],
      scopes: [{ scope: 'orders.read', count: 1 }],
      // All of this is of both.
      tokenRequests: 52,
      tokensIssued: 51,
      calls: 10,
      failures: 1,
      median: 900,
    })
    expect(perToken).toEqual(figures(own).perToken)
    expect(figures([...of, ...many(50, (index) => apiCall(start + index * minute + 1, start, watched))])).toMatchObject(
      {
        caching: 'unknown',
        lifetimes: [],
      },
    )
  })

  test('few requests say nothing', () => {
    expect(figures([tokenRequest(start), apiCall(start + 1, start)]).caching).toBe('unknown')
  })

  test('calls without a token are none of its calls', () => {
    const calls = many(9, (index) => apiCall(start + index, start, { fingerprint: null }))
    expect(figures([tokenRequest(start - 1), ...calls])).toMatchObject({ calls: 0, caching: 'unknown' })
  })
})

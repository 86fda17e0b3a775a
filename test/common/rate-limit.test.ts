import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rateLimitOf } from '../../electron/common/rate-limit.ts'

const receivedAt = Date.parse('2026-11-24T10:00:00Z')
const read = (...headers: [string, string][]) => rateLimitOf(headers, receivedAt)
const nothing = { limit: null, remaining: null, resetAt: null, retryAt: null }
const inSeconds = (seconds: number) => receivedAt + seconds * 1000

describe('a rate limit', () => {
  it('is not read out of what says nothing, or nothing that makes sense', () => {
    expect(read(['Content-Type', 'application/json'])).toBeNull()
    expect(read(['RateLimit', 'garbage'], ['RateLimit-Limit', '-3'], ['Retry-After', 'soon'])).toBeNull()
    expect(read(['X-RateLimit-Remaining', '1e9'], ['RateLimit', '"a";r=x'])).toBeNull()
    expect(read(['RateLimit', `"${'a'.repeat(5000)}";r=1`])).toBeNull()
    expect(read(['Retry-After', '9'.repeat(40)])).toBeNull()
    expect(read(['Retry-After', 'May 5'])).toBeNull()
  })

  it('is read as the draft writes it, with the limit out of the policy of the same name', () => {
    expect(
      read(['RateLimit', '"burst";r=50;t=30'], ['RateLimit-Policy', '"daily";q=1000;w=86400,"burst";q=100;w=60']),
    ).toEqual({ limit: 100, remaining: 50, resetAt: inSeconds(30), retryAt: null })
  })

  it('is that of the quota which is used up first', () => {
    expect(read(['RateLimit', '"daily";r=900;t=3600'], ['RateLimit', '"a,b;r=1";r=3;t=9'])).toEqual({
      ...nothing,
      remaining: 3,
      resetAt: inSeconds(9),
    })
  })

  it('is read as earlier drafts wrote it', () => {
    const expected = { limit: 100, remaining: 12, resetAt: inSeconds(48), retryAt: null }
    expect(read(['RateLimit', 'limit=100, remaining=12, reset=48'])).toEqual(expected)
    expect(
      read(['RateLimit-Limit', '100, 100;w=60'], ['RateLimit-Remaining', '12'], ['RateLimit-Reset', '48']),
    ).toEqual(expected)
  })

  it.each(['X-RateLimit', 'X-Rate-Limit', 'x-ratelimit'])('is read from %s fields', (prefix) => {
    expect(read([`${prefix}-Limit`, '100'], [`${prefix}-Remaining`, '0'], [`${prefix}-Reset`, '48'])).toEqual({
      limit: 100,
      remaining: 0,
      resetAt: inSeconds(48),
      retryAt: null,
    })
  })

  it.each([
    ['seconds', '48'],
    ['seconds since 1970', String(receivedAt / 1000 + 48)],
    ['seconds with a fraction', `${receivedAt / 1000 + 48}.0`],
    ['milliseconds since 1970', String(receivedAt + 48_000)],
    ['an HTTP date', 'Tue, 24 Nov 2026 10:00:48 GMT'],
    ['an ISO date', '2026-11-24T10:00:48Z'],
  ])('ends at a time that is given as %s', (_, value) => {
    expect(read(['X-RateLimit-Reset', value])?.resetAt).toBe(inSeconds(48))
    expect(read(['Retry-After', value])?.retryAt).toBe(inSeconds(48))
    expect(read(['X-Retry-After', value])?.retryAt).toBe(inSeconds(48))
  })

  it('counts the times of a server from its own clock, however wrong that is', () => {
    expect(
      read(['Date', 'Tue, 24 Nov 2026 12:00:00 GMT'], ['Retry-After', 'Tue, 24 Nov 2026 12:00:30 GMT'])?.retryAt,
    ).toBe(inSeconds(30))
    expect(read(['Date', 'Tue, 24 Nov 2026 12:00:00 GMT'], ['Retry-After', '30'])?.retryAt).toBe(inSeconds(30))
  })

  it('comes out of any text without an error, and only in numbers', () => {
    const names = ['RateLimit', 'RateLimit-Policy', 'RateLimit-Limit', 'X-Rate-Limit-Reset', 'Retry-After', 'Date']
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('"', ';', ',', '=', '\\', '1', 'r', 't', ' '), maxLength: 40 }),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...names), text)), (headers) => {
        const values = Object.values(rateLimitOf(headers, receivedAt) ?? nothing)
        expect(values.every((value) => value === null || Number.isFinite(value))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

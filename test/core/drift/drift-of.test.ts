import { expect, test } from 'vitest'
import { certificate, day, Days, hour, minute, monday } from './server-of-days.ts'

test('a new signing key that the server did not publish before is found with its first token, and once', () => {
  const days = new Days().usual(1, { publishedKeyIds: ['a'] })
  const [drift] = days.exchange({ token: { kid: 'b' }, publishedKeyIds: ['a'] })
  days.usual(30, { token: { kid: 'b' }, publishedKeyIds: ['b'] })
  expect(drift).toMatchObject({ kind: 'signing_key', before: 'a', after: 'b', beforeExchangeId: 'exchange-1' })
  expect(days.raised).toEqual(['signing_key'])
})

test('a new signing key is found though it was published before, when the earlier ones are no longer', () => {
  const days = new Days().usual(2, { publishedKeyIds: ['a', 'b'] })
  days.exchange({ token: { kid: 'b' }, publishedKeyIds: ['b', 'c'] })
  expect(days.raised).toEqual(['signing_key'])
})

test('a key set that is read later shows that a key is new', () => {
  const days = new Days().usual(1)
  days.usual(2, { token: { kid: 'b' } })
  expect(days.raised).toEqual([])
  days.usual(2, { token: { kid: 'b' }, publishedKeyIds: ['b'] })
  expect(days.raised).toEqual(['signing_key'])
})

test('a key set without key IDs says nothing of a new key', () => {
  const days = new Days().usual(1)
  for (let index = 0; index < 20; index += 1) {
    days.exchange({ token: { kid: index % 2 === 0 ? 'b' : 'a' }, publishedKeyIds: [] })
  }
  expect(days.raised).toEqual([])
})

test('a new signing key is found without any key set: at once after many tokens of one key, else after some of the new one', () => {
  const many = new Days().usual(12)
  expect(many.exchange({ token: { kid: 'b' } })).toHaveLength(1)
  const few = new Days().usual(1)
  few.usual(10, { token: { kid: 'b' } })
  expect(few.raised).toEqual([])
  few.usual(10, { token: { kid: 'b' } })
  expect(few.raised).toEqual(['signing_key'])
  expect(few.drift[0]).toMatchObject({ exchangeId: 'exchange-2', at: monday + 10 * minute })
})

test('a new key of another algorithm is both; another algorithm of the same key is that alone', () => {
  const both = new Days().usual(20)
  both.exchange({ token: { kid: 'b', alg: 'ES256' } })
  both.usual(20, { token: { kid: 'b', alg: 'ES256' } })
  expect(both.raised).toEqual(['signing_key', 'algorithm'])
  const one = new Days().usual(1)
  one.usual(5, { token: { alg: 'PS256' } })
  expect(one.drift).toMatchObject([{ kind: 'algorithm', before: 'RS256', after: 'PS256' }])
})

test('two keys in turn are no new key', () => {
  const days = new Days()
  for (let index = 0; index < 40; index += 1) {
    days.exchange({ token: { kid: index % 2 === 0 ? 'a' : 'b', alg: index % 2 === 0 ? 'RS256' : 'ES256' } })
  }
  expect(days.raised).toEqual([])
})

test('another issuer and another audience are found once, and not again when they come back', () => {
  const days = new Days().usual(1)
  days.usual(3, { token: { issuer: 'https://id.example/v2', audience: 'orders shop' } })
  days.usual(3)
  expect(days.drift).toMatchObject([
    { kind: 'issuer', before: 'https://id.example', after: 'https://id.example/v2' },
    { kind: 'audience', before: 'orders', after: 'orders shop' },
  ])
  expect(days.raised).toHaveLength(2)
})

test('scopes that are lost and gained are named', () => {
  const days = new Days().usual(1)
  days.usual(3, { token: { granted: { as: 'scopes', names: 'admin read' } } })
  expect(days.drift).toMatchObject([
    { kind: 'scopes_lost', before: 'read write', after: 'admin read', evidence: { scopes: 'write' } },
    { kind: 'scopes_gained', evidence: { scopes: 'admin' } },
  ])
})

test('a server that begins to say roles instead of scopes lost none', () => {
  const days = new Days().usual(3)
  days.usual(3, { token: { granted: { as: 'roles', names: 'Orders.Read' } } })
  expect(days.raised).toEqual([])
})

test.each([
  { before: 86_400, after: 3600 },
  { before: 600, after: 60 },
  { before: 3600, after: 7200 },
])('a lifetime of $before s that becomes $after s is found once', ({ before, after }) => {
  const days = new Days().usual(1, { token: { lifetime: before } })
  days.usual(10, { token: { lifetime: after } })
  days.usual(10, { token: { lifetime: before } })
  expect(days.drift).toMatchObject([{ kind: 'lifetime', before: String(before), after: String(after) }])
})

test('a fixed lifetime that becomes a little shorter is found', () => {
  const days = new Days().usual(8, { token: { lifetime: 3600 } })
  days.usual(8, { token: { lifetime: 3000 } })
  expect(days.raised).toEqual(['lifetime'])
})

test('tokens that end at midnight live shorter and shorter, which is no change', () => {
  const days = new Days()
  for (let index = 0; index < 10 * 24; index += 1) {
    const at = days.now + hour
    const expiresAt = (Math.floor(at / day) + 1) * (day / 1000)
    days.exchange({ token: { lifetime: Math.round(expiresAt - at / 1000), expiresAt } }, hour)
  }
  expect(days.raised).toEqual([])
})

test('the same token given again says nothing of its lifetime', () => {
  const days = new Days().usual(1, { token: { fingerprint: 'same', lifetime: 3600 } })
  days.usual(5, { token: { fingerprint: 'same', lifetime: 400 } })
  expect(days.raised).toEqual([])
})

test('a renewed certificate is noted as expected; one of another authority is not', () => {
  const days = new Days().usual(3)
  const renewed = { ...certificate, fingerprint: 'BB', validFrom: monday, validTo: monday + 90 * day }
  days.usual(3, { certificate: renewed })
  expect(days.drift).toMatchObject([
    { kind: 'certificate_changed', before: 'AA', after: 'BB', isExpected: true, evidence: { renewed: 'yes' } },
  ])
  days.usual(3, { certificate: { ...renewed, fingerprint: 'CC', authority: 'Another' } })
  expect(days.raised).toEqual(['certificate_changed'])
})

test('two servers with a certificate each are not said with each exchange', () => {
  const days = new Days()
  const other = { ...certificate, fingerprint: 'BB', validTo: certificate.validTo - 5 * day }
  for (let index = 0; index < 20; index += 1) days.exchange({ certificate: index % 2 === 0 ? certificate : other })
  expect(days.raised).toEqual([])
  expect(days.drift).toHaveLength(1)
})

test('the end of a certificate is said at 21 days, at 7, and is over with the next one', () => {
  const days = new Days()
  for (let index = 0; index < 79; index += 1) days.exchange({}, day)
  expect(days.drift).toMatchObject([
    { kind: 'certificate_ends', at: monday + 59 * day, evidence: { days: '21' }, endedAt: null },
    { kind: 'certificate_ends', at: monday + 73 * day, evidence: { days: '7' }, endedAt: null },
  ])
  days.usual(3, { certificate: { ...certificate, fingerprint: 'BB', validTo: monday + 170 * day } })
  expect(days.drift.filter(({ kind }) => kind === 'certificate_ends').every(({ endedAt }) => endedAt !== null)).toBe(
    true,
  )
  expect(days.raised).toEqual(['certificate_ends', 'certificate_ends'])
})

test('certificates of a day or a week that are renewed in time are never about to end', () => {
  const days = new Days()
  for (let index = 0; index < 24 * 30; index += 1) {
    const validFrom = monday + Math.floor(index / 12) * 12 * hour
    days.exchange(
      { certificate: { ...certificate, fingerprint: `of ${validFrom}`, validFrom, validTo: validFrom + day } },
      hour,
    )
  }
  expect(days.raised).toEqual([])
})

test('a clock that is off twice in a row is found, and over when it is right again', () => {
  const days = new Days().usual(3)
  days.exchange({ clockOffset: 90_000 })
  days.usual(2)
  expect(days.raised).toEqual([])
  days.usual(10, { clockOffset: 90_000 })
  expect(days.drift).toMatchObject([{ kind: 'server_clock', before: '0', after: '90000', endedAt: null }])
  const right = days.now + 5 * minute
  days.usual(3)
  expect(days.drift).toMatchObject([{ endedAt: right }])
})

test('a clock that is off and jumps is found again', () => {
  const days = new Days().usual(3, { clockOffset: -120_000 })
  days.usual(3, { clockOffset: -400_000 })
  expect(days.raised).toEqual(['server_clock', 'server_clock'])
})

test('an outage is dated from its first failure to the next answer, and counted', () => {
  const days = new Days().usual(3)
  const first = days.now + 5 * minute
  for (const code of ['status_503', 'status_502', 'timeout', 'status_503']) days.failure(code)
  expect(days.drift).toMatchObject([
    { kind: 'outage', at: first, endedAt: null, after: '4', exchangeId: 'exchange-4', beforeExchangeId: 'exchange-3' },
  ])
  const over = days.now + 5 * minute
  days.usual(5)
  expect(days.drift).toMatchObject([{ endedAt: over, evidence: { failure: 'status_503' } }])
  expect(days.raised).toEqual(['outage'])
})

test('two failures are no outage, and neither are refusals with another secret or what never worked', () => {
  const days = new Days().usual(3)
  days.failure('status_503')
  days.failure('status_503')
  days.usual(1)
  const refused = { kind: 'failure', code: 'refused', isReached: true } as const
  days.usual(9, { answer: refused, setup: 'another secret', token: null, latency: null })
  expect(days.raised).toEqual([])
  const broken = new Days()
  for (let index = 0; index < 9; index += 1) broken.failure('refused')
  expect(broken.raised).toEqual([])
})

test('refusals of what was accepted are an outage, which another refusal does not end', () => {
  const days = new Days().usual(3)
  for (let index = 0; index < 4; index += 1) days.failure('refused')
  days.usual(2, { answer: { kind: 'alive' }, token: null, latency: null })
  expect(days.drift).toMatchObject([{ kind: 'outage', endedAt: null }])
  days.usual(1)
  expect(days.drift[0]?.endedAt).toBe(days.now)
})

test('clicking three times while this computer is offline is no outage', () => {
  const days = new Days().usual(3)
  for (let index = 0; index < 5; index += 1) days.failure('name_not_found', { isReached: false, after: 5000 })
  days.usual(3)
  expect(days.raised).toEqual([])
})

test('a clock that is set back during an outage makes no end before its begin', () => {
  const days = new Days().usual(3)
  for (let index = 0; index < 3; index += 1) days.failure('status_500')
  days.exchange({}, -2 * hour)
  expect(days.drift[0]?.endedAt).toBe(days.drift[0]?.at)
})

test('slowness is found after five in a row, dated from the first, and over after three quick ones', () => {
  const days = new Days().usual(6)
  const first = days.now + 5 * minute
  days.usual(4, { latency: 900 })
  expect(days.raised).toEqual([])
  days.usual(20, { latency: 900 })
  const over = days.now + 5 * minute
  days.usual(20)
  expect(days.drift).toMatchObject([{ kind: 'latency', at: first, endedAt: over, before: '80', after: '900' }])
  expect(days.raised).toEqual(['latency'])
})

test('three times of very little is not slow', () => {
  const days = new Days().usual(20, { latency: 8 })
  days.usual(20, { latency: 90 })
  expect(days.raised).toEqual([])
})

test('little headroom is said once in a day, though each window begins with all of it', () => {
  const days = new Days()
  const shortly = (remaining: number) => days.exchange({ rateLimit: { limit: 100, remaining } }, minute)
  for (let index = 0; index < 600; index += 1) shortly(100 - ((index * 10) % 100))
  expect(days.raised).toEqual([])
  for (let index = 0; index < 600; index += 1) shortly(index % 2 === 0 ? 3 : 90)
  expect(days.drift).toMatchObject([{ kind: 'rate_limit', before: '100', after: '3' }])
  days.exchange({ rateLimit: { limit: 5000, remaining: 4990 } })
  expect(days.raised).toEqual(['rate_limit'])
})

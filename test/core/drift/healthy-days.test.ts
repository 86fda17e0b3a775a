import fc from 'fast-check'
import { expect, test } from 'vitest'
import { certificate, day, Days, hour, minute, monday } from './server-of-days.ts'

/** Numbers from 0 to 1 that a seed gives. */
function randomly(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** What a healthy server and a careless person do, for so many days. */
function live(seed: number, length: number, keys: 1 | 2): Days {
  const random = randomly(seed)
  const days = new Days()
  const lifetimeVaries = random() < 0.5
  const usualLatency = 20 + random() * 400
  const end = monday + length
  let turn = 0
  let last = 'none'
  let renewals = 0
  while (days.now < end) {
    const chance = random()
    // At work every few minutes, and asleep for hours now and then.
    const pause = random() < 0.02 ? random() * 12 * hour : random() * 12 * minute
    const spike = random() < 0.01 ? 20 : 1
    const latency = usualLatency * (0.6 + random() * 0.9) * spike
    turn += 1
    const kid = keys === 2 && turn % 2 === 1 ? 'b' : 'a'
    const lifetime = lifetimeVaries ? Math.round(3600 + random() * 1800) : 3600
    const due = certificate.validTo + renewals * 60 * day - 30 * day
    if (days.now > due) renewals += 1
    const presented = {
      ...certificate,
      fingerprint: `of ${renewals}`,
      validFrom: monday + (renewals * 60 - 10) * day,
      validTo: certificate.validTo + renewals * 60 * day,
    }
    const clockOffset = Math.round((random() - 0.5) * 4000)
    const seen = { latency, clockOffset, certificate: presented }
    const none = { token: null, latency: null, clockOffset: null, certificate: null } as const
    if (chance < 0.02) days.exchange({ ...none, answer: { kind: 'unknown' } }, pause)
    else if (chance < 0.03) days.failure(random() < 0.5 ? 'timeout' : 'status_503', { after: pause })
    else if (chance < 0.04) {
      for (let index = 0; index < 4; index += 1) days.failure('name_not_found', { isReached: false, after: 6000 })
    } else if (chance < 0.06) {
      const setup = `wrong secret ${turn}`
      for (let index = 0; index < 4; index += 1) {
        days.exchange({ ...none, setup, answer: { kind: 'failure', code: 'refused', isReached: true } }, minute)
      }
    } else if (chance < 0.1 && last !== 'none')
      days.exchange({ ...seen, token: { fingerprint: last, kid, lifetime: 100 } }, pause)
    else {
      last = `token of ${seed} ${turn}`
      days.exchange({ ...seen, token: { fingerprint: last, kid, lifetime } }, pause)
    }
    // A success between two misfortunes: more of them in a row would be an outage.
    days.exchange({ ...seen, latency: usualLatency, token: { fingerprint: last, kid, lifetime } }, 30_000)
  }
  return days
}

test.each([
  { name: 'a day', length: day, runs: 100 },
  { name: 'thirty days', length: 30 * day, runs: 5 },
])('$name of healthy use raises nothing', ({ length, runs }) => {
  const anyLife = fc.tuple(fc.integer(), fc.constantFrom<1 | 2>(1, 2))
  fc.assert(
    fc.property(anyLife, ([seed, keys]) => {
      expect(live(seed, length, keys).raised).toEqual([])
    }),
    { numRuns: runs },
  )
})

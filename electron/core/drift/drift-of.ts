import { z } from 'zod'
import { certificatesSchema, noticeCertificate } from './certificate.ts'
import type { DriftFacts, ServerFacts } from './facts.ts'
import { latenciesSchema, noticeLatency } from './latency.ts'
import { lifetimesSchema, noticeLifetime } from './lifetime.ts'
import { availabilitySchema, noticeOutage } from './outage.ts'
import { headroomSchema, noticeRateLimit } from './rate-limit.ts'
import { grantsSchema, noticeScopes } from './scopes.ts'
import { noticeServerClock, serverClockSchema } from './server-clock.ts'
import { noticeSigningKey, signingKeysSchema } from './signing-key.ts'
import type { Step } from './step.ts'
import { noticeValue, valuesSchema } from './values.ts'

/** What is usual of one request. Null is not known yet. */
export const requestBaselineSchema = z.strictObject({
  /** Of the token that came last: the same one given again says nothing new. */
  fingerprint: z.string().nullable(),
  signingKeys: signingKeysSchema.nullable(),
  issuer: valuesSchema.nullable(),
  audience: valuesSchema.nullable(),
  lifetime: lifetimesSchema.nullable(),
  scopes: grantsSchema.nullable(),
  latency: latenciesSchema.nullable(),
  availability: availabilitySchema.nullable(),
})
export type RequestBaseline = z.infer<typeof requestBaselineSchema>

const newRequest: RequestBaseline = {
  fingerprint: null,
  signingKeys: null,
  issuer: null,
  audience: null,
  lifetime: null,
  scopes: null,
  latency: null,
  availability: null,
}

/** What is usual of one server, by one way there. */
export const serverBaselineSchema = z.strictObject({
  certificates: certificatesSchema.nullable(),
  clock: serverClockSchema.nullable(),
  headroom: headroomSchema.nullable(),
})
export type ServerBaseline = z.infer<typeof serverBaselineSchema>

const newServer: ServerBaseline = { certificates: null, clock: null, headroom: null }

/** What was usual of a request, and the newest of it, give what is usual now and what differs. */
export function driftOfRequest(known: RequestBaseline | null, facts: DriftFacts): Step<RequestBaseline> {
  const baseline = known ?? newRequest
  const isRepeated = facts.token !== null && facts.token.fingerprint === baseline.fingerprint
  const given = isRepeated ? { ...facts, token: null } : facts
  const steps = {
    signingKeys: noticeSigningKey(baseline.signingKeys, given),
    issuer: noticeValue('issuer', baseline.issuer, given.token?.issuer ?? null, given),
    audience: noticeValue('audience', baseline.audience, given.token?.audience ?? null, given),
    lifetime: noticeLifetime(baseline.lifetime, given),
    scopes: noticeScopes(baseline.scopes, given),
    latency: noticeLatency(baseline.latency, given),
    availability: noticeOutage(baseline.availability, given),
  }
  return {
    part: {
      fingerprint: facts.token?.fingerprint ?? baseline.fingerprint,
      signingKeys: steps.signingKeys.part,
      issuer: steps.issuer.part,
      audience: steps.audience.part,
      lifetime: steps.lifetime.part,
      scopes: steps.scopes.part,
      latency: steps.latency.part,
      availability: steps.availability.part,
    },
    ...together(Object.values(steps)),
  }
}

/** What was usual of a server, and what the newest exchange says of it, give what is usual now and what differs. */
export function driftOfServer(known: ServerBaseline | null, facts: ServerFacts): Step<ServerBaseline> {
  const baseline = known ?? newServer
  const certificates = noticeCertificate(baseline.certificates, facts)
  const clock = noticeServerClock(baseline.clock, facts)
  const headroom = noticeRateLimit(baseline.headroom, facts)
  return {
    part: { certificates: certificates.part, clock: clock.part, headroom: headroom.part },
    ...together([certificates, clock, headroom]),
  }
}

const together = (steps: readonly Step<unknown>[]) => ({
  found: steps.flatMap((step) => step.found),
  updates: steps.flatMap((step) => step.updates),
})

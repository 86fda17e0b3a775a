import { z } from 'zod'
import { practices, probes, reviewChecks, reviewStatuses } from '../vocabulary/review.ts'
import { purposeSchema } from './exchange.ts'
import { type AcceptedFinding, acceptedFindingSchema } from './accepted-finding.ts'
import { reviewCodes } from './review-codes.ts'

export const reviewCodeSchema = z.enum(reviewCodes)
export const probeSchema = z.enum(probes)

/** What a request of a probe is for. */
const probeStepSchema = z.enum([
  'read_metadata',
  'read_keys',
  'request_token',
  'request_token_for_other_audience',
  'request_token_without_scope',
  'introspect_as_stranger',
  'introspect',
  'revoke',
  'call_api',
  'call_without_token',
  'call_with_wrong_audience',
  'call_with_changed_token',
  'call_without_scope',
  'call_with_revoked_token',
  'ask_by_http',
  'wrong_credentials',
])

/** What was seen, to be shown as it is and looked up: `value` is what matters of it, masked where it is secret. */
export const seenSchema = z.strictObject({
  /**
   * A member of an answer, a claim of the token, a header field or the status of an answer, a fact of its TLS connection, a
   * parameter of a request, a setting, a key of the server, a figure of the history, or another environment.
   */
  kind: z.enum(['member', 'claim', 'header', 'status', 'tls', 'parameter', 'setting', 'key', 'figure', 'environment']),
  name: z.string(),
  value: z.string(),
  /** The exchange that shows it, and when that was, in milliseconds since 1970; null of what is not of an exchange. */
  exchangeId: z.string().nullable(),
  at: z.number().nullable(),
  /** What that exchange was for, where it is known. */
  purpose: purposeSchema.exactOptional(),
  /** Of a probe, what the request was for. */
  step: probeStepSchema.exactOptional(),
})
export type Seen = z.infer<typeof seenSchema>

/** What one check found. */
export const reviewFindingSchema = z.strictObject({
  check: z.enum(reviewChecks),
  code: reviewCodeSchema,
  status: z.enum(reviewStatuses),
  /** What was seen, by the names of its code in the catalogue, for the sentence. */
  evidence: z.record(z.string(), z.string()),
  seen: z.array(seenSchema).readonly(),
  accepted: acceptedFindingSchema.nullable(),
})
export type ReviewFinding = z.infer<typeof reviewFindingSchema>

/** `accepted`: all that there was to act on is. */
export const itemStatusSchema = z.enum([...reviewStatuses, 'accepted'])
export type ItemStatus = z.infer<typeof itemStatusSchema>

/** A practice, with what its checks found; what decides its status is first. */
export const reviewItemSchema = z.strictObject({
  practice: z.enum(practices),
  status: itemStatusSchema,
  findings: z.array(reviewFindingSchema).min(1).readonly(),
  /** Probes that say more of it. */
  probes: z.array(probeSchema).readonly(),
})
export type ReviewItem = z.infer<typeof reviewItemSchema>

/** A request that a probe will send. */
export const plannedRequestSchema = z.strictObject({
  step: probeStepSchema,
  method: z.string(),
  /** Without its query. */
  url: z.string(),
  /** What goes along. */
  carries: z.enum(['nothing', 'client_credentials', 'token', 'changed_token', 'made_up_credentials']),
  /** How often it is sent, at most. */
  times: z.number().int(),
})
export type PlannedRequest = z.infer<typeof plannedRequestSchema>

/** Why a probe cannot be sent. */
export const noProbeSchema = z.enum([
  'no_token_endpoint',
  'no_introspection_endpoint',
  'no_revocation_endpoint',
  'nothing_published',
  /** No saved call that only reads: `GET` or `HEAD`, with the token of the environment. */
  'no_safe_call',
  /** No such call needs a scope, or all that is requested. */
  'no_scope_to_leave_out',
  /** Nothing of it is reached by https. */
  'no_https',
  'token_not_jwt',
])
export type NoProbe = z.infer<typeof noProbeSchema>

/**
 * How a probe ended: what it is to show holds, or does not, or the answers do not say. `evidence` has what they said, by the
 * names of `EvidenceOfProbe` in `catalogue/probe-evidence.ts`; of `unclear` its member `why` is a `UnclearProbe`.
 */
export const probeResultSchema = z.strictObject({
  probe: probeSchema,
  at: z.number(),
  result: z.enum(['holds', 'fails', 'unclear']),
  evidence: z.record(z.string(), z.string()),
  seen: z.array(seenSchema).readonly(),
})
export type ProbeResult = z.infer<typeof probeResultSchema>

export const probeStateSchema = z.strictObject({
  probe: probeSchema,
  plan: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('requests'), requests: z.array(plannedRequestSchema).min(1).readonly() }),
    z.strictObject({ kind: z.literal('not_possible'), why: noProbeSchema }),
  ]),
  /** The last one with the settings of now; null where it was not sent with them. */
  last: probeResultSchema.nullable(),
})
export type ProbeState = z.infer<typeof probeStateSchema>

/** Whether an environment, its server and its API are set up well, as far as it is known. Nothing is sent for it. */
export const reviewSchema: z.ZodType<Review> = z.strictObject({
  environmentId: z.string(),
  environmentName: z.string(),
  /** Milliseconds since 1970. */
  checkedAt: z.number(),
  isProduction: z.boolean(),
  /** When the newest token was issued with these settings; null for never. */
  tokenAt: z.number().nullable(),
  items: z.array(reviewItemSchema).readonly(),
  /** Accepted codes that were not found this time. */
  notFound: z.array(acceptedFindingSchema).readonly(),
  probes: z.array(probeStateSchema).readonly(),
})
export interface Review {
  environmentId: string
  environmentName: string
  checkedAt: number
  isProduction: boolean
  tokenAt: number | null
  items: readonly ReviewItem[]
  notFound: readonly AcceptedFinding[]
  probes: readonly ProbeState[]
}

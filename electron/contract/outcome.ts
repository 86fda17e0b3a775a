import { z } from 'zod'
import { transportFailureSchema } from './exchange.ts'
import { fieldProblemSchema, findingSchema } from './finding.ts'
import { heldTokenSchema, jsonObjectSchema } from './token.ts'

const findings = z.array(findingSchema).readonly()
const exchangeId = z.string()

/** Something in the environment keeps the request from being sent. Nothing left this computer. */
const notSent = z.strictObject({ kind: z.literal('not_sent'), problems: z.array(fieldProblemSchema).readonly() })
/** No complete answer came: network, TLS, time limit, size cap, or cancelled. */
const unreachable = z.strictObject({
  kind: z.literal('unreachable'),
  failure: transportFailureSchema,
  findings,
  exchangeId,
})
/** An answer came that the standard does not allow. */
const nonconformant = z.strictObject({
  kind: z.literal('nonconformant'),
  status: z.number(),
  findings,
  exchangeId,
})

/** An error response. @see RFC 6749 §5.2 */
export const oauthErrorSchema = z.strictObject({
  error: z.string(),
  error_description: z.string().nullable(),
  error_uri: z.string().nullable(),
})
export type OAuthError = z.infer<typeof oauthErrorSchema>

const refused = z.strictObject({
  kind: z.literal('refused'),
  status: z.number(),
  error: oauthErrorSchema,
  findings,
  exchangeId,
})

export const tokenOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('issued'), token: heldTokenSchema, findings, exchangeId }),
  refused,
  nonconformant,
  unreachable,
  notSent,
])
export type TokenOutcome = z.infer<typeof tokenOutcomeSchema>

/** @see RFC 7662 §2.2 */
export const introspectionOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('active'), response: jsonObjectSchema, findings, exchangeId }),
  z.strictObject({ kind: z.literal('inactive'), response: jsonObjectSchema, findings, exchangeId }),
  refused,
  nonconformant,
  unreachable,
  notSent,
])
export type IntrospectionOutcome = z.infer<typeof introspectionOutcomeSchema>

/** @see RFC 7009 §2.2: 200 says "accepted", never "was valid" */
export const revocationOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accepted'), findings, exchangeId }),
  refused,
  nonconformant,
  unreachable,
  notSent,
])
export type RevocationOutcome = z.infer<typeof revocationOutcomeSchema>

/** The endpoints that a metadata document names; null where it names none. @see RFC 8414 §2, OpenID Connect Discovery §3 */
export const metadataSchema = z.strictObject({
  issuer: z.string(),
  token_endpoint: z.string().nullable(),
  introspection_endpoint: z.string().nullable(),
  revocation_endpoint: z.string().nullable(),
  jwks_uri: z.string().nullable(),
  token_endpoint_auth_methods_supported: z.array(z.string()).nullable(),
  scopes_supported: z.array(z.string()).nullable(),
})
export type Metadata = z.infer<typeof metadataSchema>

export const discoveryOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('found'), url: z.string(), metadata: metadataSchema, findings, exchangeId }),
  nonconformant,
  unreachable,
  notSent,
])
export type DiscoveryOutcome = z.infer<typeof discoveryOutcomeSchema>

/** A `WWW-Authenticate: Bearer` challenge. @see RFC 6750 §3 */
export const challengeSchema = z.strictObject({
  scheme: z.string(),
  error: z.string().nullable(),
  error_description: z.string().nullable(),
  scope: z.string().nullable(),
})
export type Challenge = z.infer<typeof challengeSchema>

export const apiCallOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('answered'),
    status: z.number(),
    statusText: z.string(),
    challenge: challengeSchema.nullable(),
    /** Whether the call used the token that was held, or obtained one first. */
    tokenUse: z.enum(['held', 'obtained']),
    findings,
    exchangeId,
  }),
  unreachable,
  notSent,
  /** The call needed a token and none could be had. */
  z.strictObject({ kind: z.literal('no_token'), token: tokenOutcomeSchema }),
])
export type ApiCallOutcome = z.infer<typeof apiCallOutcomeSchema>

import { z } from 'zod'
import { checkReasonSchema } from './check-reasons.ts'
import { environmentIdSchema } from './environment.ts'
import { findingSchema } from './finding.ts'
import { fieldProblemSchema } from './problem.ts'

/** `encryption` is there for a JWE only, `binding` where something is bound or was proved. */
export const checkNameSchema = z.enum([
  'encryption',
  'signature',
  'algorithm',
  'type',
  'issuer',
  'audience',
  'times',
  'scope',
  'binding',
])
export type CheckName = z.infer<typeof checkNameSchema>

/** What the profile for JWT access tokens wants, one by one. @see RFC 9068 §2 */
export const profileNameSchema = z.enum(['typ', 'alg', 'iss', 'exp', 'aud', 'sub', 'client_id', 'iat', 'jti', 'scope'])
export type ProfileName = z.infer<typeof profileNameSchema>

/** How a check ended. `reason` is a code for `wording/checks.ts`, `evidence` what was compared. */
const judged = {
  result: z.enum(['passed', 'failed', 'noted', 'not_possible']),
  reason: checkReasonSchema,
  evidence: z.record(z.string(), z.string()),
}

export const checkSchema = z.strictObject({ name: checkNameSchema, ...judged })
export type Check = z.infer<typeof checkSchema>

export const profileCheckSchema = z.strictObject({ name: profileNameSchema, ...judged })
export type ProfileCheck = z.infer<typeof profileCheckSchema>

const typedKey = z
  .string()
  .min(1)
  .max(1 << 20)

/**
 * What to verify with. A token never names it by itself: `jku`, `x5u`, `x5c` and `jwk` of its header are not followed.
 * `jwks` is the key set of the environment, `url` one whose address the person agreed to, `key` a typed JWKS, JWK, PEM or
 * certificate, `secret` a typed shared secret, `client_secret` that of the environment.
 */
export const keySourceSchema = z.discriminatedUnion('kind', [
  /** `fresh` asks past what is kept in memory. */
  z.strictObject({ kind: z.literal('jwks'), fresh: z.boolean() }),
  z.strictObject({ kind: z.literal('url'), url: z.string().min(1).max(2048), fresh: z.boolean() }),
  z.strictObject({ kind: z.literal('key'), text: typedKey }),
  z.strictObject({
    kind: z.literal('secret'),
    text: typedKey,
    encoding: z.enum(['utf-8', 'base64url', 'hex']),
  }),
  z.strictObject({ kind: z.literal('client_secret') }),
])
export type KeySource = z.infer<typeof keySourceSchema>

export const pastedTokenSchema = z
  .string()
  .min(1)
  .max(4 << 20)

/** A token: the one that an environment holds, the one that it held before, or a pasted one. */
export const tokenReferenceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('held'), environmentId: environmentIdSchema }),
  z.strictObject({ kind: z.literal('previous'), environmentId: environmentIdSchema }),
  z.strictObject({
    kind: z.literal('pasted'),
    token: pastedTokenSchema,
  }),
])
export type TokenReference = z.infer<typeof tokenReferenceSchema>

/** The keys that were used; with `fetchedAt` null and `url` given, none came. Times are milliseconds since 1970. */
export const keysUsedSchema = z.strictObject({
  source: z.enum(['jwks', 'url', 'key', 'secret', 'client_secret']),
  /** Where they were fetched, or null. */
  url: z.string().nullable(),
  fetchedAt: z.number().nullable(),
  /** `refetched`: fetched once more because none of those kept fitted; `cooling_down`: that was done a moment ago. */
  fetch: z.enum(['none', 'cached', 'fetched', 'refetched', 'cooling_down']),
  count: z.number().int(),
})
export type KeysUsed = z.infer<typeof keysUsedSchema>

/**
 * What was checked of a token, and how it ended. Only authenticity decides the verdict: an expired token can be genuine.
 * `other_issuer`: the issuer is not the configured one, and nothing else speaks against the token.
 */
export const verificationSchema = z.strictObject({
  verdict: z.enum(['genuine', 'other_issuer', 'not_genuine', 'undetermined']),
  checks: z.array(checkSchema).readonly(),
  profile: z.array(profileCheckSchema).readonly(),
  keys: keysUsedSchema.nullable(),
  /** What is wrong with the keys themselves. */
  findings: z.array(findingSchema).readonly(),
  /** By this computer's clock, in milliseconds since 1970. */
  checkedAt: z.number(),
  /** The exchange that fetched the keys, when one was made. */
  exchangeId: z.string().nullable(),
})
export type Verification = z.infer<typeof verificationSchema>

const notSent = z.strictObject({ kind: z.literal('not_sent'), problems: z.array(fieldProblemSchema).readonly() })

export const verificationOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('verified'), verification: verificationSchema }),
  notSent,
])
export type VerificationOutcome = z.infer<typeof verificationOutcomeSchema>

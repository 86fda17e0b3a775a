import { z } from 'zod'
import { transportFailureSchema } from './exchange.ts'
import { findingSchema } from './finding.ts'
import { fieldProblemSchema } from './problem.ts'

/** What a step found, or why there was nothing to do, as it is shown in a few words. */
export const connectionFactSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('address'), address: z.string() }),
  /** The proxy looks the name up. */
  z.strictObject({ kind: z.literal('by_proxy') }),
  /** `proxy` is a URL without credentials, or null; the port is then the proxy's. */
  z.strictObject({ kind: z.literal('port'), port: z.number(), proxy: z.string().nullable() }),
  /**
   * `validTo` is the end of the server's certificate in milliseconds since 1970; `accepted`: by its fingerprint alone;
   * `presented`: the client showed its own certificate.
   */
  z.strictObject({
    kind: z.literal('tls'),
    protocol: z.string().nullable(),
    validTo: z.number().nullable(),
    accepted: z.boolean(),
    presented: z.boolean(),
  }),
  /** Plain http. */
  z.strictObject({ kind: z.literal('not_encrypted') }),
  /** Its issuer is the one asked for, else it would have failed. */
  z.strictObject({ kind: z.literal('metadata'), fields: z.number() }),
  z.strictObject({ kind: z.literal('not_published') }),
  z.strictObject({ kind: z.literal('no_issuer') }),
  z.strictObject({ kind: z.literal('keys'), keys: z.number(), algorithms: z.array(z.string()).readonly() }),
  z.strictObject({ kind: z.literal('no_jwks_uri') }),
  z.strictObject({ kind: z.literal('status'), status: z.number() }),
])
export type ConnectionFact = z.infer<typeof connectionFactSchema>

export const connectionStepSchema = z.strictObject({
  /** `token_host`: the server of the token endpoint, where it is another one than that of the other steps. */
  name: z.enum(['dns', 'tcp', 'proxy', 'tls', 'metadata', 'key_set', 'token_host']),
  /** `none`: there was nothing to do, or the server publishes no such document; a normal case. */
  result: z.enum(['passed', 'failed', 'not_tried', 'none']),
  /** Milliseconds; null when nothing was done for it (an address needs no DNS). */
  ms: z.number().nullable(),
  fact: connectionFactSchema.nullable(),
  failure: transportFailureSchema.nullable(),
  findings: z.array(findingSchema).readonly(),
  /** The exchange that shows it, or null. */
  exchangeId: z.string().nullable(),
})
export type ConnectionStep = z.infer<typeof connectionStepSchema>

/** Whether the server can be reached and publishes what is needed. Neither secret nor token was sent. */
export const connectionTestSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('tested'),
    /** Milliseconds that its requests took together. */
    ms: z.number(),
    steps: z.array(connectionStepSchema).readonly(),
  }),
  z.strictObject({ kind: z.literal('not_sent'), problems: z.array(fieldProblemSchema).readonly() }),
])
export type ConnectionTest = z.infer<typeof connectionTestSchema>

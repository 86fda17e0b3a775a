import { z } from 'zod'
import { transportFailureSchema } from './exchange.ts'
import { findingSchema } from './finding.ts'
import { fieldProblemSchema } from './problem.ts'

/** What a step found, as it is shown in a few words. */
export const connectionFactSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('address'), address: z.string() }),
  /** `proxy` is a URL without credentials, or null; the port is then the proxy's. */
  z.strictObject({ kind: z.literal('port'), port: z.number(), proxy: z.string().nullable() }),
  /** `validTo` is the end of the server's certificate in milliseconds since 1970; `accepted`: by its fingerprint alone. */
  z.strictObject({
    kind: z.literal('tls'),
    protocol: z.string().nullable(),
    validTo: z.number().nullable(),
    accepted: z.boolean(),
  }),
  /** Its issuer is the one asked for, else it would have failed. */
  z.strictObject({ kind: z.literal('metadata'), fields: z.number() }),
  z.strictObject({ kind: z.literal('not_published') }),
  z.strictObject({ kind: z.literal('keys'), keys: z.number(), algorithms: z.array(z.string()).readonly() }),
  z.strictObject({ kind: z.literal('status'), status: z.number() }),
])
export type ConnectionFact = z.infer<typeof connectionFactSchema>

export const connectionStepSchema = z.strictObject({
  name: z.enum(['dns', 'tcp', 'proxy', 'tls', 'metadata', 'key_set', 'answer']),
  /** `none`: the server publishes no such document, which is a normal case. */
  result: z.enum(['passed', 'failed', 'not_run', 'none']),
  /** Milliseconds; null when nothing was done for it (an address needs no DNS). */
  ms: z.number().nullable(),
  fact: connectionFactSchema.nullable(),
  failure: transportFailureSchema.nullable(),
  findings: z.array(findingSchema).readonly(),
})
export type ConnectionStep = z.infer<typeof connectionStepSchema>

/** Whether the server can be reached and publishes what is needed. No credentials were sent. */
export const connectionTestSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tested'), host: z.string(), steps: z.array(connectionStepSchema).readonly() }),
  z.strictObject({ kind: z.literal('not_sent'), problems: z.array(fieldProblemSchema).readonly() }),
])
export type ConnectionTest = z.infer<typeof connectionTestSchema>

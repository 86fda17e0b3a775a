import { z } from 'zod'
import { diagnosisChecks } from '../../electron/contract/diagnosis.ts'
import { findingCodeSchema } from '../../electron/contract/finding.ts'
import { failureCodeSchema, phaseSchema, purposeSchema } from '../../electron/contract/exchange.ts'

const headers = z.array(z.tuple([z.string(), z.string()]))

/** What the app may know beside request and answer. Everything may be left out. */
const factsSchema = z.strictObject({
  /** Members of an environment that matter. */
  settings: z.record(z.string(), z.unknown()).optional(),
  storedSecret: z.string().optional(),
  secretSetAt: z.string().optional(),
  /** Where it is not the one in the request's Authorization header: the token that the request was about. */
  token: z.string().optional(),
  tokenType: z.string().optional(),
  scopeGranted: z.string().optional(),
  issuedAt: z.string().optional(),
  expiresAt: z.string().optional(),
  revokedAt: z.string().optional(),
  metadata: z.record(z.string(), z.unknown()).optional(),
  keyIds: z.array(z.string()).optional(),
  certificateEnds: z.string().optional(),
  proxy: z.string().optional(),
  /** The client certificate that was presented. */
  presented: z.string().optional(),
  chain: z.array(z.strictObject({ subject: z.string(), issuer: z.string() })).optional(),
  earlier: z
    .strictObject({
      workedAt: z.string().nullable(),
      changed: z.array(z.string()),
      inLastMinute: z.number(),
      refusedInARow: z.number(),
      triedOtherEncoding: z.boolean().optional(),
      credentialsWorkedAt: z.string().nullable().optional(),
    })
    .optional(),
})

/** One exchange whose cause is known: that of a real server, or one that follows its documentation. Dates are ISO 8601. */
export const recordSchema = z.strictObject({
  /** What happened, in a few words. */
  name: z.string(),
  /** `recorded: <server>` for an exchange with a server that was made to fail so, `documented: <source>` for any other. */
  from: z.string().regex(/^(?:recorded|documented): ./),
  step: purposeSchema,
  request: z.strictObject({ method: z.string(), url: z.string(), headers, body: z.string().nullable() }),
  response: z.strictObject({ status: z.number(), headers, body: z.string() }).nullable(),
  failure: z
    .strictObject({
      code: failureCodeSchema,
      phase: phaseSchema,
      nodeCode: z.string().nullable(),
      evidence: z.record(z.string(), z.string()).optional(),
    })
    .optional(),
  facts: factsSchema.optional(),
  now: z.string().optional(),
  /** The code of the first finding; null for an exchange that is healthy. */
  cause: findingCodeSchema.nullable(),
  /** Codes that are right as well. */
  also: z.array(findingCodeSchema).optional(),
  /** What a check must give beside. */
  checked: z.partialRecord(z.enum(diagnosisChecks), z.enum(['found', 'ruled_out', 'not_known'])).optional(),
})
export type DiagnosisRecord = z.infer<typeof recordSchema>
export type RecordFacts = z.infer<typeof factsSchema>

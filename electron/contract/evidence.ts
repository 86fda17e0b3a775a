import { z } from 'zod'
import { introspectionOutcomeSchema } from './outcome.ts'
import { environmentIdSchema } from './environment.ts'
import { flowChoiceSchema } from './flow.ts'
import { tokenReferenceSchema, verificationSchema } from './verification.ts'

export const evidenceFormatSchema = z.enum(['markdown', 'html'])
export type EvidenceFormat = z.infer<typeof evidenceFormatSchema>

/** What goes into a summary for a ticket. The token itself never does, nor any secret. */
export const evidenceInputSchema = z.strictObject({
  token: tokenReferenceSchema,
  /** The environment that it is judged by, or null. */
  environmentId: environmentIdSchema.nullable(),
  format: evidenceFormatSchema,
  /** What the window shows of it, or null where nothing was checked or asked. */
  verification: verificationSchema.nullable(),
  introspection: introspectionOutcomeSchema.nullable(),
})
export type EvidenceInput = z.infer<typeof evidenceInputSchema>

/** What goes into a summary of a flow: of a run, or before one of what would happen. */
export const flowEvidenceInputSchema = z.strictObject({
  choice: flowChoiceSchema.omit({ from: true }),
  /** The run; null before one. */
  runId: z.string().max(64).nullable(),
  format: evidenceFormatSchema,
})
export type FlowEvidenceInput = z.infer<typeof flowEvidenceInputSchema>

/** What goes into a summary of one exchange of the history: as it is recorded, masked, without its note. */
export const exchangeEvidenceInputSchema = z.strictObject({
  exchangeId: z.string().min(1).max(64),
  format: evidenceFormatSchema,
})
export type ExchangeEvidenceInput = z.infer<typeof exchangeEvidenceInputSchema>

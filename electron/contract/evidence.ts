import { z } from 'zod'
import { introspectionOutcomeSchema } from './outcome.ts'
import { environmentIdSchema } from './environment.ts'
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

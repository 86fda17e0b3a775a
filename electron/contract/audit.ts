import { z } from 'zod'
import { auditKinds } from '../vocabulary/audit.ts'
import { environmentIdSchema } from './environment.ts'
import { systemFailureSchema } from './workspace-fault.ts'

/** Something that was done, as it is recorded. */
export const auditEventSchema = z.strictObject({
  id: z.string(),
  /** Milliseconds since 1970. */
  at: z.number(),
  kind: z.enum(auditKinds),
  environmentId: environmentIdSchema.nullable(),
  /** What it was about, by name, as plain text; never a secret. */
  detail: z.record(z.string(), z.string()),
})
export type AuditEvent = z.infer<typeof auditEventSchema>

/** An event at its place in the trail. */
export const auditEntrySchema = auditEventSchema.extend({
  /** From 1, without gaps. */
  number: z.number().int(),
  /** The name that the environment has, or had; empty for none. */
  environmentName: z.string(),
  /** Whether it is part of the sealed chain: the first entries of a workspace without a key are not, until there is one. */
  isSealed: z.boolean(),
})
export type AuditEntry = z.infer<typeof auditEntrySchema>

export const auditFilterSchema = z.strictObject({
  text: z.string().max(500),
  kinds: z.array(z.enum(auditKinds)).readonly(),
  environmentIds: z.array(environmentIdSchema).max(1000).readonly(),
  /** Milliseconds since 1970; `from` is included, `to` is not. */
  from: z.number().nullable(),
  to: z.number().nullable(),
})
export type AuditFilter = z.infer<typeof auditFilterSchema>

/** A page of the trail, newest first. `found` counts all that match. */
export const auditPageSchema = z.strictObject({
  entries: z.array(auditEntrySchema).readonly(),
  found: z.number().int(),
})
export type AuditPage = z.infer<typeof auditPageSchema>

/** What is wrong with the first entry at which the chain breaks, by its number. */
const auditBreakSchema = z.discriminatedUnion('kind', [
  /** Its content is not what was sealed. */
  z.strictObject({ kind: z.literal('altered'), number: z.number().int() }),
  /** `count` entries are missing from this number on. */
  z.strictObject({ kind: z.literal('removed'), number: z.number().int(), count: z.number().int() }),
  /** An entry that was never sealed lies between two that were. */
  z.strictObject({ kind: z.literal('added'), number: z.number().int() }),
  /** The entry of another place lies here. */
  z.strictObject({ kind: z.literal('swapped'), number: z.number().int(), with: z.number().int() }),
  /** The sealed head is missing, or is not ours: entries at the end may be missing as well. */
  z.strictObject({ kind: z.literal('head'), number: z.number().int() }),
])
export type AuditBreak = z.infer<typeof auditBreakSchema>

export const auditVerificationSchema = z.discriminatedUnion('kind', [
  /**
   * `unsealed` counts the entries that no key has sealed yet. Entries up to `asFound` were there before their key was made, and were
   * sealed as they were found; 0 for none.
   */
  z.strictObject({
    kind: z.literal('intact'),
    entries: z.number().int(),
    from: z.number().int(),
    unsealed: z.number().int(),
    asFound: z.number().int(),
    ms: z.number(),
  }),
  z.strictObject({ kind: z.literal('broken'), entries: z.number().int(), break: auditBreakSchema }),
  /** There is no key: secret storage is not set up, so that nothing is sealed. */
  z.strictObject({ kind: z.literal('not_sealed'), entries: z.number().int() }),
  /** There is a key, and it cannot be read now. */
  z.strictObject({ kind: z.literal('locked'), entries: z.number().int() }),
  z.strictObject({ kind: z.literal('failed'), failure: systemFailureSchema }),
])
export type AuditVerification = z.infer<typeof auditVerificationSchema>

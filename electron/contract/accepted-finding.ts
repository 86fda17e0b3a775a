import { z } from 'zod'
import { acceptanceLimits } from '../vocabulary/review.ts'

/** `reason` is a person's: “known, because …”. `on` is the day, as `2026-11-30`. It is shared with the environment's file. */
export const acceptedFindingSchema = z.strictObject({
  /** A code of a review; one that this version does not know is kept. */
  code: z.string().regex(/^[a-z0-9_]{1,64}$/, 'A code has small letters, digits and _.'),
  reason: z
    .string()
    .trim()
    .min(1, 'Say why it is accepted.')
    .max(acceptanceLimits.reasonMaximum, `At most ${acceptanceLimits.reasonMaximum} characters.`),
  on: z.string().regex(/^\d{4}-\d\d-\d\d$/, 'A date such as 2026-11-30.'),
})
export type AcceptedFinding = z.infer<typeof acceptedFindingSchema>

/** Each code once. */
export const acceptedFindingsSchema = z
  .array(acceptedFindingSchema)
  .max(acceptanceLimits.most, `At most ${acceptanceLimits.most} accepted findings.`)
  .refine((accepted) => new Set(accepted.map(({ code }) => code)).size === accepted.length, 'A code is there twice.')

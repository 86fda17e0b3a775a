import { z } from 'zod'

/** A member of a JSON object, its value as the exact source text: no digit is lost, duplicates stay separate. */
export const memberSchema = z.strictObject({
  name: z.string(),
  /** Source text of the value, for example `12345678901234567890` or `"api:read"`. */
  source: z.string(),
  /** True when the object has this name more than once. */
  duplicate: z.boolean(),
  /** JSON Pointers, within the value, of names that occur there more than once. @see RFC 6901 */
  duplicatesWithin: z.array(z.string()).readonly().exactOptional(),
})
export type Member = z.infer<typeof memberSchema>

/** A JSON object as sent: `source` is the exact text, `members` its top level in order. */
export const jsonObjectSchema = z.strictObject({ source: z.string(), members: z.array(memberSchema).readonly() })
export type JsonObject = z.infer<typeof jsonObjectSchema>

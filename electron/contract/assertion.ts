import { z } from 'zod'
import {
  assertedStatusRule,
  assertedValueRule,
  assertionTests,
  jsonPointerRule,
  schemaRule,
} from '../vocabulary/assertion-rules.ts'
import { headerNameRule } from '../vocabulary/environment-rules.ts'
import { text } from './text.ts'

const pointer = text(jsonPointerRule)
const test = z.enum(assertionTests)
/** What it should equal or contain; empty for `exists`. In JSON and claims it is JSON, or else a plain text. */
const value = text(assertedValueRule)

/** What should be true of an answer, and of the token that was used. Latency is shown and never asserted. */
export const assertionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('status'), expected: text(assertedStatusRule) }),
  z.strictObject({ kind: z.literal('header'), name: text(headerNameRule), test, value }),
  /** A place in the JSON of the answer. @see RFC 6901 */
  z.strictObject({ kind: z.literal('json'), pointer, test, value }),
  /** The JSON at that place matches a JSON Schema; references lead nowhere outside of it. */
  z.strictObject({ kind: z.literal('schema'), pointer, schema: text(schemaRule) }),
  /** A claim of the access token that the call carried. */
  z.strictObject({ kind: z.literal('claim'), pointer, test, value }),
])
export type Assertion = z.infer<typeof assertionSchema>

/** Why an assertion failed, or could not be checked. */
export const assertionReasonSchema = z.enum([
  'status_differs',
  'header_missing',
  'value_differs',
  'value_lacks',
  'place_missing',
  'place_twice',
  'schema_violated',
  'not_json',
  'body_incomplete',
  'schema_invalid',
  'schema_reference',
  'too_slow',
  'no_token',
  'token_opaque',
])
export type AssertionReason = z.infer<typeof assertionReasonSchema>

/** How one assertion came out; in the order of the assertions. */
export const assertionResultSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('passed') }),
  z.strictObject({
    state: z.enum(['failed', 'not_checked']),
    reason: assertionReasonSchema,
    /** What was there instead, shortened; null where nothing was. */
    actual: z.string().nullable(),
    /** The place in the JSON of the answer that it is about, where there is one. @see RFC 6901 */
    pointer: z.string().nullable(),
    /** What of a schema was violated, such as `type: "string"`, or where it leads; null for other kinds. */
    rule: z.string().nullable(),
  }),
])
export type AssertionResult = z.infer<typeof assertionResultSchema>

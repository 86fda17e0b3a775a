import { z } from 'zod'

/** What differs at one place; null where it is on the other side only. */
const sides = { left: z.string().nullable(), right: z.string().nullable() }

/** `pointer` is that of RFC 6901; the values are as they are in the text, cut when they are long. */
export const jsonDifferenceSchema = z.strictObject({ pointer: z.string(), ...sides })
export type JsonDifference = z.infer<typeof jsonDifferenceSchema>

/** Lines are counted from 1. */
export const lineDifferenceSchema = z.strictObject({
  leftLine: z.number().int().nullable(),
  rightLine: z.number().int().nullable(),
  ...sides,
})
export type LineDifference = z.infer<typeof lineDifferenceSchema>

/** `isOfEach` is true for a field that every answer has its own of, such as Date. */
export const headerDifferenceSchema = z.strictObject({ name: z.string(), isOfEach: z.boolean(), ...sides })
export type HeaderDifference = z.infer<typeof headerDifferenceSchema>

/** Two answers of one call. `more` counts the differences that are not listed. */
export const answerComparisonSchema = z.strictObject({
  status: z.strictObject({ left: z.number().nullable(), right: z.number().nullable() }),
  headers: z.array(headerDifferenceSchema).readonly(),
  body: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('same') }),
    /** By meaning: numbers by their value, members in any order, items by their index. */
    z.strictObject({ kind: z.literal('json'), rows: z.array(jsonDifferenceSchema).readonly(), more: z.number().int() }),
    z.strictObject({ kind: z.literal('text'), rows: z.array(lineDifferenceSchema).readonly(), more: z.number().int() }),
    /** Bytes that are no text. */
    z.strictObject({ kind: z.literal('bytes'), leftBytes: z.number().int(), rightBytes: z.number().int() }),
  ]),
  /** True where only the beginning of a body was compared, for no more of it is stored. */
  isPartial: z.boolean(),
})
export type AnswerComparison = z.infer<typeof answerComparisonSchema>

import { z } from 'zod'
import { environmentIdSchema } from './environment.ts'
import { tokenReferenceSchema } from './verification.ts'

/**
 * One name on both sides, as source text; null where it is missing. `equivalent` is written differently and means the same:
 * times at the same distance from `iat`, sets in another order, a list of one and the thing itself.
 */
export const comparisonRowSchema = z.strictObject({
  name: z.string(),
  change: z.enum(['same', 'equivalent', 'changed', 'added', 'removed']),
  left: z.string().nullable(),
  right: z.string().nullable(),
  /** What the sides mean, when they are compared as something else than text. */
  meaning: z
    .discriminatedUnion('kind', [
      /** Seconds after `iat`, of each side; null where that is not known. */
      z.strictObject({ kind: z.literal('after_issue'), left: z.number().nullable(), right: z.number().nullable() }),
      /** Seconds by which the right one is later. */
      z.strictObject({ kind: z.literal('later'), seconds: z.number() }),
      /** A set of words or values: those on one side only. */
      z.strictObject({ kind: z.literal('set'), onlyLeft: z.array(z.string()), onlyRight: z.array(z.string()) }),
    ])
    .nullable(),
})
export type ComparisonRow = z.infer<typeof comparisonRowSchema>

/** A side: a token, or what an environment asks for. */
export const comparisonSideSchema = z.discriminatedUnion('kind', [
  ...tokenReferenceSchema.options,
  z.strictObject({ kind: z.literal('asked'), environmentId: environmentIdSchema }),
])
export type ComparisonSide = z.infer<typeof comparisonSideSchema>

/** Why a side has nothing to compare: the kind of token that it is, or that there is none. */
export const incomparableSchema = z.enum(['missing', 'empty', 'opaque', 'jwe', 'malformed', 'signed_content', 'paseto'])
export type Incomparable = z.infer<typeof incomparableSchema>

export const comparisonSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('compared'),
    /** Of what: the header, the claims, or the token response where a token cannot be read. */
    parts: z
      .array(
        z.strictObject({
          name: z.enum(['header', 'claims', 'response']),
          rows: z.array(comparisonRowSchema).readonly(),
        }),
      )
      .readonly(),
  }),
  z.strictObject({ kind: z.literal('not_comparable'), side: z.enum(['left', 'right']), reason: incomparableSchema }),
])
export type Comparison = z.infer<typeof comparisonSchema>

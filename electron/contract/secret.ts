import { z } from 'zod'
import { heldSecrets, originBoundNames, secretNames } from '../vocabulary/secret-names.ts'
import { secretSourceSchema } from './secret-source.ts'

/**
 * Every secret of an environment, by the name of its field. The window can set one and not read it back, except by a
 * reveal that a person asks for and that is recorded.
 */
export const secretNameSchema = z.enum(secretNames)
export type SecretName = z.infer<typeof secretNameSchema>

export const originBoundSchema = z.enum(originBoundNames)
export type OriginBound = z.infer<typeof originBoundSchema>

export const secretValueSchema = z.string().max(100_000)

/** Where each secret comes from; one that is not named is stored. */
export const secretSourcesSchema = z
  .partialRecord(secretNameSchema, secretSourceSchema)
  .refine(
    (sources) => [...heldSecrets].every((name) => /^(?:stored|session)$/.test(sources[name]?.kind ?? 'stored')),
    'This secret is stored or of the session; it cannot come from another source.',
  )
export type SecretSources = z.infer<typeof secretSourcesSchema>

/**
 * Where a secret is: nowhere, encrypted in the workspace, in memory until the app ends, or with its source, which is asked
 * when it is needed. `setAt` is when a stored one was set, in milliseconds since 1970. `replacing` is true while a new
 * value waits to prove itself and the old one is kept.
 */
export const secretStateSchema = z.strictObject({
  kind: z.enum(['none', 'stored', 'session', 'source']),
  setAt: z.number().nullable(),
  replacing: z.boolean(),
})
export type SecretState = z.infer<typeof secretStateSchema>

/** The state of each secret. */
export const secretStatesSchema = z.record(secretNameSchema, secretStateSchema)
export type SecretStates = z.infer<typeof secretStatesSchema>

/** Secrets that are typed and not set yet. */
export const typedSecretsSchema = z.partialRecord(secretNameSchema, secretValueSchema)
export type TypedSecrets = z.infer<typeof typedSecretsSchema>

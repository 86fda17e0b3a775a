import { z } from 'zod'
import { environmentIdSchema } from '../environment.ts'
import { typedSecretsSchema } from '../secret.ts'

export const nothing = z.undefined()

export const ofEnvironment = z.strictObject({ environmentId: environmentIdSchema })

export const id = z.string().min(1).max(64)

/** An environment as its form shows it, with the secrets that are typed; `environmentId` is null for a new one. */
export const unsaved = z.strictObject({ environmentId: environmentIdSchema.nullable(), secrets: typedSecretsSchema })

import { z } from 'zod'
import {
  environmentIdSchema,
  environmentInputSchema,
  environmentSchema,
  environmentSummarySchema,
} from '../environment.ts'
import { fingerprint256Schema } from '../network-policy.ts'
import { acceptOutcomeSchema, saveEnvironmentOutcomeSchema } from '../outcome.ts'
import { secretNameSchema, typedSecretsSchema } from '../secret.ts'
import { nothing, ofEnvironment, id } from './inputs.ts'

/** Environments: their list, saving, deleting, and what they accept. */
export const environmentCalls = {
  /** Built-in ones first. */
  listEnvironments: { input: nothing, output: z.array(environmentSummarySchema) },
  /** Null when it is gone. */
  getEnvironment: { input: ofEnvironment, output: environmentSchema.nullable() },
  /** Of these environments, without those that are gone. */
  listSecretStates: {
    input: z.strictObject({ environmentIds: z.array(environmentIdSchema).max(10_000) }),
    output: z.array(
      environmentSchema
        .pick({ id: true, secrets: true })
        /** Those without which the client cannot authenticate. */
        .extend({ missing: z.array(secretNameSchema) }),
    ),
  },
  /**
   * Saves an environment, a new one when `id` is null, and the secrets that are typed: all of it in one transaction. A secret
   * is stored, or kept for the session, as its source says, and may then be sent to the origins that the environment names
   * now. Of those in `keepOld`, a stored one is kept until the new one has obtained a token.
   */
  saveEnvironment: {
    input: z.strictObject({
      id: environmentIdSchema.nullable(),
      value: environmentInputSchema,
      secrets: typedSecretsSchema,
      keepOld: z.array(secretNameSchema).readonly(),
    }),
    output: saveEnvironmentOutcomeSchema,
  },
  /** False when it is built in or gone already. */
  deleteEnvironment: { input: ofEnvironment, output: z.boolean() },
  /** Undo of `deleteEnvironment`, at its old place, with its saved calls and secret. */
  restoreEnvironment: { input: ofEnvironment, output: environmentSchema.nullable() },
  /**
   * Moves an environment within the list: into this folder, and there before another one, or behind all when `before` is null.
   * False when either is gone or built in.
   */
  moveEnvironment: {
    input: ofEnvironment.extend({
      folder: environmentInputSchema.shape.folder,
      before: environmentIdSchema.nullable(),
    }),
    output: z.boolean(),
  },
  duplicateEnvironment: { input: ofEnvironment, output: environmentSchema.nullable() },
  /** Has an environment accept the server certificate of one of its exchanges from now on, though it is not trusted. */
  acceptCertificate: {
    input: ofEnvironment.extend({ exchangeId: id, fingerprint: fingerprint256Schema }),
    output: acceptOutcomeSchema,
  },
  /** Undo of `acceptCertificate`, while the app runs. False when something else was accepted since. */
  undoAcceptCertificate: { input: ofEnvironment, output: z.boolean() },
}

import { z } from 'zod'
import { mostImported } from '../vocabulary/import-formats.ts'
import { variableNameRule, variableValueRule } from '../vocabulary/variable-rules.ts'
import { authMethodSchema } from './client-authentication.ts'
import { environmentIdSchema, stageSchema } from './environment.ts'
import { secretNameSchema } from './secret.ts'
import { text } from './text.ts'

const importedId = z.string().max(200)

/** As it is typed: what breaks a rule is answered at its field. */
const typed = z.string().max(100_000)

/** Settings of an environment that a person changes before it is imported; the others stay as the file has them. */
export const editedSettingsSchema = z
  .strictObject({
    name: typed,
    stage: stageSchema,
    issuer: typed,
    token_endpoint: typed,
    client_id: typed,
    token_endpoint_auth_method: authMethodSchema,
    scope: typed,
    audience: typed,
  })
  .partial()
export type EditedSettings = z.infer<typeof editedSettingsSchema>
export const editedSettingSchema = editedSettingsSchema.keyof()
export type EditedSetting = z.infer<typeof editedSettingSchema>

/** A secret of a file: one of an environment's own, or a secret variable by its name. */
export const importedSecretSchema = z.strictObject({
  environmentId: importedId,
  name: secretNameSchema,
  /** Of the secret variable; empty for every other secret. */
  variable: z.string().max(200),
})
export type ImportedSecret = z.infer<typeof importedSecretSchema>

/** What a person changes of an import before it is applied. Ids are those of the preview. */
export const importEditsSchema = z.strictObject({
  /** Environments that are not taken. */
  environmentsLeftOut: z.array(importedId).max(10_000).readonly(),
  /** Calls that are not taken; one that several environments share has one id. */
  callsLeftOut: z
    .array(importedId)
    .max(10_000 * mostImported.calls)
    .readonly(),
  /** Secrets that are not stored; they are still needed afterwards. */
  secretsLeftOut: z.array(importedSecretSchema).max(100_000).readonly(),
  settings: z.record(importedId, editedSettingsSchema),
  /** Values of variables that the file has none for, or others than it has. */
  variables: z.record(text(variableNameRule), text(variableValueRule)),
  /** Where calls without an environment go: into one that is here; null makes a new one, to be set up. */
  targets: z.record(importedId, environmentIdSchema.nullable()),
})
export type ImportEdits = z.infer<typeof importEditsSchema>

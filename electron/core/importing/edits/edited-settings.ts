import { editedSettingSchema, type EditedSettings } from '../../../contract/import-edits.ts'
import { type EnvironmentInput, environmentInputSchema } from '../../../contract/environment.ts'
import type { ImportItem } from '../../../contract/sharing.ts'
import type { ReadEnvironment } from '../read-environments.ts'
import { filledSettings } from './open-settings.ts'
import { messageOf, type SettingFault } from './setting-fault.ts'

/** An environment with the settings that a person changed; what breaks a rule is said, and left as it was. */
export function withSettings(
  read: ReadEnvironment,
  typed: EditedSettings,
  values: ReadonlyMap<string, string>,
): { read: ReadEnvironment; faults: readonly SettingFault[] } {
  const fields = editedSettingSchema.options.filter((field) => typed[field] !== undefined)
  const filled = filledSettings(read, new Set<string>(fields), values)
  const { faults } = filled
  let { value } = filled
  for (const field of fields) {
    const changed = environmentInputSchema.safeParse({ ...value, [field]: typed[field] })
    if (changed.success) value = changed.data
    else faults.push({ field, message: messageOf(changed.error.issues, field) })
  }
  return { read: { ...read, value, open: filled.open }, faults }
}

/** What is shown for an environment: what was typed, right or wrong. */
export function shownSettings(value: EnvironmentInput, typed: EditedSettings): ImportItem['settings'] {
  return {
    name: typed.name ?? value.name,
    stage: typed.stage ?? value.stage,
    issuer: typed.issuer ?? value.issuer,
    token_endpoint: typed.token_endpoint ?? value.token_endpoint,
    client_id: typed.client_id ?? value.client_id,
    token_endpoint_auth_method: typed.token_endpoint_auth_method ?? value.token_endpoint_auth_method,
    scope: typed.scope ?? value.scope,
    audience: typed.audience ?? value.audience,
  }
}

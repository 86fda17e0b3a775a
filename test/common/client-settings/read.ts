import type { ClientSettings, SettingsFields } from '../../../electron/common/client-settings/client-settings.ts'
import { readClientSettings } from '../../../electron/common/client-settings/read-client-settings.ts'
import type { TypedSecrets } from '../../../electron/contract/secret.ts'

/** What is read of a text; an error when nothing is. */
export function settingsIn(text: string): ClientSettings {
  const outcome = readClientSettings(text)
  if (outcome.kind !== 'read') throw new Error(`Nothing was read: ${outcome.kind}`)
  return outcome.settings
}

/** The names of a note. */
export const noted = ({ notes }: ClientSettings, code: string): readonly string[] =>
  notes.find((note) => note.code === code)?.names ?? []

export interface Example {
  text: string
  fields: SettingsFields
  secrets?: TypedSecrets
  provider?: string
}

import type { EnvironmentInput, Provider } from '../../contract/environment.ts'
import type { NetworkPolicy } from '../../contract/network-policy.ts'
import type { TypedSecrets } from '../../contract/secret.ts'
import type { settingsNoteCodes } from '../../vocabulary/settings-note-codes.ts'

/** What settings are read from, by what it is. */
export type SettingsFormat = 'curl' | 'dotenv' | 'keycloak_adapter' | 'service_key' | 'json'

/** Settings of an environment; what a text says nothing of is left out. */
export type SettingsFields = Partial<
  Pick<
    EnvironmentInput,
    | 'name'
    | 'issuer'
    | 'token_endpoint'
    | 'introspection_endpoint'
    | 'revocation_endpoint'
    | 'jwks_uri'
    | 'client_id'
    | 'token_endpoint_auth_method'
    | 'basicEncoding'
    | 'scope'
    | 'audience'
    | 'resource'
    | 'parameters'
    | 'headers'
    | 'tokenBodyFormat'
  >
> & {
  aliases?: Partial<EnvironmentInput['mtls_endpoint_aliases']>
  assertion?: Partial<Pick<EnvironmentInput['assertion'], 'alg' | 'kid' | 'keyFile'>>
  proxy?: Partial<NetworkPolicy['proxy']>
  caFile?: string
  clientCertificate?: Partial<NetworkPolicy['clientCertificate']>
}

/** What a person should know before the settings are used; its sentence is in `wording/client-settings.ts`. */
export interface SettingsNote {
  code: NoteCode
  /** Of options, variables, members, headers or files; never a value that may be secret. */
  names: readonly string[]
}

export type NoteCode = (typeof settingsNoteCodes)[number]

/** A preset that fits, with what fills its placeholders. */
export interface KnownProvider {
  id: Provider
  placeholders: Readonly<Record<string, string>>
}

/** What a reader of one format found. */
export interface ReadSettings {
  fields: SettingsFields
  /** As typed: they are shown nowhere, and go into the fields of these secrets. */
  secrets: TypedSecrets
  provider: KnownProvider | null
  notes: readonly SettingsNote[]
}

export interface ClientSettings extends ReadSettings {
  format: SettingsFormat
}

/** A note for each code that has names. */
export const notesOf = (named: Partial<Record<NoteCode, readonly string[]>>): SettingsNote[] =>
  Object.entries(named).flatMap(([code, names]) =>
    isNoteCode(code, named) && names.length > 0 ? [{ code, names: [...new Set(names)] }] : [],
  )

const isNoteCode = (code: string, named: Partial<Record<NoteCode, unknown>>): code is NoteCode =>
  Object.hasOwn(named, code)

import type { ApiBody, ApiHeader, QueryParameter } from '../../../contract/api-call.ts'
import type { Assertion } from '../../../contract/assertion.ts'
import type { ImportFact, ImportNote, ImportPlace } from '../../../contract/import-note.ts'
import type { TypedSecrets } from '../../../contract/secret.ts'
import type { ImportSource } from '../../../contract/sharing.ts'
import type { KnownProvider, ReadSettings, SettingsFields } from '../../../common/client-settings/client-settings.ts'

/**
 * What a file of another tool says, before variables are resolved and anything is judged. Every text may hold `{{name}}`: an
 * importer writes the variables of its tool that way, and resolves none. Nothing here is checked yet against the rules of this app.
 */
export interface ImportDraft {
  format: ImportSource['format']
  /** As the file says it, such as `2.1`; empty where it says none. */
  version: string
  /** Of the collection, or the file. */
  name: string
  /** Clients of the client-credentials grant that no call names, or that the file has for all of it. */
  clients: readonly DraftClient[]
  calls: readonly DraftCall[]
  /** Hold in every set, unless it has its own value. */
  variables: readonly DraftVariable[]
  /** Each is a stage or server of the same system and becomes an environment of its own; none is one without a name. */
  variableSets: readonly VariableSet[]
  notes: readonly ImportNote[]
}

/** One client at one authorization server. Calls that share it have the same object. */
export interface DraftClient {
  /** What the file calls it; empty where it says nothing. */
  name: string
  place: ImportPlace
  settings: SettingsFields
  /** In clear, as written. They are shown nowhere. */
  secrets: TypedSecrets
  /** Where the file names it, with what fills its addresses; left out where the addresses say it. */
  provider?: KnownProvider
}

export interface DraftVariable {
  name: string
  /** Empty where the file has none. */
  value: string
  /** Whether the file says that it is one. */
  secret: boolean
}

export interface VariableSet {
  name: string
  place: ImportPlace
  variables: readonly DraftVariable[]
}

/** What goes along with a call. */
export type DraftAuthorization =
  | { kind: 'none' }
  | { kind: 'client'; client: DraftClient }
  /** The file says nothing of it, so its headers decide. */
  | { kind: 'unsaid' }
  /** The scheme Basic, as typed: of a token request they are client ID and secret. @see RFC 7617 */
  | { kind: 'basic'; username: string; password: string }
  /** Anything else; the call is kept, and the fact noted. */
  | { kind: 'other'; fact: ImportFact }

export interface DraftCall {
  place: ImportPlace
  /** Empty where the file has none. */
  name: string
  /** From the outermost on. */
  folders: readonly string[]
  notes: string
  /** In capitals or not. */
  method: string
  /** May be relative; with or without its query. */
  url: string
  query: readonly QueryParameter[]
  headers: readonly ApiHeader[]
  /** Files have an empty path. */
  body: ApiBody
  authorization: DraftAuthorization
  /** How the request travels, which a client that it becomes does as well. */
  network?: Pick<ReadSettings, 'fields' | 'secrets'>
  /** Variables that the file puts the access token of this request's answer into. */
  tokenVariables?: readonly string[]
  /** Names of headers and parameters that the file says are keys; left out where it says none. */
  keys?: readonly string[]
  /** Left out where the file says nothing of it. */
  followRedirects?: boolean
  /** What the API asks for, separated by spaces. */
  scope: string
  assertions: readonly Assertion[]
  /** Of this call and its folders alone, the nearest last. */
  variables: readonly DraftVariable[]
}

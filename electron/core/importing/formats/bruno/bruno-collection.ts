import type { ImportFact, ImportPlace } from '../../../../contract/import-note.ts'
import type { DraftVariable } from '../../drafts/import-draft.ts'

/** A named text that may be switched off. */
export interface BrunoPair {
  name: string
  value: string
  enabled: boolean
}

/** A parameter beyond the registered ones of one of the requests of OAuth. */
export interface BrunoAuthParameter extends BrunoPair {
  of: 'authorization' | 'token' | 'refresh'
  in: 'header' | 'query' | 'body'
}

/** Authorization as Bruno has it, whichever of its formats it is in. */
export interface BrunoAuth {
  /** `inherit`, `none`, `oauth2`, `bearer` and so on. */
  mode: string
  /** Of that mode, by the names that .bru files have for them, such as `access_token_url`. */
  values: ReadonlyMap<string, string>
  parameters: readonly BrunoAuthParameter[]
  place: ImportPlace
}

/** A note whose call is the item that it is found in. */
export interface BrunoNote {
  fact: ImportFact
  place: ImportPlace
}

/** What a request, a folder and a collection have alike. */
export interface BrunoLevel {
  /** Null where nothing is said of it. */
  auth: BrunoAuth | null
  headers: readonly BrunoPair[]
  variables: readonly DraftVariable[]
  /** Scripts and tests. */
  scripts: number
  docs: string
  notes: readonly BrunoNote[]
  place: ImportPlace
}

export interface BrunoPart extends BrunoPair {
  /** Of a file or several; null for text. */
  files: readonly string[] | null
  contentType: string
}

export type BrunoBody =
  | { kind: 'none' }
  | { kind: 'text'; type: 'json' | 'text' | 'xml' | 'sparql'; text: string }
  | { kind: 'graphql'; query: string; variables: string }
  | { kind: 'form'; fields: readonly BrunoPair[] }
  | { kind: 'multipart'; parts: readonly BrunoPart[] }
  | { kind: 'file'; path: string; contentType: string }

export interface BrunoRequest extends BrunoLevel {
  kind: 'request'
  /** `http` and `graphql` are calls; every other is a protocol or a thing that is none. */
  type: string
  name: string
  /** Its place among its siblings. */
  order: number
  method: string
  url: string
  path: readonly BrunoPair[]
  query: readonly BrunoPair[]
  body: BrunoBody
  /** `res.status` and `eq 200`, each with its place. */
  assertions: readonly (BrunoPair & { place: ImportPlace })[]
  followRedirects: boolean | null
}

export interface BrunoFolder extends BrunoLevel {
  kind: 'folder'
  name: string
  order: number
  items: readonly (BrunoFolder | BrunoRequest)[]
}

export interface BrunoEnvironment {
  name: string
  /** Of the environment whose variables it has too; empty for none. */
  base: string
  certificates: readonly BrunoCertificate[]
  variables: readonly DraftVariable[]
  notes: readonly BrunoNote[]
  place: ImportPlace
}

export interface BrunoCertificate {
  domain: string
  certificate: string
  key: string
  passphrase: string
  place: ImportPlace
}

export interface BrunoProxy {
  url: string
  username: string
  password: string
  bypass: string
}

export interface BrunoCollection {
  name: string
  version: string
  root: BrunoLevel
  items: readonly (BrunoFolder | BrunoRequest)[]
  environments: readonly BrunoEnvironment[]
  certificates: readonly BrunoCertificate[]
  /** Null where it takes that of the person. */
  proxy: BrunoProxy | null
  /** What `process.env` has, of the file beside the collection. */
  dotenv: readonly BrunoPair[]
  notes: readonly BrunoNote[]
}

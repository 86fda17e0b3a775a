import type { EnvironmentInput, Provider } from '../../contract/environment.ts'

/** Something to be filled in before a preset can be applied. `base` is a URL; the others are parts of one. */
export interface Placeholder {
  name: string
  label: string
  example: string
  /** What it is when nothing is entered; empty where only the person knows. */
  usual: string
}

export type TemplatedField =
  | 'issuer'
  | 'token_endpoint'
  | 'introspection_endpoint'
  | 'revocation_endpoint'
  | 'jwks_uri'
  | 'scope'

/** A quirk that is reported before something is sent. `warning`: it will fail, or not do what is meant. */
export interface ProviderNote {
  id: string
  severity: 'warning' | 'info'
  when: (value: EnvironmentInput) => boolean
  sentence: string
  advice: string | null
  /** Where the provider, or the standard, says so. */
  link: string
}

/** What is known of one kind of authorization server, as data. */
export interface ProviderPreset {
  id: Provider
  name: string
  placeholders: readonly Placeholder[]
  /** Values with `{placeholder}` in them; one whose placeholders are not all filled in is left out. */
  templates: Partial<Readonly<Record<TemplatedField, string>>>
  sets: Partial<
    Pick<EnvironmentInput, 'token_endpoint_auth_method' | 'basicEncoding' | 'tokenBodyFormat' | 'introspection'>
  > & { assertion?: Partial<EnvironmentInput['assertion']> }
  /** What goes into the scope field, as an example; empty when there is no rule. */
  scopeExample: string
  /** Seconds for which its tokens live unless a person changed that; absent where no one number is known. */
  usualLifetime?: number
  notes: readonly ProviderNote[]
}

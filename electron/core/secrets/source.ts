import type { SecretName, TypedSecrets } from '../../contract/secret.ts'
import type { SecretSource, SecretSourceKind } from '../../contract/secret-source.ts'
import type { Transport } from '../http/transcript.ts'

/** What a source may use of the world. Every request goes through the transport, as all of this app's do. */
export interface SourceAccess {
  /** Milliseconds since 1970. */
  now: () => number
  transport: Transport
  /** The proxy that the system wants for this URL, as a URL without path; null is none. */
  systemProxy: (url: string) => Promise<string | null>
  /** The variables of this process. */
  variables: Readonly<Record<string, string | undefined>>
  homeFolder: string
  /** `vault_token` and `vault_secret_id`, where they are set. */
  login: TypedSecrets
}

/** A secret as its source gave it, with facts that may be shown; or why there is none, in words without a secret. */
export type SourceReading =
  | { ok: true; value: string; facts: readonly { name: string; value: string }[] }
  | { ok: false; message: string }

type Outside = Exclude<SecretSourceKind, 'stored' | 'session' | 'ask'>
export type OutsideSource = Extract<SecretSource, { kind: Outside }>

/** Reads one secret. Never throws for what the world does: a missing file, a refusal, no connection are readings. */
export type ReadSource<Source extends OutsideSource> = (
  source: Source,
  name: SecretName,
  access: SourceAccess,
  signal: AbortSignal,
) => Promise<SourceReading>

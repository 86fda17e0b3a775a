import type { EnvironmentInput } from '../../contract/environment.ts'
import type { SecretSource, SecretSourceKind } from '../../contract/secret-source.ts'
import type { SecretName, TypedSecrets } from '../../contract/secret.ts'
import type { SourceFact } from '../../contract/source-test.ts'
import type { Unreadable } from '../credentials/reading.ts'
import type { Transport } from '../http/transcript.ts'
import { heldSecrets } from '../../vocabulary/secret-names.ts'

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

/** A secret as its source gave it, with facts that may be shown; or why there is none, without a secret. */
export type SourceReading = { ok: true; value: string; facts: readonly SourceFact[] } | Unreadable

type Outside = Exclude<SecretSourceKind, 'stored' | 'session' | 'ask'>
export type OutsideSource = Extract<SecretSource, { kind: Outside }>

/** Reads one secret. Never throws for what the world does: a missing file, a refusal, no connection are readings. */
export type ReadSource<Source extends OutsideSource> = (
  source: Source,
  name: SecretName,
  access: SourceAccess,
  signal: AbortSignal,
) => Promise<SourceReading>

/**
 * Where a secret comes from. The sandbox makes its own for each run, so what is typed instead is for that run as well.
 * What logs in at a source never comes from one: that would ask for itself without end. Nor do secret variables.
 */
export function sourceOf(
  { provider, secretSources }: Pick<EnvironmentInput, 'provider' | 'secretSources'>,
  name: SecretName,
): SecretSource {
  if (provider === 'sandbox') return { kind: 'session' }
  const source = secretSources[name] ?? { kind: 'stored' }
  return heldSecrets.has(name) && source.kind !== 'session' ? { kind: 'stored' } : source
}

/** Whether a person supplies the secret, rather than a source outside, which is named in `secretSources`. */
export function isSupplied({ secretSources }: Pick<EnvironmentInput, 'secretSources'>, name: SecretName): boolean {
  const kind = secretSources[name]?.kind ?? 'stored'
  return kind === 'stored' || kind === 'session' || kind === 'ask'
}

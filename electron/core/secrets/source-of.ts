import type { EnvironmentInput } from '../../contract/environment.ts'
import type { SecretName } from '../../contract/secret.ts'
import { loginSecrets } from '../../vocabulary/secret-names.ts'
import type { SecretSource } from '../../contract/secret-source.ts'

/**
 * Where a secret comes from. The sandbox makes its own for each run, so what is typed instead is for that run as well.
 * What logs in at a source never comes from one: that would ask for itself without end.
 */
export function sourceOf(
  { provider, secretSources }: Pick<EnvironmentInput, 'provider' | 'secretSources'>,
  name: SecretName,
): SecretSource {
  if (provider === 'sandbox') return { kind: 'session' }
  const source = secretSources[name] ?? { kind: 'stored' }
  return loginSecrets.has(name) && source.kind !== 'session' ? { kind: 'stored' } : source
}

/** Whether a person supplies the secret, rather than a source outside, which is named in `secretSources`. */
export function isSupplied({ secretSources }: Pick<EnvironmentInput, 'secretSources'>, name: SecretName): boolean {
  const kind = secretSources[name]?.kind ?? 'stored'
  return kind === 'stored' || kind === 'session' || kind === 'ask'
}

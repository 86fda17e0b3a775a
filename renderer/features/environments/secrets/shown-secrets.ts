import type { SecretName, TypedSecrets } from '../../../../electron/contract/secret.ts'
import { secretNames } from '../../../../electron/vocabulary/secret-names.ts'
import type { FormValues } from '../form-values.ts'
import { isTypedHere } from './source-values.ts'

type Deciding = Pick<FormValues, 'token_endpoint_auth_method' | 'dpop' | 'network' | 'secretSources'>

/** The secrets that the form has a field for now. */
export function shownSecrets(values: Deciding): ReadonlySet<SecretName> {
  const method = values.token_endpoint_auth_method
  const asked: readonly (readonly [name: SecretName, when: boolean])[] = [
    ['client_secret', method.startsWith('client_secret_')],
    ['private_key', method === 'private_key_jwt'],
    ['private_key_passphrase', method === 'private_key_jwt'],
    ['client_certificate_key', true],
    ['client_certificate_passphrase', true],
    ['dpop_key', values.dpop.enabled],
    ['proxy_password', values.network.proxy.mode === 'explicit'],
  ]
  const shown = new Set(asked.flatMap(([name, when]) => (when ? [name] : [])))
  for (const [name] of asked) {
    if (!shown.has(name)) continue
    const source = values.secretSources[name]
    if (source.kind !== 'vault') continue
    if (source.login.method === 'token') shown.add('vault_token')
    if (source.login.method === 'approle') shown.add('vault_secret_id')
  }
  return shown
}

/** Of what is typed, that which is set on saving: a secret that comes from elsewhere is not. */
export function secretsToSet(secrets: TypedSecrets, { secretSources }: Deciding): TypedSecrets {
  const kept: TypedSecrets = {}
  for (const name of secretNames) {
    const typed = secrets[name] ?? ''
    if (typed !== '' && isTypedHere(secretSources[name])) kept[name] = typed
  }
  return kept
}

/** The secrets among these that are to be stored, and so need a storage that is ready. */
export function secretsToStore(secrets: TypedSecrets, { secretSources }: Deciding): readonly SecretName[] {
  return secretNames.filter((name) => secrets[name] !== undefined && secretSources[name].kind === 'stored')
}

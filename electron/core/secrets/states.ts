import type { EnvironmentInput } from '../../contract/environment.ts'
import {
  type SecretName,
  secretNameSchema,
  type SecretState,
  type SecretStates,
  type TypedSecrets,
} from '../../contract/secret.ts'
import { sourceOf } from './source.ts'
import type { SecretFacts } from '../workspace/tables/secrets.ts'

interface Known {
  value: Pick<EnvironmentInput, 'provider' | 'secretSources'>
  /** What lies in memory. */
  session: TypedSecrets
  stored: readonly SecretFacts[]
}

/** The state of each secret, for the window. */
export function statesOf(known: Known): SecretStates {
  const state = (name: SecretName) => stateOf(name, known)
  return {
    client_secret: state('client_secret'),
    private_key: state('private_key'),
    private_key_passphrase: state('private_key_passphrase'),
    client_certificate_key: state('client_certificate_key'),
    client_certificate_passphrase: state('client_certificate_passphrase'),
    dpop_key: state('dpop_key'),
    proxy_password: state('proxy_password'),
    vault_token: state('vault_token'),
    vault_secret_id: state('vault_secret_id'),
    secret_variables: state('secret_variables'),
  }
}

function stateOf(name: SecretName, { value, session, stored }: Known): SecretState {
  if ((session[name] ?? '') !== '') return { kind: 'session', setAt: null, replacing: false }
  const { kind } = sourceOf(value, name)
  if (kind !== 'stored' && kind !== 'session') return { kind: 'source', setAt: null, replacing: false }
  const rows = kind === 'stored' ? stored.filter((row) => row.name === name) : []
  const current = rows.find(({ slot }) => slot === 'current') ?? rows[0]
  if (current === undefined) return { kind: 'none', setAt: null, replacing: false }
  return { kind: 'stored', setAt: current.setAt, replacing: rows.some(({ slot }) => slot === 'next') }
}

/** The secrets with one set; an empty value forgets it. */
export function withSecret(secrets: TypedSecrets, name: SecretName, value: string): TypedSecrets {
  return Object.fromEntries(
    secretNameSchema.options.flatMap((each) => {
      const kept = each === name ? value : (secrets[each] ?? '')
      return kept === '' ? [] : [[each, kept]]
    }),
  )
}

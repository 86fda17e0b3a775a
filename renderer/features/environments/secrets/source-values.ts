import { assertNever } from '../../../../electron/common/assert-never.ts'
import type { SecretName, SecretSources } from '../../../../electron/contract/secret.ts'
import type { SecretSource, SecretSourceKind, VaultSource } from '../../../../electron/contract/secret-source.ts'
import { heldSecrets, secretNames } from '../../../../electron/vocabulary/secret-names.ts'
import { secretSourceKinds } from '../../../../electron/vocabulary/secret-sources.ts'
import { sourceProblems } from './source-problems.ts'

/** A source as it is typed: half-typed text is allowed, and the newest version is empty. */
export type SourceValues = Exclude<SecretSource, VaultSource> | (Omit<VaultSource, 'version'> & { version: string })

/** The source of every secret, as it is in the form. */
export type SourcesValues = Record<SecretName, SourceValues>

export const sourceTitles: Readonly<Record<SecretSourceKind, string>> = {
  stored: 'Stored',
  session: 'This session only',
  ask: 'Ask each time',
  environment_variable: 'Environment variable',
  file: 'File',
  vault: 'HashiCorp Vault',
  aws_secrets_manager: 'AWS Secrets Manager',
  azure_key_vault: 'Azure Key Vault',
}

/** The sources that a secret can have. */
export function sourceKindsOf(name: SecretName): readonly SecretSourceKind[] {
  return heldSecrets.has(name) ? ['stored', 'session'] : secretSourceKinds
}

/** Whether a secret of this source is typed in the form. */
export const isTypedHere = ({ kind }: SourceValues): boolean => kind === 'stored' || kind === 'session'

/** A source of which nothing is typed yet. */
export function emptySource(kind: SecretSourceKind): SourceValues {
  switch (kind) {
    case 'stored':
    case 'session':
    case 'ask':
      return { kind }
    case 'environment_variable':
      return { kind, variable: '' }
    case 'file':
      return { kind, path: '', pointer: '' }
    case 'vault':
      return {
        kind,
        address: '',
        namespace: '',
        engine: 'kv2',
        mount: 'secret',
        path: '',
        key: '',
        version: '',
        login: { method: 'token' },
        caFile: '',
      }
    case 'aws_secrets_manager':
      return { kind, region: '', secretId: '', versionStage: '', key: '', endpoint: '' }
    case 'azure_key_vault':
      return { kind, vaultUrl: '', secretName: '', version: '' }
    default:
      return assertNever(kind)
  }
}

/** A login at Vault of which nothing is typed yet. */
export const emptyLogins: Readonly<Record<VaultSource['login']['method'], VaultSource['login']>> = {
  token: { method: 'token' },
  approle: { method: 'approle', mount: '', roleId: '' },
  kubernetes: { method: 'kubernetes', mount: '', role: '', tokenFile: '' },
}

/** Sources as the form holds them: one for every secret. */
export function sourcesValuesOf(sources: SecretSources): SourcesValues {
  const of = (name: SecretName): SourceValues => {
    const source = sources[name] ?? { kind: 'stored' }
    return source.kind === 'vault' ? { ...source, version: source.version === 0 ? '' : String(source.version) } : source
  }
  return {
    client_secret: of('client_secret'),
    private_key: of('private_key'),
    private_key_passphrase: of('private_key_passphrase'),
    client_certificate_key: of('client_certificate_key'),
    client_certificate_passphrase: of('client_certificate_passphrase'),
    dpop_key: of('dpop_key'),
    proxy_password: of('proxy_password'),
    vault_token: of('vault_token'),
    vault_secret_id: of('vault_secret_id'),
    secret_variables: of('secret_variables'),
  }
}

/** The source that is typed, in the shape of one, not checked yet. */
export function asSource(values: SourceValues): SecretSource {
  return values.kind === 'vault' ? { ...values, version: versionOf(values.version) } : values
}

const versionOf = (typed: string): number =>
  typed.trim() === '' ? 0 : /^\d+$/.test(typed.trim()) ? Number(typed) : Number.NaN

/** All sources that are not simply stored; of secrets that the form does not show, only those that are complete. */
export function asSources(values: SourcesValues, shown: ReadonlySet<SecretName>): SecretSources {
  const sources: SecretSources = {}
  for (const name of secretNames) {
    const source = asSource(values[name])
    if (source.kind === 'stored') continue
    if (shown.has(name) || Object.keys(sourceProblems(source)).length === 0) sources[name] = source
  }
  return sources
}

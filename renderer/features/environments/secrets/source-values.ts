import { z } from 'zod'
import { assertNever } from '../../../../electron/common/assert-never.ts'
import {
  loginSecrets,
  type SecretName,
  secretNameSchema,
  type SecretSources,
} from '../../../../electron/contract/secret.ts'
import {
  type SecretSource,
  type SecretSourceKind,
  secretSourceSchema,
  vaultLoginSchema,
} from '../../../../electron/contract/secret-source.ts'

const text = z.string()
const [token, approle, kubernetes] = vaultLoginSchema.options

/** A source as it is typed: half-typed text is allowed. */
export const sourceValuesSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal(['stored', 'session', 'ask']) }),
  z.strictObject({ kind: z.literal('environment_variable'), variable: text }),
  z.strictObject({ kind: z.literal('file'), path: text, pointer: text }),
  z.strictObject({
    kind: z.literal('vault'),
    address: text,
    namespace: text,
    engine: z.enum(['kv1', 'kv2']),
    mount: text,
    path: text,
    key: text,
    /** Empty is the newest. */
    version: text,
    login: z.discriminatedUnion('method', [
      token,
      approle.extend({ mount: text, roleId: text }),
      kubernetes.extend({ mount: text, role: text, tokenFile: text }),
    ]),
    caFile: text,
  }),
  z.strictObject({
    kind: z.literal('aws_secrets_manager'),
    region: text,
    secretId: text,
    versionStage: text,
    key: text,
    endpoint: text,
  }),
  z.strictObject({ kind: z.literal('azure_key_vault'), vaultUrl: text, secretName: text, version: text }),
])
export type SourceValues = z.infer<typeof sourceValuesSchema>

export const sourcesValuesSchema = z.record(secretNameSchema, sourceValuesSchema)
/** The source of every secret, as it stands in the form. */
export type SourcesValues = z.infer<typeof sourcesValuesSchema>

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
  return loginSecrets.has(name)
    ? ['stored', 'session']
    : secretSourceSchema.options.map(({ shape }) => shape.kind.value)
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

/** Sources as the form holds them: one for every secret. */
export function sourcesValuesOf(sources: SecretSources): SourcesValues {
  const of = (name: SecretName): SourceValues => {
    const source = sources[name] ?? { kind: 'stored' }
    return source.kind === 'vault' ? { ...source, version: source.version === 0 ? '' : String(source.version) } : source
  }
  return sourcesValuesSchema.parse(Object.fromEntries(secretNameSchema.options.map((name) => [name, of(name)])))
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
  for (const name of secretNameSchema.options) {
    const source = asSource(values[name])
    if (source.kind === 'stored') continue
    if (shown.has(name) || secretSourceSchema.safeParse(source).success) sources[name] = source
  }
  return sources
}

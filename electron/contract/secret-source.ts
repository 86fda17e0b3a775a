import { z } from 'zod'
import { optionalHttpUrlSchema } from './url.ts'

const name = (message: string) => z.string().trim().min(1, message).max(500)
const optional = z.string().trim().max(500)

/** RFC 6901; empty is the whole text of the file. */
export const jsonPointerSchema = z
  .string()
  .max(500)
  .regex(/^(?:\/(?:[^~/]|~[01])*)*$/, 'A JSON pointer begins with "/", such as /oauth/client_secret.')

/**
 * How the app logs in at Vault. `token` takes the stored `vault_token`, else VAULT_TOKEN, else ~/.vault-token, as Vault's
 * own command line does; `approle` takes the stored `vault_secret_id`, else VAULT_SECRET_ID; `kubernetes` reads the
 * service account's token from `tokenFile`. `mount` is where the auth method is enabled.
 */
export const vaultLoginSchema = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('token') }),
  z.strictObject({ method: z.literal('approle'), mount: optional, roleId: name('Enter the role ID.') }),
  z.strictObject({
    method: z.literal('kubernetes'),
    mount: optional,
    role: name('Enter the role.'),
    tokenFile: optional,
  }),
])

/** Where a secret comes from when it is needed. Nothing in here is itself a secret. */
export const secretSourceSchema = z.discriminatedUnion('kind', [
  /** Encrypted in the workspace. What holds where nothing else is chosen. */
  z.strictObject({ kind: z.literal('stored') }),
  /** In memory until the app ends. */
  z.strictObject({ kind: z.literal('session') }),
  /** Asked for whenever a token is requested, and forgotten afterwards. */
  z.strictObject({ kind: z.literal('ask') }),
  z.strictObject({
    kind: z.literal('environment_variable'),
    variable: name('Enter the name of the variable.').regex(/^[^=\0]+$/, 'A variable has no "=" in its name.'),
  }),
  /** The first line of a file, or the string at `pointer` of a JSON file; a key (PEM, JWK) is the whole file. */
  z.strictObject({
    kind: z.literal('file'),
    path: z.string().min(1, 'Choose the file.').max(4096),
    pointer: jsonPointerSchema,
  }),
  /** HashiCorp Vault, key-value engine version 1 or 2. `address` empty is VAULT_ADDR. `version` 0 is the newest (v2 only). */
  z.strictObject({
    kind: z.literal('vault'),
    address: optionalHttpUrlSchema,
    namespace: optional,
    engine: z.enum(['kv1', 'kv2']),
    mount: name('Enter the mount of the engine, such as secret.'),
    path: name('Enter the path of the secret.'),
    key: name('Enter the key within the secret.'),
    version: z.number().int().min(0).max(1_000_000),
    login: vaultLoginSchema,
    caFile: z.string().max(4096),
  }),
  /** The AWS SDK's default credential chain. Empty: `region` of the chain, stage AWSCURRENT, the whole secret string. */
  z.strictObject({
    kind: z.literal('aws_secrets_manager'),
    region: optional,
    secretId: name('Enter the name or ARN of the secret.'),
    versionStage: optional,
    key: optional,
    endpoint: optionalHttpUrlSchema,
  }),
  /** Azure's DefaultAzureCredential. `version` empty is the newest. */
  z.strictObject({
    kind: z.literal('azure_key_vault'),
    vaultUrl: optionalHttpUrlSchema,
    secretName: name('Enter the name of the secret.').regex(/^[0-9A-Za-z-]+$/, 'Letters, digits and hyphens only.'),
    version: optional,
  }),
])
export type SecretSource = z.infer<typeof secretSourceSchema>
export type SecretSourceKind = SecretSource['kind']
export type VaultSource = Extract<SecretSource, { kind: 'vault' }>
export type AwsSource = Extract<SecretSource, { kind: 'aws_secrets_manager' }>
export type AzureSource = Extract<SecretSource, { kind: 'azure_key_vault' }>

/** What a source said when it was tried: facts about the secret, never the secret. */
export const sourceTestSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('found'),
    /** Such as length, version, date; in the order to show. */
    facts: z.array(z.strictObject({ name: z.string(), value: z.string() })).readonly(),
  }),
  z.strictObject({ kind: z.literal('failed'), message: z.string() }),
])
export type SourceTest = z.infer<typeof sourceTestSchema>

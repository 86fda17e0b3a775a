import { z } from 'zod'
import { vaultVersionRule } from '../vocabulary/number-rules.ts'
import {
  awsSecretIdRule,
  azureSecretNameRule,
  pointerRule,
  sourceDetailRule,
  sourceFileRule,
  sourcePathRule,
  variableRule,
  vaultKeyRule,
  vaultMountRule,
  vaultPathRule,
  vaultRoleIdRule,
  vaultRoleRule,
} from '../vocabulary/source-rules.ts'
import { wholeNumber } from './number.ts'
import { text } from './text.ts'
import { optionalHttpUrlSchema } from './url.ts'

const optional = text(sourceDetailRule)

/**
 * How the app logs in at Vault. `token` takes the stored `vault_token`, else VAULT_TOKEN, else ~/.vault-token, as Vault's
 * own command line does; `approle` takes the stored `vault_secret_id`, else VAULT_SECRET_ID; `kubernetes` reads the
 * service account's token from `tokenFile`. `mount` is where the auth method is enabled.
 */
export const vaultLoginSchema = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('token') }),
  z.strictObject({ method: z.literal('approle'), mount: optional, roleId: text(vaultRoleIdRule) }),
  z.strictObject({
    method: z.literal('kubernetes'),
    mount: optional,
    role: text(vaultRoleRule),
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
    variable: text(variableRule),
  }),
  /** The first line of a file, or the string at `pointer` of a JSON file; a key (PEM, JWK) is the whole file. */
  z.strictObject({
    kind: z.literal('file'),
    path: text(sourcePathRule),
    pointer: text(pointerRule),
  }),
  /** HashiCorp Vault, key-value engine version 1 or 2. `address` empty is VAULT_ADDR. `version` 0 is the newest (v2 only). */
  z.strictObject({
    kind: z.literal('vault'),
    address: optionalHttpUrlSchema,
    namespace: optional,
    engine: z.enum(['kv1', 'kv2']),
    mount: text(vaultMountRule),
    path: text(vaultPathRule),
    key: text(vaultKeyRule),
    version: wholeNumber(vaultVersionRule),
    login: vaultLoginSchema,
    caFile: text(sourceFileRule),
  }),
  /** The AWS SDK's default credential chain. Empty: `region` of the chain, stage AWSCURRENT, the whole secret string. */
  z.strictObject({
    kind: z.literal('aws_secrets_manager'),
    region: optional,
    secretId: text(awsSecretIdRule),
    versionStage: optional,
    key: optional,
    endpoint: optionalHttpUrlSchema,
  }),
  /** Azure's DefaultAzureCredential. `version` empty is the newest. */
  z.strictObject({
    kind: z.literal('azure_key_vault'),
    vaultUrl: optionalHttpUrlSchema,
    secretName: text(azureSecretNameRule),
    version: optional,
  }),
])
export type SecretSource = z.infer<typeof secretSourceSchema>
export type SecretSourceKind = SecretSource['kind']
export type VaultSource = Extract<SecretSource, { kind: 'vault' }>
export type AwsSource = Extract<SecretSource, { kind: 'aws_secrets_manager' }>
export type AzureSource = Extract<SecretSource, { kind: 'azure_key_vault' }>

import { assertNever } from '../common/assert-never.ts'
import type { SecretSource } from '../contract/secret-source.ts'

/** Where a secret comes from, in words. */
export function sourceLabel(source: SecretSource): string {
  switch (source.kind) {
    case 'stored':
      return 'stored in the workspace'
    case 'session':
      return 'typed for this session'
    case 'ask':
      return 'asked for each time'
    case 'environment_variable':
      return `environment variable ${source.variable}`
    case 'file':
      return source.pointer === '' ? `file ${source.path}` : `file ${source.path}, ${source.pointer}`
    case 'vault':
      return `Vault ${source.address === '' ? '(VAULT_ADDR)' : source.address}, ${source.mount}/${source.path}, key ${source.key}`
    case 'aws_secrets_manager':
      return `AWS Secrets Manager, ${source.secretId}${source.key === '' ? '' : `, key ${source.key}`}`
    case 'azure_key_vault':
      return `Azure Key Vault ${source.vaultUrl}, ${source.secretName}`
    default:
      return assertNever(source)
  }
}

/** Where a token comes from that an environment holds. */
export const heldTokenLabel = 'held for this environment'

/** Where the logins of the SDKs, and that of a service account, come from. */
export const loginLabels = {
  aws: 'with the credentials that the AWS SDK finds',
  azure: 'requested by the Azure SDK',
  serviceAccount: (path: string) => `file ${path === '' ? 'of the service account' : path}`,
} as const

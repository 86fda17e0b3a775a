import type { SecretName } from '../../contract/secret.ts'
import { assertNever } from '../../common/assert-never.ts'
import type { OutsideSource, SourceAccess, SourceReading } from './source.ts'

/** Reads a secret from where it is kept. The code of a source, with its SDK, is loaded when the source is used. */
export async function readOutside(
  source: OutsideSource,
  name: SecretName,
  access: SourceAccess,
  signal: AbortSignal,
): Promise<SourceReading> {
  switch (source.kind) {
    case 'environment_variable': {
      const { readEnvironmentVariable } = await import('./sources/environment-variable.ts')
      return readEnvironmentVariable(source, name, access, signal)
    }
    case 'file': {
      const { readFile } = await import('./sources/file.ts')
      return readFile(source, name, access, signal)
    }
    case 'vault': {
      const { readVault } = await import('./sources/vault.ts')
      return readVault(source, name, access, signal)
    }
    case 'aws_secrets_manager': {
      const { readAwsSecret } = await import('./sources/aws-secrets-manager.ts')
      return readAwsSecret(source, name, access, signal)
    }
    case 'azure_key_vault': {
      const { readAzureSecret } = await import('./sources/azure-key-vault.ts')
      return readAzureSecret(source, name, access, signal)
    }
    default:
      return assertNever(source)
  }
}

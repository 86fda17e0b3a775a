import { utc } from '../../common/utc.ts'
import type { SecretSource } from '../../contract/secret-source.ts'

const managers: Partial<Readonly<Record<SecretSource['kind'], string>>> = {
  vault: 'HashiCorp Vault',
  aws_secrets_manager: 'AWS Secrets Manager',
  azure_key_vault: 'Azure Key Vault',
}

/**
 * That a secret could not be read, as a question to whoever runs the store; null for a source that nobody runs. The settings
 * of a source hold no secret.
 */
export function sourceQuestionText(source: SecretSource, problem: string, at: number): string | null {
  const manager = managers[source.kind]
  if (manager === undefined) return null
  const asked = Object.entries(source).flatMap(([name, value]) => lineOf(name, value))
  return [
    `## A secret could not be read from ${manager}. What is wrong?`,
    `Tried ${utc(at)} (UTC).`,
    '### What was asked for',
    asked.join('\n'),
    '### What came',
    problem,
    'Does this secret exist there, and may this identity read it?',
  ].join('\n\n')
}

function lineOf(name: string, value: unknown): string[] {
  if (name === 'kind' || value === '') return []
  const shown = typeof value === 'string' ? value : JSON.stringify(value)
  return [`- ${name}: ${shown}`]
}

import type { SecretSourceKind } from '../../contract/secret-source.ts'

export const idleTitle = 'Not run yet'
export const idleReason = 'The arrows show what would happen with the settings of this environment.'
export const notReadyTitle = 'Something is missing before this can run'

/** `Missing: token endpoint, client secret.` */
export const missingReason = (names: readonly string[]): string =>
  `Missing: ${names.map((name) => name.slice(0, 1).toLowerCase() + name.slice(1)).join(', ')}.`

export const preconditionNames = {
  token_endpoint: 'Token endpoint',
  scope: 'Scopes',
  narrowed: 'Narrowed scopes',
  call: 'Call',
  introspection_endpoint: 'Introspection endpoint',
  revocation_endpoint: 'Revocation endpoint',
  audience: 'Audience',
} as const

export const credentialNames = {
  secret: 'Client secret',
  key: 'Private key',
  certificate: 'Client certificate',
  assertion: 'Assertion file',
  nothing: 'Client ID',
} as const

export const notSet = 'not set'
export const noneChosen = 'none chosen'

/** Where a credential is kept, and since when. */
export function keptText(keptIn: SecretSourceKind | 'none', ageInDays: number | null): string {
  const since = ageInDays === null ? '' : `, set ${daysAgo(ageInDays)}`
  return `${places[keptIn]}${keptIn === 'stored' ? since : ''}`
}

const daysAgo = (days: number): string => (days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`)

const places: Readonly<Record<SecretSourceKind | 'none', string>> = {
  stored: 'stored',
  session: 'in memory until you quit',
  ask: 'asked each time',
  environment_variable: 'from an environment variable',
  file: 'from a file',
  vault: 'from HashiCorp Vault',
  aws_secrets_manager: 'from AWS Secrets Manager',
  azure_key_vault: 'from Azure Key Vault',
  none: notSet,
}

/** Where a secret comes from when it is needed. */
export const secretSourceKinds = [
  'stored',
  'session',
  'ask',
  'environment_variable',
  'file',
  'vault',
  'aws_secrets_manager',
  'azure_key_vault',
] as const

/** How the app logs in at HashiCorp Vault. */
export const vaultLoginMethods = ['token', 'approle', 'kubernetes'] as const

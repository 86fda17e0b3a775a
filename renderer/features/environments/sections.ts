import type { EnvironmentInput } from '../../../electron/contract/environment.ts'
import type { SecretName } from '../../../electron/contract/secret.ts'

export const sectionNames = ['server', 'request', 'tokens', 'network', 'variables', 'notes', 'preview'] as const
export type SectionName = (typeof sectionNames)[number]

export const sectionTitles: Readonly<Record<SectionName, string>> = {
  server: 'Server and client',
  request: 'Request',
  tokens: 'Tokens',
  network: 'Network',
  variables: 'Variables',
  notes: 'Notes',
  preview: 'Preview',
}

const sections: Readonly<Record<Exclude<keyof EnvironmentInput, 'accepted'> | SecretName, SectionName>> = {
  name: 'server',
  notes: 'notes',
  folder: 'notes',
  variables: 'variables',
  stage: 'server',
  provider: 'server',
  issuer: 'server',
  token_endpoint: 'server',
  introspection_endpoint: 'server',
  revocation_endpoint: 'server',
  jwks_uri: 'server',
  mtls_endpoint_aliases: 'server',
  client_id: 'server',
  token_endpoint_auth_method: 'server',
  basicEncoding: 'server',
  assertion: 'server',
  client_secret: 'server',
  private_key: 'server',
  private_key_passphrase: 'server',
  vault_token: 'server',
  vault_secret_id: 'server',
  secret_variables: 'variables',
  secretSources: 'server',
  scope: 'server',
  audience: 'server',
  resource: 'server',
  parameters: 'request',
  headers: 'request',
  tokenBodyFormat: 'request',
  dpop: 'tokens',
  dpop_key: 'tokens',
  renewBefore: 'tokens',
  introspection: 'tokens',
  network: 'network',
  proxy_password: 'network',
  client_certificate_key: 'network',
  client_certificate_passphrase: 'network',
}

/** The section that holds a field, by the field's path; null when the form has no such field. */
export function sectionOf(path: string): SectionName | null {
  const [first = '', second = ''] = path.split('.')
  // The source of a secret is where the secret is.
  if (first === 'secretSources' && second !== '') return sectionOf(second)
  return Object.entries(sections).find(([name]) => name === first)?.[1] ?? null
}

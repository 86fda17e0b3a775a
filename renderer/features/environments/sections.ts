import type { EnvironmentInput } from '../../../electron/contract/environment.ts'
import type { SecretName } from '../../../electron/contract/secret.ts'

export const sectionNames = ['server', 'client', 'request', 'tokens', 'network', 'preview'] as const
export type SectionName = (typeof sectionNames)[number]

export const sectionTitles: Readonly<Record<SectionName, string>> = {
  server: 'Server',
  client: 'Client',
  request: 'Request',
  tokens: 'Tokens',
  network: 'Network',
  preview: 'Request preview',
}

const sections: Readonly<Record<keyof EnvironmentInput | SecretName, SectionName>> = {
  name: 'server',
  notes: 'server',
  stage: 'server',
  provider: 'server',
  issuer: 'server',
  token_endpoint: 'server',
  introspection_endpoint: 'server',
  revocation_endpoint: 'server',
  jwks_uri: 'server',
  mtls_endpoint_aliases: 'server',
  client_id: 'client',
  token_endpoint_auth_method: 'client',
  basicEncoding: 'client',
  assertion: 'client',
  client_secret: 'client',
  private_key: 'client',
  private_key_passphrase: 'client',
  vault_token: 'client',
  vault_secret_id: 'client',
  secretSources: 'client',
  scope: 'request',
  audience: 'request',
  resource: 'request',
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

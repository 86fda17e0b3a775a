import { oneOf } from '../common/one-of.ts'
import { secretNames } from '../vocabulary/secret-names.ts'
import { secretLabels } from './secret-names.ts'

/** What fields of an environment are called on screen, by their paths; what is beneath one is called as that. */
const labels: Readonly<Record<string, string>> = {
  name: 'Name',
  stage: 'Stage',
  provider: 'Provider',
  issuer: 'Issuer or base URL',
  token_endpoint: 'Token endpoint',
  introspection_endpoint: 'Introspection endpoint',
  revocation_endpoint: 'Revocation endpoint',
  jwks_uri: 'JWKS URI',
  mtls_endpoint_aliases: 'mTLS endpoints',
  client_id: 'Client ID',
  token_endpoint_auth_method: 'Authentication method',
  basicEncoding: 'Encoding',
  'assertion.alg': 'Assertion algorithm',
  'assertion.audience': 'Assertion audience',
  'assertion.otherAudience': 'Own assertion audience',
  'assertion.lifetime': 'Assertion lifetime',
  'assertion.kid': 'Key ID',
  'assertion.keyFile': 'Private key',
  'assertion.certificate': 'Certificate of the key',
  'assertion.certificateFile': 'Certificate of the key',
  'assertion.assertionFile': 'Assertion file',
  scope: 'Scopes',
  audience: 'Audience',
  resource: 'Resource',
  parameters: 'Parameters',
  headers: 'Headers',
  tokenBodyFormat: 'Request body format',
  dpop: 'DPoP',
  renewBefore: 'Renew before expiry',
  introspection: 'Introspection authentication',
  'network.proxy': 'Proxy',
  'network.ca': 'Trusted authorities',
  'network.caFile': 'Trusted authorities',
  'network.clientCertificate': 'Client certificate',
  'network.timeLimits': 'Time limits',
  'network.acceptedCertificate': 'Accepted certificate',
  variables: 'Variables',
  notes: 'Notes',
  accepted: 'Accepted in the review',
}

/** Whose members are secrets. */
const beneath: ReadonlySet<string | undefined> = new Set(['secretSources', 'secrets'])

/** What a field is called; null where the form has none of that path. */
export function fieldLabel(path: string): string | null {
  const parts = path.split('.')
  const secret = oneOf(secretNames, beneath.has(parts[0]) ? parts[1] : path)
  if (secret !== null) return secretLabels[secret]
  for (let length = parts.length; length > 0; length--) {
    const label = labels[parts.slice(0, length).join('.')]
    if (label !== undefined) return label
  }
  return null
}

import type { EnvironmentInput } from '../../contract/environment.ts'
import type { Finding, Pointer } from '../../contract/finding.ts'
import type { ClientCredentials } from '../oauth/client-auth/credentials.ts'

type Settings = Pick<EnvironmentInput, 'assertion' | 'network' | 'resource' | 'audience'>

/** Points findings on a refused token request at the fields that it was made of: what was not in use cannot be at fault. */
export function withSettingsAtFault(
  findings: readonly Finding[],
  settings: Settings,
  method: ClientCredentials['method'],
): Finding[] {
  return findings.map((finding) => {
    switch (finding.code) {
      case 'invalid_client':
        return {
          ...finding,
          evidence: { ...finding.evidence, method },
          pointers: [fieldAt(credentialField(settings, method))],
        }
      case 'invalid_target':
        return { ...finding, pointers: [fieldAt(targetField(settings))] }
      default:
        return finding
    }
  })
}

const fieldAt = (field: string): Pointer => ({ kind: 'field', field })

/** Where a client has what it authenticates with; without any, its ID. */
function credentialField({ assertion, network }: Settings, method: ClientCredentials['method']): string {
  switch (method) {
    case 'client_secret_basic':
    case 'client_secret_post':
    case 'client_secret_jwt':
      return 'client_secret'
    case 'private_key_jwt':
      return assertion.keyFile === '' ? 'private_key' : 'assertion.keyFile'
    case 'client_assertion_file':
      return 'assertion.assertionFile'
    case 'tls_client_auth':
    case 'self_signed_tls_client_auth':
      return `network.clientCertificate.${network.clientCertificate.certificateFile === '' ? 'certificate' : 'certificateFile'}`
    case 'none':
      return 'client_id'
  }
}

/** The standard's parameter comes first; some servers answer so about their own. */
const targetField = ({ resource, audience }: Settings): string =>
  resource.length === 0 && audience !== '' ? 'audience' : 'resource'

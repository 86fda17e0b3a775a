import type { EnvironmentInput } from '../../../contract/environment.ts'
import type { SecretName } from '../../../contract/secret.ts'
import type { HeldSecret, ReviewCase } from '../case.ts'

/** What a client authenticates with. */
export type Credential = 'client_secret' | 'private_key' | 'client_certificate'

/** Null where it has none that is kept: a public client, or an assertion that a platform writes. */
export function credentialOf({
  token_endpoint_auth_method: method,
}: Pick<EnvironmentInput, 'token_endpoint_auth_method'>): Credential | null {
  switch (method) {
    case 'client_secret_basic':
    case 'client_secret_post':
    case 'client_secret_jwt':
      return 'client_secret'
    case 'private_key_jwt':
      return 'private_key'
    case 'tls_client_auth':
    case 'self_signed_tls_client_auth':
      return 'client_certificate'
    case 'client_assertion_file':
    case 'none':
      return null
  }
}

/** Where in the settings a secret, or what a client authenticates with, is set. */
export function fieldOf(name: string, { assertion, dpop, network }: EnvironmentInput): string {
  const { certificateFile, keyFile } = network.clientCertificate
  switch (name) {
    case 'private_key':
      return assertion.keyFile === '' ? name : 'assertion.keyFile'
    case 'dpop_key':
      return dpop.keyFile === '' ? name : 'dpop.keyFile'
    case 'client_certificate_key':
      return keyFile === '' ? name : 'network.clientCertificate.keyFile'
    case 'client_certificate':
      return `network.clientCertificate.${certificateFile === '' ? 'certificate' : 'certificateFile'}`
    default:
      return name
  }
}

/** The secret that is what the client authenticates with, or the key of its certificate. */
export function heldCredential(credential: Credential, { secrets }: ReviewCase): HeldSecret | null {
  return secrets.find(({ name, source }) => name === secretOf(credential) && source !== 'none') ?? null
}

export const secretOf = (credential: Credential): SecretName =>
  credential === 'client_certificate' ? 'client_certificate_key' : credential

import { hasClientCertificate } from '../../common/endpoints.ts'
import type { EnvironmentInput } from '../../contract/environment.ts'
import type { SecretName } from '../../contract/secret.ts'
import { readCredentialFile } from '../credentials/credential-file.ts'
import { holdsPrivateKey } from '../credentials/private-key.ts'
import { readMaterial } from '../key-files/material.ts'

/** The path of the file that the settings read a key from, in the place of one that is set; empty for none. */
export function keyFileOf(value: EnvironmentInput, name: SecretName): string {
  switch (name) {
    case 'private_key':
      return value.token_endpoint_auth_method === 'private_key_jwt' ? value.assertion.keyFile : ''
    case 'dpop_key':
      return value.dpop.enabled ? value.dpop.keyFile : ''
    case 'client_certificate_key':
      return hasClientCertificate(value) ? value.network.clientCertificate.keyFile : ''
    default:
      return ''
  }
}

/** The path of a client certificate's file that has the private key in it; empty where it has none, or cannot be read. */
export async function certificateFileWithKey({ network }: Pick<EnvironmentInput, 'network'>): Promise<string> {
  const { certificate, certificateFile } = network.clientCertificate
  if (certificate !== '' || certificateFile === '') return ''
  const bytes = await readCredentialFile(certificateFile)
  return bytes.ok && holdsPrivateKey(readMaterial(bytes.value)) ? certificateFile : ''
}

import type { Writers } from '../../catalogue/evidence.ts'
import type { clientProblems } from '../../catalogue/problems/client.ts'

export const clientProblemWriters: Writers<typeof clientProblems, string> = {
  client_id_missing: () => 'Enter the client ID.',
  client_secret_missing: () => 'Enter the client secret, or choose where it comes from.',
  private_key_missing: () => 'Enter the private key, or choose where it comes from.',
  client_certificate_missing: () => 'This authentication method needs a client certificate: enter it under Network.',
  assertion_file_not_entered: () => 'Enter the file that holds the assertion.',
  assertion_audience_missing: () => 'The audience of the client assertion is empty. Enter it here.',
  algorithm_of_other_method: ({ method, alg }) =>
    `${method} does not use ${alg}. Choose ${method === 'client_secret_jwt' ? 'HS256, HS384 or HS512' : 'RS…, PS…, ES… or EdDSA'}.`,
  thumbprint_without_certificate: () =>
    'The header parameters x5t and x5t#S256 name the certificate of the key: enter it, or use a file that holds both.',
  certificate_of_other_key: () => 'This certificate does not belong to the private key.',
  proxy_unreadable: () => 'Enter the proxy as http://, https://, socks5:// or socks4:// host:port.',
  untrusted_certificate_in_production: () =>
    'In production no untrusted certificate is accepted. Add the authority that issued it (CA) instead.',
}

import type { OriginBound } from '../contract/secret.ts'

/** What each secret is called on screen. */
export const secretLabels: Readonly<Record<OriginBound, string>> = {
  client_secret: 'Client secret',
  private_key: 'Private key',
  private_key_passphrase: 'Passphrase of the private key',
  client_certificate_key: 'Key of the client certificate',
  client_certificate_passphrase: 'Passphrase of the client certificate',
  dpop_key: 'DPoP key',
  proxy_password: 'Proxy password',
  vault_token: 'Vault token',
  vault_secret_id: 'Vault secret ID',
  secret_variables: 'Secret variables',
  client_assertion: 'Client assertion',
  aws_login: 'AWS-signed request',
  azure_login: 'Azure access token',
  access_token: 'Access token',
}

/** Every secret of an environment, by the name of its field. */
export const secretNames = [
  'client_secret',
  /** PEM or JWK, for private_key_jwt. */
  'private_key',
  'private_key_passphrase',
  /** PEM, of the TLS client certificate. */
  'client_certificate_key',
  'client_certificate_passphrase',
  /** PEM or JWK; without one, a key is generated for the session. */
  'dpop_key',
  'proxy_password',
  /** What the app logs in with where a secret's source is HashiCorp Vault; always stored or of the session. */
  'vault_token',
  'vault_secret_id',
  /** Every secret variable of an environment, as one JSON object of texts by name. */
  'secret_variables',
] as const

/**
 * What is bound to the origins that it may be sent to, and to the way there: the secrets; the assertion that a file holds;
 * what the SDKs of AWS and Azure find to log in with; the access token.
 */
export const originBoundNames = [
  ...secretNames,
  'client_assertion',
  'aws_login',
  'azure_login',
  'access_token',
] as const

/** What the app logs in with at a source cannot itself come from one, and secret variables are typed one by one. */
export const heldSecrets: ReadonlySet<(typeof secretNames)[number]> = new Set([
  'vault_token',
  'vault_secret_id',
  'secret_variables',
])

import type { Metadata } from '../../electron/contract/outcome.ts'

/** Metadata of a server that publishes its issuer and nothing else. */
export const bareMetadata: Metadata = {
  issuer: 'https://as.example',
  access_token_issuer: null,
  token_endpoint: null,
  introspection_endpoint: null,
  revocation_endpoint: null,
  jwks_uri: null,
  token_endpoint_auth_methods_supported: null,
  token_endpoint_auth_signing_alg_values_supported: null,
  introspection_endpoint_auth_methods_supported: null,
  scopes_supported: null,
  grant_types_supported: null,
  dpop_signing_alg_values_supported: null,
  tls_client_certificate_bound_access_tokens: null,
  mtls_endpoint_aliases: null,
}

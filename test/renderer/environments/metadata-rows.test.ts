import { expect, test } from 'vitest'
import { emptyValues } from '../../../renderer/features/environments/form-values.ts'
import { metadataRows } from '../../../renderer/features/environments/server/metadata-rows.ts'

test('each endpoint says how what is configured stands to what is published', () => {
  const values = {
    ...emptyValues,
    issuer: 'https://as.example ',
    token_endpoint: 'https://as.example/other',
    revocation_endpoint: 'https://as.example/revoke',
  }
  const rows = metadataRows(values, {
    issuer: 'https://as.example',
    access_token_issuer: null,
    token_endpoint: 'https://as.example/token',
    introspection_endpoint: 'https://as.example/introspect',
    revocation_endpoint: null,
    jwks_uri: null,
    token_endpoint_auth_methods_supported: null,
    token_endpoint_auth_signing_alg_values_supported: null,
    introspection_endpoint_auth_methods_supported: null,
    scopes_supported: null,
    grant_types_supported: null,
    dpop_signing_alg_values_supported: null,
    tls_client_certificate_bound_access_tokens: null,
    mtls_endpoint_aliases: {
      token_endpoint: 'https://mtls.as.example/token',
      introspection_endpoint: null,
      revocation_endpoint: null,
    },
  })
  expect(rows.map(({ path, comparison }) => [path, comparison])).toEqual([
    ['issuer', 'equal'],
    ['token_endpoint', 'different'],
    ['introspection_endpoint', 'new'],
    ['revocation_endpoint', 'not published'],
    ['jwks_uri', 'not published'],
    ['mtls_endpoint_aliases.token_endpoint', 'new'],
  ])
})

import { expect, test } from 'vitest'
import { bareMetadata } from '../../support/bare-metadata.ts'
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
    ...bareMetadata,
    token_endpoint: 'https://as.example/token',
    introspection_endpoint: 'https://as.example/introspect',
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

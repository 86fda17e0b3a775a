import { expect, test } from 'vitest'
import { differingEndpoints } from '../../../../electron/core/review/parts/differing-endpoints.ts'

const set = {
  token_endpoint: 'https://login.example/token',
  introspection_endpoint: '',
  revocation_endpoint: '',
  jwks_uri: 'https://login.example/keys',
}
const published = { ...set, introspection_endpoint: 'https://login.example/introspect', revocation_endpoint: null }

test('one URL in two ways of writing is no difference, nor is what is not set or not published', () => {
  expect(differingEndpoints(set, published)).toEqual([])
  const written = { ...published, token_endpoint: 'https://LOGIN.example:443/token' }
  expect(differingEndpoints(set, written)).toEqual([])
})

test('another path, and a slash at its end, is another URL', () => {
  expect(differingEndpoints(set, { ...published, jwks_uri: 'https://login.example/jwks' })).toEqual(['jwks_uri'])
  expect(differingEndpoints(set, { ...published, jwks_uri: 'https://login.example/keys/' })).toEqual(['jwks_uri'])
})

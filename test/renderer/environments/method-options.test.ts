import { expect, test } from 'vitest'
import { bareMetadata } from '../../support/bare-metadata.ts'
import type { Metadata } from '../../../electron/contract/outcome.ts'
import { algorithmFor, methodOptions } from '../../../renderer/features/environments/client/method-options.ts'

const metadata: Metadata = {
  ...bareMetadata,
  token_endpoint_auth_methods_supported: ['private_key_jwt', 'something_else'],
}

test('without metadata, and with metadata that knows none of them, methods are not grouped', () => {
  expect(methodOptions(null)).toHaveLength(8)
  expect(methodOptions({ ...metadata, token_endpoint_auth_methods_supported: ['other'] })).toHaveLength(8)
})

test('published methods come first; a ready-made assertion is one of private_key_jwt', () => {
  expect(methodOptions(metadata)).toMatchObject([
    { group: 'Published by the server', items: [{ value: 'private_key_jwt' }, { value: 'client_assertion_file' }] },
    { group: 'Other' },
  ])
})

test('the algorithm follows the method from one family to the other, and stays within one', () => {
  expect(algorithmFor('client_secret_jwt', 'RS256')).toBe('HS256')
  expect(algorithmFor('private_key_jwt', 'HS512')).toBe('RS256')
  expect(algorithmFor('private_key_jwt', 'ES384')).toBe('ES384')
  expect(algorithmFor('client_secret_basic', 'HS512')).toBe('HS512')
})

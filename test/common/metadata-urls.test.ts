import { expect, test } from 'vitest'
import { issuerOf, metadataUrls } from '../../electron/common/metadata-urls.ts'

test('metadata is looked for as OpenID Connect Discovery §4 and RFC 8414 §3.1 say, then as Okta and django have it', () => {
  expect(metadataUrls(new URL('https://example.com/issuer1'))).toEqual([
    'https://example.com/issuer1/.well-known/openid-configuration',
    'https://example.com/.well-known/oauth-authorization-server/issuer1',
    'https://example.com/issuer1/.well-known/oauth-authorization-server',
    'https://example.com/issuer1/.well-known/openid-configuration/',
  ])
})

test('a slash at the end of the issuer is not doubled', () => {
  expect(metadataUrls(new URL('https://example.com/'))).toEqual([
    'https://example.com/.well-known/openid-configuration',
    'https://example.com/.well-known/oauth-authorization-server',
    'https://example.com/.well-known/openid-configuration/',
  ])
})

test.each([
  [' https://example.com/a/.well-known/openid-configuration ', 'https://example.com/a'],
  ['https://example.com/o/.well-known/openid-configuration/', 'https://example.com/o'],
  ['https://example.com/.well-known/oauth-authorization-server/a', 'https://example.com/a'],
  ['https://example.com/.well-known/oauth-authorization-server', 'https://example.com'],
  ['https://x.okta.com/oauth2/default/.well-known/oauth-authorization-server', 'https://x.okta.com/oauth2/default'],
  ['https://example.com/a/', 'https://example.com/a/'],
])('the issuer meant by %s is %s', (typed, meant) => {
  expect(issuerOf(typed)).toBe(meant)
})

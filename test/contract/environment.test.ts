import { expect, test } from 'vitest'
import { httpUrlSchema, resourceSchema, scopeSchema } from '../../electron/contract/environment.ts'

test.each([
  ['as.example', 'begins with'],
  ['ftp://as.example', 'begins with'],
  ['javascript:alert(1)', 'begins with'],
  ['https://', 'not a valid URL'],
  ['https://a b', 'spaces'],
  ['https://user:pass@as.example', 'user name and password'],
  ['https://as.example/token#x', 'fragment'],
  [`https://as.example/${'x'.repeat(2048)}`, '2,048'],
])('refuses %s as an endpoint and says why', (url, reason) => {
  expect(httpUrlSchema.safeParse(url).error?.issues[0]?.message).toContain(reason)
})

test.each(['https://as.example', 'http://127.0.0.1:8080/token', 'https://[::1]/t?x=@y', 'HTTPS://AS.example'])(
  'takes %s',
  (url) => {
    expect(httpUrlSchema.parse(` ${url} `)).toBe(url)
  },
)

test('scopes are tokens of RFC 6749 §3.3, white space between them folded', () => {
  expect(scopeSchema.parse('  a:read \n b ')).toBe('a:read b')
  for (const bad of ['a"b', 'a\\b', 'ä']) expect(scopeSchema.safeParse(bad).success).toBe(false)
})

test('a resource is an absolute URI without fragment, RFC 8707 §2', () => {
  expect(resourceSchema.parse('urn:sandbox:orders')).toBe('urn:sandbox:orders')
  for (const bad of ['api', '/x', 'https://a#b', 'a b:c']) expect(resourceSchema.safeParse(bad).success).toBe(false)
})

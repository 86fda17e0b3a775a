import { expect, test } from 'vitest'
import {
  environmentInputSchema,
  headerFieldSchema,
  resourceSchema,
  scopeSchema,
} from '../../electron/contract/environment.ts'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { networkPolicySchema } from '../../electron/contract/network-policy.ts'
import { httpUrlSchema, proxyUrlSchema } from '../../electron/contract/url.ts'

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

test.each([
  ['proxy.example:3128', 'http://, https://, socks5:// or socks4://'],
  ['ftp://proxy.example', 'http://, https://, socks5:// or socks4://'],
  ['http://user:pass@proxy.example:3128', 'their own fields'],
  ['http://proxy.example:3128/path', 'without a path'],
  ['socks5://', 'not a valid URL'],
])('refuses %s as a proxy and says why', (url, reason) => {
  expect(proxyUrlSchema.safeParse(url).error?.issues[0]?.message).toContain(reason)
})

test.each(['', 'http://proxy.example:3128', 'https://proxy.example', 'socks5://127.0.0.1:1080', 'socks4a://[::1]:1'])(
  'takes %j as a proxy',
  (url) => {
    expect(proxyUrlSchema.parse(url)).toBe(url)
  },
)

test.each([
  ['', 'name'],
  ['X Tenant', 'letters, digits'],
  ['X-Tenant:', 'letters, digits'],
  ['X-Ténant', 'letters, digits'],
  ['Content-Length', 'connection itself'],
  ['host', 'connection itself'],
  ['Proxy-Authorization', 'connection itself'],
])('refuses a header named %j and says why', (name, reason) => {
  expect(headerFieldSchema.safeParse({ name, value: '1' }).error?.issues[0]?.message).toContain(reason)
})

test('a header value is one line: nothing can smuggle a second field in', () => {
  for (const value of ['a\r\nB: c', 'a\nb', '\u0000', 'ā']) {
    expect(headerFieldSchema.safeParse({ name: 'X', value }).success).toBe(false)
  }
})

test('a new environment lacks nothing but a name', () => {
  const { error } = environmentInputSchema.safeParse(newEnvironment)
  expect(error?.issues.map(({ path }) => path)).toEqual([['name']])
})

test('the fingerprint of an accepted certificate is that of SHA-256, in upper case', () => {
  const fingerprint = Array.from({ length: 32 }, () => 'ab').join(':')
  const policy = { ...newEnvironment.network, acceptedCertificate: fingerprint }
  expect(networkPolicySchema.parse(policy).acceptedCertificate).toBe(fingerprint.toUpperCase())
  const short = networkPolicySchema.safeParse({ ...policy, acceptedCertificate: 'AB:CD' })
  expect(short.error?.issues[0]?.message).toContain('32 pairs')
})

test.each(['PRIVATE KEY', 'RSA PRIVATE KEY', 'ENCRYPTED PRIVATE KEY'])(
  'refuses a %s among certificates, which are stored in clear',
  (label) => {
    const text = `-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n-----BEGIN ${label}-----\nAA==\n-----END ${label}-----`
    const { network, assertion } = newEnvironment
    const value = {
      ...newEnvironment,
      name: 'Test',
      assertion: { ...assertion, certificate: text },
      network: { ...network, ca: text, clientCertificate: { ...network.clientCertificate, certificate: text } },
    }
    const { error } = environmentInputSchema.safeParse(value)
    expect(error?.issues.map(({ path, message }) => [path.join('.'), message.includes('its own field')])).toEqual([
      ['assertion.certificate', true],
      ['network.ca', true],
      ['network.clientCertificate.certificate', true],
    ])
  },
)

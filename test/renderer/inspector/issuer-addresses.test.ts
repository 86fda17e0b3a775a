import { expect, test } from 'vitest'
import { issuerAddresses } from '../../../renderer/features/inspector/issuer-addresses.ts'

test.each([
  ['cidaas', 'not a web address'],
  ['urn:example:issuer', 'not a web address'],
  ['file:///etc/passwd', 'not a web address'],
  ['javascript:alert(1)', 'not a web address'],
  ['http://as.example', 'over http'],
  ['http://localhost.evil.example', 'over http'],
  ['https://user:pass@as.example', 'Leave user name and password out'],
  ['https://as.example/#x', 'fragment'],
  ['https://as.example/?to=http://10.0.0.1', 'no query'],
  ['https://', 'not a valid URL'],
])('%s is not asked for keys, and it is said why', (issuer, why) => {
  const addresses = issuerAddresses(issuer)
  expect(addresses.kind === 'refused' ? addresses.reason : addresses).toContain(why)
})

test('the addresses are those that discovery asks, in its order', () => {
  expect(issuerAddresses('https://AS.example:443/tenant/')).toEqual({
    kind: 'addresses',
    urls: [
      'https://as.example/tenant/.well-known/openid-configuration',
      'https://as.example/.well-known/oauth-authorization-server/tenant',
      'https://as.example/tenant/.well-known/oauth-authorization-server',
      'https://as.example/tenant/.well-known/openid-configuration/',
    ],
  })
})

test('this computer may be asked without TLS', () => {
  expect(issuerAddresses('http://127.0.0.1:4000').kind).toBe('addresses')
})

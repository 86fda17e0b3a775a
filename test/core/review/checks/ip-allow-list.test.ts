import { expect, test } from 'vitest'
import { ipAllowList } from '../../../../electron/core/review/checks/ip-allow-list.ts'
import { issuedToken, reviewCase } from '../../../support/review-case.ts'
import { answered, connection, recorded } from '../../../support/review-exchange.ts'
import { claimsOf } from '../../../support/review-parts.ts'

const look = (known: Parameters<typeof reviewCase>[0]) => ipAllowList.look(reviewCase(known))[0]
const refused = (words: string, status = 403) =>
  look({ exchanges: [recorded({ answer: answered(status, { error: 'access_denied', error_description: words }) })] })
    .code

test.each([
  'IP address 203.0.113.7 is not allowed',
  'Client IP not whitelisted',
  'Your IP is not in the allow list',
  'address 2001:db8::1 not permitted for this client',
])('“%s” shows a list of addresses', (words) => expect(refused(words)).toBe('address_list_applied'))

test.each([
  'Your IP 203.0.113.7 has been blocked',
  'The grant is not allowed',
  'Email address is not verified',
  'The client is not allowed to use scope ip:read',
])('“%s” does not', (words) => expect(refused(words)).toBe('address_not_said'))

test('an API that refuses an address says nothing of token requests', () => {
  const answer = answered(403, { message: 'IP address not allowed' })
  expect(look({ exchanges: [recorded({ purpose: 'api', answer })] }).code).toBe('address_not_said')
})

test('the address that the server saw is shown where a header, a member or the token has it', () => {
  const inHeader = recorded({ answer: answered(200, {}, [['X-Client-IP', '203.0.113.7']]) })
  expect(look({ exchanges: [inHeader] })).toMatchObject({ code: 'address_said', evidence: { address: '203.0.113.7' } })
  const inBody = recorded({ answer: answered(200, { client_ip: '2001:db8::1' }) })
  expect(look({ exchanges: [inBody] }).evidence).toEqual({ address: '2001:db8::1' })
  const issued = issuedToken({}, { claims: claimsOf({ clientAddress: '10.1.2.3' }) })
  expect(look({ issued }).evidence).toEqual({ address: '10.1.2.3' })
})

test('what is no address is not taken for one', () => {
  const issued = issuedToken({}, { claims: claimsOf({ clientAddress: 'unknown', ip: 'a'.repeat(5000) }) })
  expect(look({ issued }).code).toBe('address_not_said')
})

test('what is sent from is shown: the proxy, or the address of this computer', () => {
  expect(look({ exchanges: [recorded({ connection: connection() })] }).seen).toMatchObject([
    { kind: 'figure', name: 'localAddress', value: '192.168.1.20' },
  ])
  const proxied = recorded({ connection: connection({ proxy: 'http://proxy.example:3128' }) })
  expect(look({ exchanges: [proxied] }).seen).toMatchObject([{ name: 'proxy', value: 'http://proxy.example:3128' }])
})

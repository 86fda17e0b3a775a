import { expect, test } from 'vitest'
import type { EnvironmentInput } from '../../../../electron/contract/environment.ts'
import { encryptedEndpoints } from '../../../../electron/core/review/checks/encrypted-endpoints.ts'
import { reviewCase } from '../../../support/review-case.ts'
import { recorded } from '../../../support/review-exchange.ts'
import { savedCall } from '../../../support/review-parts.ts'

const { settings } = reviewCase()
const look = (known: Partial<EnvironmentInput>, more: Parameters<typeof reviewCase>[0] = {}) =>
  encryptedEndpoints.look(reviewCase({ settings: { ...settings, ...known }, ...more }))
const codes = (...given: Parameters<typeof look>) => look(...given).map(({ code }) => code)

test('nothing is known where no endpoint is set, or none that is a URL', () => {
  expect(codes({ token_endpoint: '', issuer: '' })).toEqual(['endpoints_not_set'])
  expect(codes({ token_endpoint: 'nonsense://', issuer: 'http//x' })).toEqual(['endpoints_not_set'])
})

test('https at every endpoint and call is passed, and counted', () => {
  const [found] = look({ jwks_uri: 'https://id.example/keys' }, { calls: [savedCall()] })
  expect(found).toMatchObject({ code: 'endpoints_encrypted', evidence: { count: '4' } })
})

test.each(['token_endpoint', 'introspection_endpoint', 'revocation_endpoint'] as const)(
  'http at the %s is at risk',
  (name) => {
    const [found] = look({ [name]: 'http://id.example/x?secret=1' })
    expect(found).toMatchObject({ code: 'endpoint_not_encrypted', evidence: { name, host: 'id.example' } })
    expect(found.seen).toMatchObject([{ kind: 'setting', name, value: 'http://id.example/x' }])
  },
)

test.each(['issuer', 'jwks_uri'] as const)('http at %s lets keys or metadata be replaced', (name) => {
  expect(codes({ [name]: 'http://id.example' })).toEqual(['trust_not_encrypted'])
})

test.each(['http://127.0.0.1:4000/token', 'http://localhost/token', 'http://[::1]:80/token'])(
  '%s does not leave this computer',
  (token_endpoint) => expect(codes({ token_endpoint })).toEqual(['endpoints_on_this_computer']),
)

test.each(['http://127.0.0.1.example/token', 'http://localhost.example/token', 'http://192.168.1.1/token'])(
  '%s does',
  (token_endpoint) => expect(codes({ token_endpoint })).toEqual(['endpoint_not_encrypted']),
)

test('a call by http is at risk with a token, and to improve without one', () => {
  const url = 'http://api.example/orders'
  expect(codes({}, { calls: [savedCall({ url, authorization: 'none' }), savedCall({ url, id: 'other' })] })).toEqual([
    'call_not_encrypted',
    'call_without_token_not_encrypted',
  ])
})

test('variables of the environment are put into the URL of a call; of others it is where the call went last', () => {
  const variables = [{ name: 'base', value: 'http://api.example', secret: false, notes: '' }]
  const calls = [savedCall({ url: '{{base}}/orders' })]
  expect(codes({ variables }, { calls })).toEqual(['call_not_encrypted'])
  expect(codes({}, { calls })).toEqual(['endpoints_encrypted'])
  const sent = recorded({ purpose: 'api', callId: 'call-1', url: 'http://api.example/orders' })
  const [found] = look({}, { calls, exchanges: [sent] })
  expect(found).toMatchObject({ code: 'call_not_encrypted', seen: [{ exchangeId: 'exchange-2' }] })
})

test('a call that was redirected to http is found by where it went', () => {
  const sent = recorded({ purpose: 'api', callId: 'call-1', url: 'http://api.example/orders' })
  expect(codes({}, { calls: [savedCall()], exchanges: [sent] })).toEqual(['call_not_encrypted'])
})

test('endpoints for mutual TLS count where a certificate is presented', () => {
  const mtls_endpoint_aliases = { ...settings.mtls_endpoint_aliases, token_endpoint: 'http://mtls.example/token' }
  const clientCertificate = { ...settings.network.clientCertificate, certificateFile: 'client.pem' }
  expect(codes({ mtls_endpoint_aliases })).toEqual(['endpoints_encrypted'])
  expect(codes({ mtls_endpoint_aliases, network: { ...settings.network, clientCertificate } })).toEqual([
    'endpoint_not_encrypted',
  ])
})

test('several calls by http are one finding, with each of them in what was seen', () => {
  const url = 'http://api.example/orders'
  const calls = ['a', 'b', 'c'].map((name) => savedCall({ url, name, id: name }))
  const found = look({}, { calls })
  expect(found).toMatchObject([{ code: 'call_not_encrypted', evidence: { name: 'a', more: '2' } }])
  expect(found[0].seen.map(({ name }) => name)).toEqual(['a', 'b', 'c'])
})

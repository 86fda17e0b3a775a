import { expect, test } from 'vitest'
import type { TlsFacts } from '../../../electron/contract/exchange.ts'
import type { Binding } from '../../../electron/contract/token.ts'
import { judgePossession } from '../../../electron/core/oauth/token-response.ts'
import { decodeToken } from '../../../electron/core/token/decode/decode.ts'

const dpop: Binding = { kind: 'dpop', thumbprint: 'key' }
const certificate: Binding = { kind: 'certificate', thumbprint: 'cert' }
const segment = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const jwt = (claims: object) => decodeToken(`${segment({ alg: 'RS256' })}.${segment(claims)}.AA`)
const opaque = decodeToken('opaque-reference')
const tls = (presented: boolean): TlsFacts => ({
  protocol: 'TLSv1.3',
  cipher: null,
  alpn: null,
  trusted: true,
  accepted: false,
  clientCertificate: presented ? { subject: 'CN=c', fingerprint256: 'AA' } : null,
  problem: null,
  chain: [],
})
const judge = (
  token_type: string,
  decoded: ReturnType<typeof decodeToken>,
  binding: Binding | null,
  facts: TlsFacts | null = null,
) => judgePossession({ token_type, decoded }, binding, { tls: facts }).map(({ code }) => code)

test('Bearer returned for DPoP is a downgrade, and named', () => {
  expect(judge('Bearer', opaque, dpop)).toEqual(['dpop_downgraded'])
  expect(judge('', opaque, dpop)).toEqual(['dpop_downgraded'])
})

test('DPoP returned to a request without a proof is named', () => {
  expect(judge('DPoP', opaque, null)).toEqual(['dpop_unasked'])
})

test('a certificate that the server never asked for binds nothing', () => {
  expect(judge('Bearer', opaque, certificate, tls(false))).toEqual(['client_certificate_not_asked_for'])
})

test('what a JWT confirms is compared; of an opaque token nothing can be said', () => {
  expect(judge('DPoP', jwt({ cnf: { jkt: 'key' } }), dpop)).toEqual(['binding_confirmed'])
  expect(judge('dpop', jwt({ cnf: { jkt: 'other' } }), dpop)).toEqual(['binding_mismatch'])
  expect(judge('DPoP', jwt({}), dpop)).toEqual(['binding_missing'])
  expect(judge('Bearer', jwt({ cnf: { 'x5t#S256': 'cert' } }), certificate, tls(true))).toEqual(['binding_confirmed'])
  expect(judge('DPoP', opaque, dpop)).toEqual([])
  expect(judge('Bearer', jwt({}), null)).toEqual([])
})

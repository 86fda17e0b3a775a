import { expect, test } from 'vitest'
import type { Certificate } from '../../../../electron/contract/exchange.ts'
import { certificateChain } from '../../../../electron/core/review/checks/certificate-chain.ts'
import { reviewCase, reviewedAt } from '../../../support/review-case.ts'
import { certificate, day, recorded, tls, tlsFailed } from '../../../support/review-exchange.ts'

const look = (...exchanges: ReturnType<typeof recorded>[]) => certificateChain.look(reviewCase({ exchanges }))
const withLeaf = (known: Partial<Certificate>, more: Parameters<typeof recorded>[0] = {}) =>
  look(recorded({ tls: tls({ chain: [certificate(known)] }), ...more }))[0]

test('nothing is known where no certificate was recorded', () => {
  expect(look()[0].code).toBe('certificate_not_seen')
  const settings = { ...reviewCase().settings, issuer: '', token_endpoint: 'http://127.0.0.1/token' }
  expect(certificateChain.look(reviewCase({ settings }))[0].code).toBe('certificate_without_https')
  expect(look(recorded({ tls: tls({ chain: [] }) }))[0].code).toBe('certificate_not_seen')
})

test('a trusted chain passes, with the days of the certificate that ends first', () => {
  const other = recorded({
    url: 'https://api.example',
    tls: tls({ chain: [certificate({ validTo: reviewedAt + 40 * day })] }),
  })
  expect(look(recorded(), other)).toMatchObject([{ code: 'certificate_trusted', evidence: { days: '40', count: '2' } }])
})

test.each([
  ['tls_expired', 'CERT_HAS_EXPIRED', 'certificate_not_trusted'],
  ['tls_not_yet_valid', 'CERT_NOT_YET_VALID', 'certificate_not_trusted'],
  ['tls_wrong_host', 'ERR_TLS_CERT_ALTNAME_INVALID', 'certificate_not_trusted'],
  ['tls_self_signed', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate_not_trusted'],
  ['tls_other', 'CERT_REVOKED', 'certificate_not_trusted'],
  ['tls_other', 'INVALID_PURPOSE', 'certificate_not_trusted'],
  ['tls_other', 'CA_MD_TOO_WEAK', 'certificate_not_trusted'],
  ['tls_other', 'ERR_SSL_WRONG_VERSION_NUMBER', 'certificate_not_seen'],
  ['tls_other', 'constructor', 'certificate_not_seen'],
  ['tls_unknown_ca', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate_authority_not_known'],
  ['tls_client_certificate', 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'certificate_not_seen'],
] as const)('%s is %s', (code, nodeCode, expected) => {
  expect(look(recorded(tlsFailed(code, nodeCode)))[0].code).toBe(expected)
})

test('a failure that was mended since is none', () => {
  expect(look(recorded(), recorded(tlsFailed('tls_expired', 'CERT_HAS_EXPIRED')))[0].code).toBe('certificate_trusted')
})

test('a certificate that was accepted by hand is to improve, except on this computer', () => {
  const facts = tls({ trusted: false, accepted: true, problem: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
  expect(look(recorded({ tls: facts }))[0].code).toBe('certificate_accepted_by_hand')
  expect(look(recorded({ url: 'https://localhost:8443/token', tls: facts }))[0].code).toBe('certificate_trusted')
})

test('a weak certificate anywhere in the chain is to improve', () => {
  const chain = [certificate(), certificate({ problems: ['weak_signature'] })]
  expect(look(recorded({ tls: tls({ chain }) }))[0]).toMatchObject({
    code: 'certificate_weak',
    evidence: { problem: 'weak_signature' },
  })
})

test.each([
  ['a certificate of a year', 365, 15, 'certificate_trusted'],
  ['a certificate of a year', 365, 13, 'certificate_ends'],
  ['a certificate of 47 days', 47, 10, 'certificate_trusted'],
  ['a certificate of 47 days', 47, 9, 'certificate_ends'],
  ['a certificate of 6 days', 6, 2, 'certificate_trusted'],
  ['a certificate of 6 days', 6, 1, 'certificate_ends'],
])('%s (%d) with %d days left is %s', (_name, days, left, code) => {
  const validTo = reviewedAt + left * day
  expect(withLeaf({ validTo, validFrom: validTo - days * day }).code).toBe(code)
})

test('an end that has come closer since the certificate was seen says nothing: it may be another one', () => {
  const at = reviewedAt - 50 * day
  expect(withLeaf({ validTo: reviewedAt - day }, { at })).toMatchObject({
    code: 'certificate_not_seen_lately',
    evidence: { days: '50' },
  })
})

test('dates out of all reason do not throw, and one that cannot be read is not judged', () => {
  expect(withLeaf({ validTo: 9e15 }).code).toBe('certificate_trusted')
  expect(withLeaf({ validTo: 0 }).code).toBe('certificate_not_seen')
})

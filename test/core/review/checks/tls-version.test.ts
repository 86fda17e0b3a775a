import { expect, test } from 'vitest'
import { tlsVersion } from '../../../../electron/core/review/checks/tls-version.ts'
import { reviewCase } from '../../../support/review-case.ts'
import { recorded, tls, tlsFailed } from '../../../support/review-exchange.ts'

const look = (...exchanges: ReturnType<typeof recorded>[]) => tlsVersion.look(reviewCase({ exchanges }))
const codeOf = (protocol: string | null, cipher: string | null) =>
  look(recorded({ tls: tls({ protocol, cipher }) }))[0].code

test('nothing is known without a TLS connection, and of a version that nobody knows', () => {
  expect(look()[0].code).toBe('tls_not_seen')
  expect(look(recorded({ tls: null }))[0].code).toBe('tls_not_seen')
  expect(codeOf(null, null)).toBe('tls_not_seen')
  const settings = { ...reviewCase().settings, issuer: '', token_endpoint: 'http://127.0.0.1/token' }
  expect(tlsVersion.look(reviewCase({ settings }))[0].code).toBe('tls_without_https')
  expect(codeOf('TLSv9', 'X')).toBe('tls_not_seen')
})

test.each([
  ['TLSv1.3', 'TLS_CHACHA20_POLY1305_SHA256'],
  ['TLSv1.2', 'ECDHE-RSA-AES128-GCM-SHA256'],
  ['TLSv1.2', 'ECDHE-ECDSA-CHACHA20-POLY1305'],
  ['TLSv1.2', 'DHE-RSA-AES256-GCM-SHA384'],
  ['TLSv1.2', 'SOMETHING-NEW'],
])('%s with %s passes', (protocol, cipher) => expect(codeOf(protocol, cipher)).toBe('tls_modern'))

test.each(['AES256-GCM-SHA384', 'AES128-SHA', 'ECDHE-RSA-AES256-SHA384', 'DHE-RSA-AES128-SHA'])(
  'TLS 1.2 with %s is to improve',
  (cipher) => expect(codeOf('TLSv1.2', cipher)).toBe('tls_cipher_old'),
)

test.each([
  ['TLSv1', 'ECDHE-RSA-AES256-SHA'],
  ['TLSv1.1', 'ECDHE-RSA-AES256-SHA'],
  ['SSLv3', 'RC4-MD5'],
  ['TLSv1.2', 'ECDHE-RSA-DES-CBC3-SHA'],
  ['TLSv1.2', 'RC4-SHA'],
  ['TLSv1.2', 'NULL-SHA256'],
])('%s with %s is at risk', (protocol, cipher) => expect(codeOf(protocol, cipher)).toBe('tls_deprecated'))

test('a handshake that failed for the version of the server is at risk; for another reason it says nothing', () => {
  const failed = (nodeCode: string) => look(recorded(tlsFailed('tls_other', nodeCode)))[0].code
  expect(failed('ERR_SSL_UNSUPPORTED_PROTOCOL')).toBe('tls_only_deprecated')
  expect(failed('ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION')).toBe('tls_only_deprecated')
  expect(failed('ERR_SSL_WRONG_VERSION_NUMBER')).toBe('tls_not_seen')
})

test('of each server the newest connection counts, and the worst server is first', () => {
  const old = recorded({ url: 'https://api.example/x', tls: tls({ protocol: 'TLSv1.1', cipher: null }) })
  expect(look(recorded(), old)[0]).toMatchObject({
    code: 'tls_deprecated',
    evidence: { host: 'api.example', version: 'TLS 1.1' },
  })
  const mended = recorded({ url: 'https://api.example/y' })
  expect(look(recorded(), mended, old)).toMatchObject([
    { code: 'tls_modern', evidence: { versions: 'TLS 1.3', count: '2' } },
  ])
})

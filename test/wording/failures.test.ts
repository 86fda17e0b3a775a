import { expect, test } from 'vitest'
import { failureText } from '../../electron/wording/failures.ts'

const failure = { code: 'tls_other', phase: 'tls', host: 'as.example', port: 443, nodeCode: null, detail: '' } as const

test.each<[string | null, string, RegExp]>([
  ['INVALID_PURPOSE', 'The certificate is not trusted (INVALID_PURPOSE); nothing was sent.', /not meant for servers/],
  ['UNSPECIFIED', 'The certificate is not trusted (UNSPECIFIED); nothing was sent.', /too weak/],
  ['CERT_REVOKED', 'The certificate is not trusted (CERT_REVOKED); nothing was sent.', /revoked/],
  ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'tlsv1 alert protocol version', /No TLS version in common/],
  ['ERR_SSL_UNSAFE_LEGACY_RENEGOTIATION_DISABLED', 'unsafe legacy renegotiation disabled', /^No secure renegotiation/],
  ['EPROTO', 'unsafe legacy renegotiation disabled', /^No secure renegotiation/],
  ['EPROTO', 'tlsv1 alert protocol version', /No TLS version in common/],
  ['EPROTO', 'wrong version number: what answers there does not speak TLS', /^Not TLS/],
  ['ERR_SSL_SOMETHING_NEW', 'something new', /^TLS failed/],
])('a TLS fault of code %s and “%s” has a title of its own', (nodeCode, detail, title) => {
  const text = failureText({ ...failure, nodeCode, detail })
  expect(text.title).toMatch(title)
  expect(text.sentence).toBe(`as.example:443, during the TLS handshake · ${nodeCode} · ${detail}`)
  expect(text.advice).toMatch(/\w/)
})

import { expect, test } from 'vitest'
import { failures } from '../../electron/catalogue/failures.ts'
import { failureCodeSchema } from '../../electron/contract/exchange.ts'
import { failureText } from '../../electron/wording/failures.ts'

const failure = { code: 'tls_other', phase: 'tls', host: 'as.example', port: 443, nodeCode: null } as const

test.each<[string, string, RegExp]>([
  ['INVALID_PURPOSE', '', /not meant for servers/],
  ['UNSPECIFIED', '', /too weak/],
  ['CERT_REVOKED', '', /revoked/],
  ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'tlsv1 alert protocol version', /No TLS version in common/],
  ['ERR_SSL_UNSAFE_LEGACY_RENEGOTIATION_DISABLED', 'unsafe legacy renegotiation disabled', /^No secure renegotiation/],
  ['EPROTO', 'unsafe legacy renegotiation disabled', /^No secure renegotiation/],
  ['EPROTO', 'tlsv1 alert protocol version', /No TLS version in common/],
  ['EPROTO', 'wrong version number', /^Not TLS/],
  ['ERR_SSL_SOMETHING_NEW', 'something new', /^TLS failed/],
])('a TLS fault of code %s and “%s” has its own title, and the code is a detail', (nodeCode, words, title) => {
  const text = failureText({ ...failure, nodeCode, evidence: words === '' ? {} : { words } })
  expect(text.title).toMatch(title)
  expect(text.sentence).toBe('as.example:443, during the TLS handshake.')
  expect(text.detail).toBe(words === '' ? nodeCode : `${nodeCode} · ${words}`)
  expect(text.advice).toMatch(/\w/)
})

test('an untrusted certificate is described in words, with the code of OpenSSL as a detail', () => {
  const evidence = { names: 'DNS:as.example', issuer: 'CN=as.example' }
  const text = failureText({ ...failure, code: 'tls_self_signed', nodeCode: 'DEPTH_ZERO_SELF_SIGNED_CERT', evidence })
  expect(text).toEqual({
    title: 'Self-signed certificate',
    sentence:
      'as.example:443, during the TLS handshake. The certificate is not trusted; nothing was sent. ' +
      'It names DNS:as.example, issued by CN=as.example.',
    advice: 'No CA has verified this certificate. If you trust it, add it to the trusted authorities under Network.',
    detail: 'DEPTH_ZERO_SELF_SIGNED_CERT',
  })
})

test.each(failureCodeSchema.options)(
  'a failure of code %s has no empty place, with all of its evidence or none',
  (code) => {
    const { evidence, optional = [] }: { evidence: readonly string[]; optional?: readonly string[] } = failures[code]
    const all = Object.fromEntries([...evidence, ...optional].map((name) => [name, 'x']))
    for (const given of [all, {}, { words: 'a sentence of before' }]) {
      const { title, sentence, advice } = failureText({ ...failure, code, evidence: given })
      for (const text of [title, sentence, advice]) expect(text).not.toMatch(/undefined| {2}|\s[.,:]|:\s*$|^$/)
    }
  },
)

import { expect, test } from 'vitest'
import type { AuthMethod } from '../../../../electron/contract/client-authentication.ts'
import type { KeyFacts } from '../../../../electron/core/review/case.ts'
import { clientKey } from '../../../../electron/core/review/checks/client-key.ts'
import { reviewCase } from '../../../support/review-case.ts'
import { codeOf } from '../../../support/review-parts.ts'

const code = codeOf(clientKey)
const by = (method: AuthMethod) => ({ ...reviewCase().settings, token_endpoint_auth_method: method })
const rsa = (bits: number | null): KeyFacts => ({ kind: 'rsa', bits, curve: null })
const ec = (curve: string | null): KeyFacts => ({ kind: 'ec', bits: null, curve })
const certificate = (key: KeyFacts) => ({ subject: 'CN=orders', validFrom: 0, validTo: 1, key })

test('a client without a key has none to judge', () => expect(code()).toBe('client_key_not_used'))

test('a key that cannot be read without asking is not judged', () => {
  const settings = by('private_key_jwt')
  expect(code({ settings })).toBe('client_key_not_readable')
  expect(code({ settings, clientKey: rsa(null) })).toBe('client_key_not_readable')
  expect(code({ settings, clientKey: ec(null) })).toBe('client_key_not_readable')
  expect(code({ settings, clientKey: { kind: 'other', bits: 1024, curve: null } })).toBe('client_key_not_readable')
  expect(code({ settings: by('tls_client_auth') })).toBe('client_key_not_readable')
})

test.each([rsa(1024), ec('secp192r1'), ec('brainpoolP160r1'), ec('prime192v1')])('%o is weak', (clientKey) => {
  expect(code({ settings: by('private_key_jwt'), clientKey })).toBe('client_key_weak')
})

test.each([rsa(2048), ec('prime256v1'), ec('P-521'), { kind: 'ed25519', bits: null, curve: null } as const])(
  '%o is strong',
  (clientKey) => expect(code({ settings: by('private_key_jwt'), clientKey })).toBe('client_key_strong'),
)

test('the key of a certificate counts, also beside another key', () => {
  expect(code({ settings: by('tls_client_auth'), certificate: certificate(rsa(1024)) })).toBe('client_key_weak')
  const both = { settings: by('private_key_jwt'), clientKey: rsa(4096), certificate: certificate(rsa(1024)) }
  expect(code(both)).toBe('client_key_weak')
})

test('the field of the key that is weak is said', () => {
  const both = { settings: by('private_key_jwt'), clientKey: rsa(4096), certificate: certificate(rsa(1024)) }
  expect(clientKey.look(reviewCase(both))[0].evidence).toEqual({
    key: 'RSA 1024',
    field: 'network.clientCertificate.certificate',
  })
})

test('a key that is not used to authenticate is not judged', () => {
  expect(code({ clientKey: rsa(1024) })).toBe('client_key_not_used')
})

/**
 * What a key management algorithm needs of a key: `keyBytes` is the length of a shared secret, null where any will do or
 * none is meant; `wrapping` the AES-KW step inside, or null. `dir` takes its length from `enc`.
 */
export interface KeyManagement {
  kty: 'RSA' | 'EC' | 'oct'
  keyBytes: number | null
  wrapping: string | null
  operations: readonly string[]
}

const rsa: KeyManagement = { kty: 'RSA', keyBytes: null, wrapping: null, operations: ['unwrapKey', 'decrypt'] }
const agreed = (wrapping: string | null): KeyManagement => ({
  kty: 'EC',
  keyBytes: null,
  wrapping,
  operations: ['deriveKey', 'deriveBits'],
})
const wrapped = (keyBytes: number, wrapping: string | null): KeyManagement => ({
  kty: 'oct',
  keyBytes,
  wrapping,
  operations: ['unwrapKey', 'decrypt'],
})
const password = (wrapping: string): KeyManagement => ({
  kty: 'oct',
  keyBytes: null,
  wrapping,
  operations: ['deriveKey', 'deriveBits', 'unwrapKey'],
})

/** RSA1_5 is absent on purpose: whoever can try messages can decrypt with it. @see RFC 7518 §4.1, RFC 8725 §3.2 */
export const keyManagements: ReadonlyMap<string, KeyManagement> = new Map([
  ['dir', { kty: 'oct', keyBytes: null, wrapping: null, operations: ['decrypt'] }],
  ['RSA-OAEP', rsa],
  ['RSA-OAEP-256', rsa],
  ['RSA-OAEP-384', rsa],
  ['RSA-OAEP-512', rsa],
  ['ECDH-ES', agreed(null)],
  ['ECDH-ES+A128KW', agreed('A128KW')],
  ['ECDH-ES+A192KW', agreed('A192KW')],
  ['ECDH-ES+A256KW', agreed('A256KW')],
  ['A128KW', wrapped(16, 'A128KW')],
  ['A192KW', wrapped(24, 'A192KW')],
  ['A256KW', wrapped(32, 'A256KW')],
  ['A128GCMKW', wrapped(16, null)],
  ['A192GCMKW', wrapped(24, null)],
  ['A256GCMKW', wrapped(32, null)],
  ['PBES2-HS256+A128KW', password('A128KW')],
  ['PBES2-HS384+A192KW', password('A192KW')],
  ['PBES2-HS512+A256KW', password('A256KW')],
])

/** Bytes of the content encryption key. @see RFC 7518 §5.1 */
export const contentEncryptions: ReadonlyMap<string, number> = new Map([
  ['A128GCM', 16],
  ['A192GCM', 24],
  ['A256GCM', 32],
  ['A128CBC-HS256', 32],
  ['A192CBC-HS384', 48],
  ['A256CBC-HS512', 64],
])

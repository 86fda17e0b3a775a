/**
 * What a signature algorithm needs of a key. `hmacBytes` is the least length of a shared secret, `signatureBytes` the lengths
 * that a signature can have; of RSA it is that of the modulus.
 */
export interface SigningAlgorithm {
  kty: 'RSA' | 'EC' | 'OKP' | 'oct'
  crv: string | null
  hmacBytes: number | null
  signatureBytes: readonly number[] | null
}

const hmac = (bytes: number): SigningAlgorithm => ({ kty: 'oct', crv: null, hmacBytes: bytes, signatureBytes: [bytes] })
const rsa: SigningAlgorithm = { kty: 'RSA', crv: null, hmacBytes: null, signatureBytes: null }
const curve = (kty: 'EC' | 'OKP', crv: string, ...signatureBytes: number[]): SigningAlgorithm => ({
  kty,
  crv,
  hmacBytes: null,
  signatureBytes,
})

/** Algorithms that are verified here. @see RFC 7518 §3.1, RFC 8037 §3.1, RFC 9864 §2 */
export const signingAlgorithms: ReadonlyMap<string, SigningAlgorithm> = new Map([
  ['HS256', hmac(32)],
  ['HS384', hmac(48)],
  ['HS512', hmac(64)],
  ['RS256', rsa],
  ['RS384', rsa],
  ['RS512', rsa],
  ['PS256', rsa],
  ['PS384', rsa],
  ['PS512', rsa],
  ['ES256', curve('EC', 'P-256', 64)],
  ['ES384', curve('EC', 'P-384', 96)],
  ['ES512', curve('EC', 'P-521', 132)],
  // Of Ed448 it would be 114.
  ['EdDSA', curve('OKP', 'Ed25519', 64, 114)],
  ['Ed25519', curve('OKP', 'Ed25519', 64)],
])

/** Registered for signatures, and not verified here: neither jose nor every runtime can. @see IANA JOSE registry */
export const unsupportedAlgorithms: ReadonlySet<string> = new Set([
  'ES256K',
  'Ed448',
  'ML-DSA-44',
  'ML-DSA-65',
  'ML-DSA-87',
])

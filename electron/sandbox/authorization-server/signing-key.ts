import { generateKeyPair, randomBytes, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import type { JWK } from 'oidc-provider'

/** A key that signs access tokens of one run; it exists in memory only. */
export interface SigningKey {
  privateKey: KeyObject
  privateJwk: JWK & { kid: string }
  publicKey: KeyObject
}

/**
 * RS256, which every authorization server and resource server of JWT access tokens supports. A key of fewer than 2048 bits is
 * weak. @see RFC 9068 §2.1, RFC 7518 §3.3
 */
export async function generateSigningKey(modulusLength: 2048 | 1024 = 2048): Promise<SigningKey> {
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', { modulusLength })
  const kid = `sandbox-${randomBytes(6).toString('base64url')}`
  const privateJwk = { ...privateKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' }
  return { privateKey, privateJwk, publicKey }
}

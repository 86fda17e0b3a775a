import { generateKeyPair, randomBytes, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import type { JWK } from 'oidc-provider'

/** The key that signs the access tokens of one run; it exists in memory only. */
export interface SigningKey {
  privateKey: KeyObject
  privateJwk: JWK & { kid: string }
  publicKey: KeyObject
}

/** RS256, which every authorization server and resource server of JWT access tokens supports. @see RFC 9068 §2.1 */
export async function generateSigningKey(): Promise<SigningKey> {
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  const kid = `sandbox-${randomBytes(6).toString('base64url')}`
  const privateJwk = { ...privateKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' }
  return { privateKey, privateJwk, publicKey }
}

import type { KeyObject } from 'node:crypto'
import type { AssertionAlgorithm } from '../../contract/client-authentication.ts'
import type { Problem } from '../../contract/problem.ts'
import { problem } from '../problem.ts'

const curves = { ES256: 'prime256v1', ES384: 'secp384r1', ES512: 'secp521r1' }
const leastModulusBits = 2048

/** Why a private key does not fit an algorithm, or null when it does. @see RFC 7518 §3.3, §3.4, §3.5, RFC 8037 §3.1 */
export function algorithmProblem(key: KeyObject, alg: AssertionAlgorithm): Problem | null {
  const { asymmetricKeyType: type = 'unknown', asymmetricKeyDetails } = key
  const { namedCurve: curve, modulusLength: bits = 0 } = asymmetricKeyDetails ?? {}
  const otherKind = () => problem('key_of_other_kind', { alg, type, ...(curve !== undefined && { curve }) })
  switch (alg) {
    case 'HS256':
    case 'HS384':
    case 'HS512':
      return otherKind()
    case 'RS256':
    case 'RS384':
    case 'RS512':
    case 'PS256':
    case 'PS384':
    case 'PS512':
      if (type !== 'rsa') return otherKind()
      return bits >= leastModulusBits
        ? null
        : problem('rsa_key_too_small', { alg, bits: String(bits), least: String(leastModulusBits) })
    case 'ES256':
    case 'ES384':
    case 'ES512':
      return curve === curves[alg] ? null : otherKind()
    case 'EdDSA':
      return type === 'ed25519' ? null : otherKind()
  }
}

/** Why a client secret is weaker than an algorithm wants, or null. Many servers take it all the same. @see RFC 7518 §3.2 */
export function secretShortness(secret: string, alg: 'HS256' | 'HS384' | 'HS512') {
  const least = Number(alg.slice(2)) / 8
  const bytes = Buffer.byteLength(secret)
  return bytes >= least ? null : { alg, bytes: String(bytes), least: String(least) }
}

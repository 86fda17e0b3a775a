import type { KeyObject } from 'node:crypto'
import type { AssertionAlgorithm } from '../../contract/client-authentication.ts'

const curves: Readonly<Record<string, string>> = { ES256: 'prime256v1', ES384: 'secp384r1', ES512: 'secp521r1' }
const curveNames: Readonly<Record<string, string>> = { prime256v1: 'P-256', secp384r1: 'P-384', secp521r1: 'P-521' }
const leastModulusBits = 2048

/** Why a private key does not fit an algorithm, or null when it does. @see RFC 7518 §3.3, §3.4, §3.5, RFC 8037 §3.1 */
export function algorithmProblem(key: KeyObject, alg: AssertionAlgorithm): string | null {
  const what = describe(key)
  switch (alg) {
    case 'HS256':
    case 'HS384':
    case 'HS512':
      return `${alg} signs with the client secret, not with a private key. ${fitting(key)}`
    case 'RS256':
    case 'RS384':
    case 'RS512':
    case 'PS256':
    case 'PS384':
    case 'PS512': {
      if (key.asymmetricKeyType !== 'rsa') return `${alg} needs an RSA key, and this is ${what}. ${fitting(key)}`
      const bits = key.asymmetricKeyDetails?.modulusLength ?? 0
      return bits >= leastModulusBits
        ? null
        : `${alg} needs an RSA key of at least ${leastModulusBits} bits, and this one has ${bits}.`
    }
    case 'ES256':
    case 'ES384':
    case 'ES512': {
      const curve = curves[alg] ?? ''
      if (key.asymmetricKeyDetails?.namedCurve === curve) return null
      return `${alg} needs an EC key on the curve ${curveNames[curve] ?? curve}, and this is ${what}. ${fitting(key)}`
    }
    case 'EdDSA':
      return key.asymmetricKeyType === 'ed25519'
        ? null
        : `EdDSA needs an Ed25519 key, and this is ${what}. ${fitting(key)}`
  }
}

/** Why a client secret is weaker than an algorithm wants, or null. Many servers take it all the same. @see RFC 7518 §3.2 */
export function secretShortness(secret: string, alg: 'HS256' | 'HS384' | 'HS512') {
  const least = Number(alg.slice(2)) / 8
  const bytes = Buffer.byteLength(secret)
  return bytes >= least ? null : { alg, bytes: String(bytes), least: String(least) }
}

function describe({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): string {
  const curve = asymmetricKeyDetails?.namedCurve ?? ''
  switch (asymmetricKeyType) {
    case 'rsa':
      return 'an RSA key'
    case 'rsa-pss':
      return 'a key of the type RSA-PSS, which this runtime cannot use for a JWT'
    case 'ec':
      return `an EC key on the curve ${curveNames[curve] ?? curve}`
    case 'ed25519':
      return 'an Ed25519 key'
    default:
      return `a key of the type ${asymmetricKeyType ?? 'unknown'}`
  }
}

/** What to choose for this key. */
function fitting({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): string {
  if (asymmetricKeyType === 'rsa') return 'Choose RS… or PS…, or another key.'
  if (asymmetricKeyType === 'ed25519') return 'Choose EdDSA, or another key.'
  const alg = Object.keys(curves).find((name) => curves[name] === asymmetricKeyDetails?.namedCurve)
  return alg === undefined ? 'Use another key.' : `Choose ${alg}, or another key.`
}

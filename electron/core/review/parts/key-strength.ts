import type { PublishedKey } from '../../../contract/outcome.ts'
import type { KeyFacts } from '../case.ts'

/** Bits below which an RSA key is weak. @see RFC 7518 §3.3 */
const leastRsaBits = 2048
/** Curves of fewer bits give less than 112 bits of security, as RSA of 2048 bits does. @see RFC 9325 §4.5 */
const leastCurveBits = 224

export interface Strength {
  /** Such as `RSA 1024` or `EC P-256`. */
  key: string
  isWeak: boolean
}

/** Null where the size is not known. */
export function strengthOf({ kind, bits, curve }: KeyFacts): Strength | null {
  switch (kind) {
    case 'rsa':
      return bits === null ? null : { key: `RSA ${bits}`, isWeak: bits < leastRsaBits }
    case 'ec':
      return curve === null ? null : { key: `EC ${curve}`, isWeak: isWeakCurve(curve) }
    case 'ed25519':
      return { key: 'Ed25519', isWeak: false }
    case 'ed448':
      return { key: 'Ed448', isWeak: false }
    case 'symmetric':
    case 'other':
      return null
  }
}

/** The same of a key that a server publishes. */
export function strengthOfPublished({ kty, size }: PublishedKey): Strength | null {
  if (size === null || size === '') return null
  if (kty === 'RSA') {
    const bits = Number(size)
    return Number.isInteger(bits) ? strengthOf({ kind: 'rsa', bits, curve: null }) : null
  }
  if (kty === 'OKP') return { key: size, isWeak: false }
  return kty === 'EC' ? strengthOf({ kind: 'ec', bits: null, curve: size }) : null
}

/** By the number in its name: `P-256`, `secp192r1`, `brainpoolP160r1`. */
function isWeakCurve(curve: string): boolean {
  const bits = /\d{3}/.exec(curve)?.[0]
  return bits !== undefined && Number(bits) < leastCurveBits
}

import type { KeyFault } from '../../../catalogue/key-faults.ts'
import { readBase64Url } from '../decode/base64url.ts'
import { shown } from '../shown.ts'
import { textMember } from './members.ts'

/** Why a public key cannot be used: a code, and the member or curve that it is about. */
export interface KeyProblem {
  problem: Extract<KeyFault, 'shared_secret' | 'kty_unknown' | 'curve_unknown' | 'rsa_members' | 'coordinate'>
  evidence: { member?: string; crv?: string; kty?: string }
}

/** A key as far as it can be shown. */
export interface Shape {
  size: string | null
  /** The members that RFC 7638 hashes, which are those that verifying needs; null when they are not as they should be. */
  hashed: Record<string, string> | null
  /** Why it cannot verify anything, or null. */
  problem: KeyProblem | null
}

/** Bytes of a coordinate, by curve. @see RFC 7518 §6.2.1.2, RFC 8037 §2 */
export const coordinateBytes: ReadonlyMap<string, number> = new Map([
  ['P-256', 32],
  ['P-384', 48],
  ['P-521', 66],
  ['secp256k1', 32],
  ['Ed25519', 32],
  ['Ed448', 57],
  ['X25519', 32],
  ['X448', 56],
])

/** What the public part of a JWK is, by its `kty`. */
export function shapeOf(kty: string, entry: unknown): Shape {
  const text = (name: string) => textMember(entry, name)
  switch (kty) {
    case 'RSA':
      return rsaShape(text('n'), text('e'))
    case 'EC':
      return curveShape(text('crv'), { x: text('x'), y: text('y') })
    case 'OKP':
      return curveShape(text('crv'), { x: text('x') })
    case 'oct':
      return { size: null, hashed: null, problem: { problem: 'shared_secret', evidence: {} } }
    default:
      return { size: null, hashed: null, problem: { problem: 'kty_unknown', evidence: { kty: shown(kty) } } }
  }
}

/** The bytes of a member in base64url, or null. */
export function bytesOf(text: string | null): Buffer | null {
  const reading = text === null || text === '' ? null : readBase64Url(text)
  return reading?.ok ? reading.bytes : null
}

/** Bits of an unsigned integer without its leading zeros. */
export function bitLength(bytes: Buffer): number {
  const first = bytes.findIndex((byte) => byte !== 0)
  return first === -1 ? 0 : (bytes.length - first) * 8 - Math.clz32(bytes[first] ?? 0) + 24
}

function rsaShape(n: string | null, e: string | null): Shape {
  const modulus = bytesOf(n)
  const exponent = bytesOf(e)
  if (n === null || e === null || modulus === null || exponent === null) {
    return { size: null, hashed: null, problem: { problem: 'rsa_members', evidence: {} } }
  }
  return { size: `${bitLength(modulus)}`, hashed: { n, e }, problem: null }
}

function curveShape(crv: string | null, coordinates: Record<string, string | null>): Shape {
  const length = crv === null ? undefined : coordinateBytes.get(crv)
  if (crv === null || length === undefined) {
    const named = crv === null ? {} : { crv: shown(crv) }
    return { size: crv, hashed: null, problem: { problem: 'curve_unknown', evidence: named } }
  }
  const values: Record<string, string> = {}
  for (const [name, value] of Object.entries(coordinates)) {
    if (value === null || bytesOf(value)?.length !== length) {
      return { size: crv, hashed: null, problem: { problem: 'coordinate', evidence: { member: name, crv } } }
    }
    values[name] = value
  }
  return { size: crv, hashed: { crv, ...values }, problem: null }
}

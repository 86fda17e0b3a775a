import { calculateJwkThumbprint } from 'jose'
import type { Finding } from '../../contract/finding.ts'
import type { PublishedKey } from '../../contract/outcome.ts'
import { readBase64Url } from '../token/base64url.ts'
import { finding } from './finding.ts'

/** Bytes of a coordinate, by curve. @see RFC 7518 §6.2.1.2, RFC 8037 §2 */
const coordinateBytes: ReadonlyMap<string, number> = new Map([
  ['P-256', 32],
  ['P-384', 48],
  ['P-521', 66],
  ['secp256k1', 32],
  ['Ed25519', 32],
  ['Ed448', 57],
  ['X25519', 32],
  ['X448', 56],
])

/** @see RFC 7518 §6.2.2, §6.3.2, §6.4.1, RFC 8037 §2 */
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']

const leastRsaBits = 2048

/** A key as far as it can be shown; `problem` says why it cannot verify anything. */
interface Shape {
  size: string | null
  /** The members that RFC 7638 hashes; null when they are not as they should be. */
  hashed: Record<string, string> | null
  problem: string | null
}

/** Reads one entry of a key set. `key` is null when it is none. @see RFC 7517 §4, RFC 7638 §3 */
export async function readPublishedKey(
  entry: unknown,
  index: number,
): Promise<{ key: PublishedKey | null; findings: Finding[] }> {
  const position = String(index + 1)
  const text = (name: string) => stringMember(entry, name)
  const kty = text('kty')
  if (kty === null) {
    const reason = typeof entry === 'object' && entry !== null ? 'it has no kty' : 'it is not a JSON object'
    return { key: null, findings: [finding('jwks_key_unusable', 'warning', 'RFC 7517 §4.1', { position, reason })] }
  }
  const shape = shapeOf(kty, text)
  const kid = text('kid')
  const thumbprint = shape.hashed === null ? null : await calculateJwkThumbprint({ kty, ...shape.hashed })
  const isPrivate =
    typeof entry === 'object' && entry !== null && privateMembers.some((name) => Object.hasOwn(entry, name))
  const named = { position, ...(kid !== null && { kid }) }
  return {
    key: { kid, kty, size: shape.size, use: text('use'), alg: text('alg'), thumbprint },
    findings: [
      ...(isPrivate ? [finding('jwks_private_key', 'error', 'RFC 7517 §9.2', named)] : []),
      ...(shape.problem === null
        ? []
        : [finding('jwks_key_unusable', 'warning', 'RFC 7517 §4', { ...named, reason: shape.problem })]),
    ],
  }
}

function shapeOf(kty: string, text: (name: string) => string | null): Shape {
  switch (kty) {
    case 'RSA':
      return rsaShape(text('n'), text('e'))
    case 'EC':
      return curveShape(text('crv'), { x: text('x'), y: text('y') })
    case 'OKP':
      return curveShape(text('crv'), { x: text('x') })
    case 'oct':
      return { size: null, hashed: null, problem: 'it is a shared secret (oct), which has no place in a public set' }
    default:
      return { size: null, hashed: null, problem: 'its kty is not known here' }
  }
}

function rsaShape(n: string | null, e: string | null): Shape {
  const modulus = bytesOf(n)
  const exponent = bytesOf(e)
  if (n === null || e === null || modulus === null || exponent === null) {
    return { size: null, hashed: null, problem: 'n or e is missing or not base64url' }
  }
  const bits = bitLength(modulus)
  const problem = bits < leastRsaBits ? `${bits} bits are too few for RSA; at least ${leastRsaBits} are needed` : null
  return { size: `${bits}`, hashed: { n, e }, problem }
}

function curveShape(crv: string | null, coordinates: Record<string, string | null>): Shape {
  const length = crv === null ? undefined : coordinateBytes.get(crv)
  if (crv === null || length === undefined) return { size: crv, hashed: null, problem: 'its curve is not known here' }
  const values: Record<string, string> = {}
  for (const [name, value] of Object.entries(coordinates)) {
    if (value === null || bytesOf(value)?.length !== length) {
      return { size: crv, hashed: null, problem: `${name} is missing or does not fit ${crv}` }
    }
    values[name] = value
  }
  return { size: crv, hashed: { crv, ...values }, problem: null }
}

function stringMember(entry: unknown, name: string): string | null {
  if (typeof entry !== 'object' || entry === null || !Object.hasOwn(entry, name)) return null
  const value: unknown = Reflect.get(entry, name)
  return typeof value === 'string' ? value : null
}

function bytesOf(text: string | null): Buffer | null {
  const reading = text === null || text === '' ? null : readBase64Url(text)
  return reading?.ok ? reading.bytes : null
}

function bitLength(bytes: Buffer): number {
  const first = bytes.findIndex((byte) => byte !== 0)
  return first === -1 ? 0 : (bytes.length - first) * 8 - Math.clz32(bytes[first] ?? 0) + 24
}

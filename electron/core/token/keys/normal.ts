import { createPublicKey, X509Certificate } from 'node:crypto'
import type { KeyOddityKind } from '../../../catalogue/key-faults.ts'
import { readBase64Url } from '../decode/base64url.ts'
import { hasMember, memberValue, textMember } from './members.ts'
import { coordinateBytes } from './shape.ts'

/** How a key is written otherwise than it should be: in `member`, of which there may be several with commas between them, which has `bytes` where `wanted` belong. */
export interface KeyOddity {
  reason: KeyOddityKind
  member: string
  bytes?: string
  wanted?: string
}

/** A key as it should have been written, and how it was written instead. */
export interface NormalKey {
  entry: unknown
  oddities: readonly KeyOddity[]
}

/**
 * Reads what servers get wrong in a public key and most libraries take all the same: ordinary base64, zero bytes too many
 * or too few, and a certificate in the place of the numbers. The key is the same in each; nothing here makes one fit.
 * @see RFC 7518 §6.2.1.2, §6.3.1, RFC 7517 §4.7
 */
export function normalKey(entry: unknown): NormalKey {
  const names = numbersOf(textMember(entry, 'kty'))
  if (names.length === 0 || !hasMember(entry, 'kty')) return { entry, oddities: [] }
  if (names.every((name) => !hasMember(entry, name))) return fromCertificate(entry, names)
  const members: Record<string, string> = {}
  const oddities: KeyOddity[] = []
  for (const name of names) {
    const read = numberIn(entry, name)
    if (read === null) continue
    members[name] = read.bytes.toString('base64url')
    oddities.push(...read.oddities)
  }
  const normal = { ...entry, ...members }
  return oddities.length > 0 && isKey(normal) ? { entry: normal, oddities } : { entry, oddities: [] }
}

/** A number that was cut off is none that lacks its zero bytes: no point of the curve has it, but by chance. */
function isKey(entry: Record<string, unknown>): boolean {
  const text = (name: string) => textMember(entry, name) ?? ''
  const key = { kty: text('kty'), ...Object.fromEntries(['crv', 'n', 'e', 'x', 'y'].map((name) => [name, text(name)])) }
  try {
    createPublicKey({ key, format: 'jwk' })
    return true
  } catch {
    return false
  }
}

function numbersOf(kty: string | null): readonly string[] {
  switch (kty) {
    case 'RSA':
      return ['n', 'e']
    case 'EC':
      return ['x', 'y']
    case 'OKP':
      return ['x']
    default:
      return []
  }
}

function numberIn(entry: object, name: string): { bytes: Buffer; oddities: readonly KeyOddity[] } | null {
  const text = textMember(entry, name) ?? ''
  const strict = readBase64Url(text)
  const isBase64 = !strict.ok && /^[A-Za-z0-9+/_-]+={0,2}$/.test(text)
  const bytes = strict.ok ? strict.bytes : isBase64 ? Buffer.from(text, 'base64') : null
  if (bytes === null || bytes.length === 0) return null
  const encoding: KeyOddity[] = isBase64 ? [{ reason: 'base64', member: name }] : []
  const wanted = wantedLength(entry, bytes)
  if (wanted === null || wanted === bytes.length) return { bytes, oddities: encoding }
  const resized =
    wanted < bytes.length
      ? bytes.subarray(bytes.length - wanted)
      : Buffer.concat([Buffer.alloc(wanted - bytes.length), bytes])
  const reason = wanted < bytes.length ? 'zero_too_many' : 'zeros_missing'
  const length: KeyOddity = { reason, member: name, bytes: String(bytes.length), wanted: String(wanted) }
  return { bytes: resized, oddities: [...encoding, length] }
}

/** How many bytes a number should have; null where it may not be known by its zero bytes. */
function wantedLength(entry: object, bytes: Buffer): number | null {
  const zeros = bytes.findIndex((byte) => byte !== 0)
  const least = zeros === -1 ? null : bytes.length - zeros
  switch (textMember(entry, 'kty')) {
    case 'RSA':
      return least
    case 'EC': {
      const length = coordinateBytes.get(textMember(entry, 'crv') ?? '') ?? null
      return length !== null && least !== null && least <= length ? length : null
    }
    default:
      return null
  }
}

/** `x5c` alone: its first certificate has the key. */
function fromCertificate(entry: object, names: readonly string[]): NormalKey {
  const x5c = memberValue(entry, 'x5c')
  const first: unknown = Array.isArray(x5c) ? x5c[0] : undefined
  const jwk = typeof first === 'string' ? keyOf(Buffer.from(first, 'base64')) : null
  if (jwk === null || textMember(jwk, 'kty') !== textMember(entry, 'kty')) return { entry, oddities: [] }
  return { entry: { ...entry, ...jwk }, oddities: [{ reason: 'certificate_only', member: names.join(', ') }] }
}

function keyOf(certificate: Buffer): object | null {
  try {
    return new X509Certificate(certificate).publicKey.export({ format: 'jwk' })
  } catch {
    return null
  }
}

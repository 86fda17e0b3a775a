import { createHash } from 'node:crypto'
import { importJWK, type JWK } from 'jose'
import { hasMember, textMember } from '../keys/members.ts'
import { bytesOf, shapeOf } from '../keys/shape.ts'
import type { ReadableJwe } from '../rejections/jwe.ts'
import { rejectKeyAgreement } from '../rejections/key-agreement.ts'
import type { Rejection } from '../rejections/rejection.ts'
import { rejectRsa } from '../rejections/rsa.ts'
import type { OpeningMaterial } from './opening-material.ts'

type Key = Awaited<ReturnType<typeof importJWK>>
export type Candidates = { ok: true; keys: readonly Key[] } | { ok: false; rejection: Rejection }

/** The keys that a material may mean for this JWE, or why it does not fit. */
export async function candidatesOf(material: OpeningMaterial, jwe: ReadableJwe): Promise<Candidates> {
  if (material.by === 'client_secret') return secrets(Buffer.from(material.secret), jwe, true)
  const { jwk } = material
  const { alg, enc, management } = jwe
  const kty = textMember(jwk, 'kty') ?? ''
  const isKind = kty === management.kty || (management.kty === 'EC' && textMember(jwk, 'crv') === 'X25519')
  if (!isKind) return refused({ reason: 'opening_kind', evidence: { alg, kty } })
  const algorithms = alg === 'dir' ? ['dir', enc] : [alg]
  const rejection =
    rejectKeyAgreement(jwk, { use: 'enc', operations: management.operations, algorithms }) ?? rejectRsa(jwk)
  if (rejection !== null) return refused(rejection)
  // A JWK that names its algorithm is what it is; a typed text may mean several things.
  if (kty === 'oct') return secrets(bytesOf(textMember(jwk, 'k')) ?? Buffer.alloc(0), jwe, !hasMember(jwk, 'alg'))
  return privateKey(jwk, alg)
}

const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi']

async function privateKey(jwk: JWK, alg: string): Promise<Candidates> {
  const { hashed } = shapeOf(jwk.kty ?? '', jwk)
  const own = privateMembers.flatMap((name) => {
    const value = textMember(jwk, name)
    return value === null ? [] : [[name, value] as const]
  })
  if (hashed === null || own.length === 0) return refused({ reason: 'opening_damaged', evidence: {} })
  try {
    return { ok: true, keys: [await importJWK({ kty: jwk.kty ?? '', ...hashed, ...Object.fromEntries(own) }, alg)] }
  } catch {
    return refused({ reason: 'opening_damaged', evidence: { kty: jwk.kty ?? '' } })
  }
}

function secrets(secret: Buffer, { alg, enc, management, contentBytes }: ReadableJwe, mayDerive: boolean): Candidates {
  if (management.kty !== 'oct') return refused({ reason: 'opening_kind', evidence: { alg, kty: 'oct' } })
  if (alg.startsWith('PBES2-')) return { ok: true, keys: [new Uint8Array(secret)] }
  const length = management.keyBytes ?? contentBytes
  const keys = (mayDerive ? [secret, derived(secret, length), ...decoded(secret)] : [secret])
    .filter((key) => key.length === length)
    .map((key) => new Uint8Array(key))
  if (keys.length > 0) return { ok: true, keys }
  const evidence = { bytes: String(secret.length), wanted: String(length), alg: alg === 'dir' ? enc : alg }
  return refused({ reason: 'opening_length', evidence })
}

/** The key that a client secret stands for: the left-most bytes of its hash. @see OpenID Connect Core 1.0 §10.2 */
function derived(secret: Buffer, length: number): Buffer {
  const hash = length <= 32 ? 'sha256' : length <= 48 ? 'sha384' : 'sha512'
  return createHash(hash).update(secret).digest().subarray(0, length)
}

/** What the text says when it is base64url or hexadecimal. */
function decoded(secret: Buffer): Buffer[] {
  const text = secret.toString('latin1')
  return [bytesOf(text), /^(?:[0-9a-f]{2})+$/i.test(text) ? Buffer.from(text, 'hex') : null].filter(
    (key) => key !== null,
  )
}

const refused = (rejection: Rejection): Candidates => ({ ok: false, rejection })

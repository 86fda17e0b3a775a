import { compactDecrypt, errors } from 'jose'
import type { OpeningMaterial } from './opening-material.ts'
import { hasMember, isJwk, textMember } from '../keys/members.ts'
import { parseKeys } from '../keys/parse.ts'
import { mostInflated } from '../rejections/compression.ts'
import { type ReadableJwe, readJwe } from '../rejections/jwe.ts'
import type { Rejection } from '../rejections/rejection.ts'
import { mostRounds } from '../rejections/password-rounds.ts'
import { candidatesOf } from './open-candidates.ts'
import { canDecrypt } from './open-support.ts'

/** More keys than this are not tried for one token. */
const mostTried = 20

/**
 * Reads what somebody typed to open a JWE with: private keys as JWK, JWKS or PEM, or else a shared secret as it is. None
 * when the text is a key, and none that opens anything.
 */
export function readOpeningKeys(text: string): OpeningMaterial[] {
  const parsed = parseKeys(text)
  if (parsed.ok) {
    const own = parsed.entries.filter(isJwk).filter((entry) => hasMember(entry, 'd') || hasMember(entry, 'k'))
    const fit = own.filter((entry) => textMember(entry, 'use') !== 'sig')
    return (fit.length > 0 ? fit : own).slice(0, mostTried).map((jwk) => ({ by: 'key', jwk }))
  }
  if (parsed.problem.code !== 'verification_key_format_unsupported') return []
  return [{ by: 'key', jwk: { kty: 'oct', k: Buffer.from(text.trim()).toString('base64url') } }]
}

/** What was inside of a JWE, and what opened it; or why it stays closed. */
export type OpenedJwe =
  | { kind: 'opened'; by: OpeningMaterial['by']; content: Uint8Array }
  | ({ kind: 'closed' } & Rejection)

/** Decrypts a JWE in compact form with the first of these that fits. @see RFC 7516 §5.2 */
export async function openJwe(token: string, materials: readonly OpeningMaterial[]): Promise<OpenedJwe> {
  const jwe = readJwe(token)
  if (!jwe.ok) return closed(jwe.rejection)
  const { alg } = jwe
  if (materials.length === 0) return closed({ reason: 'no_key', evidence: { alg } })
  const rejections: Rejection[] = []
  for (const material of materials) {
    const candidates = await candidatesOf(material, jwe)
    if (!candidates.ok) rejections.push(candidates.rejection)
    for (const key of candidates.ok ? candidates.keys : []) {
      const attempt = await decrypt(token, jwe, key)
      if (attempt.kind === 'opened') return { ...attempt, by: material.by }
      rejections.push(attempt.rejection)
    }
  }
  const tried = rejections.find(({ reason }) => reason === 'no_key_fits')
  if (tried !== undefined && !(await canDecrypt(jwe))) return closed(unsupported(jwe))
  return closed(
    rejections.find(({ reason }) => reason === 'inflation_refused') ?? tried ?? rejections[0] ?? noKeyFits(alg),
  )
}

type Attempt = { kind: 'opened'; content: Uint8Array } | { kind: 'failed'; rejection: Rejection }

async function decrypt(token: string, jwe: ReadableJwe, key: Parameters<typeof compactDecrypt>[1]): Promise<Attempt> {
  try {
    const { plaintext } = await compactDecrypt(token, key, {
      keyManagementAlgorithms: [jwe.alg],
      contentEncryptionAlgorithms: [jwe.enc],
      maxPBES2Count: mostRounds,
      maxDecompressedLength: mostInflated,
    })
    return { kind: 'opened', content: plaintext }
  } catch (error) {
    return { kind: 'failed', rejection: rejectionOf(error, jwe) }
  }
}

function rejectionOf(error: unknown, jwe: ReadableJwe): Rejection {
  if (error instanceof errors.JWEDecryptionFailed) return noKeyFits(jwe.alg)
  if (error instanceof errors.JOSENotSupported) return unsupported(jwe)
  const isInflated = error instanceof errors.JWEInvalid && /decompress/i.test(error.message)
  return isInflated
    ? { reason: 'inflation_refused', evidence: { most: String(mostInflated) } }
    : { reason: 'encryption_invalid', evidence: { alg: jwe.alg } }
}

const noKeyFits = (alg: string): Rejection => ({ reason: 'no_key_fits', evidence: { alg } })
const unsupported = ({ alg, enc }: ReadableJwe): Rejection => ({
  reason: 'encryption_unsupported',
  evidence: { algorithm: alg, encryption: enc },
})
const closed = (rejection: Rejection): OpenedJwe => ({ kind: 'closed', ...rejection })

import type { OpeningMaterial } from './opening-material.ts'
import { compactDecrypt, errors } from 'jose'
import { hasMember, isJwk, textMember } from '../keys/members.ts'
import { parseKeys } from '../keys/parse.ts'
import { mostInflated } from '../rejections/compression.ts'
import { type LintedJwe, lintJwe } from '../rejections/jwe.ts'
import type { Lint } from '../rejections/lint.ts'
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
  if (parsed.lint.reason !== 'key_unknown') return []
  return [{ by: 'key', jwk: { kty: 'oct', k: Buffer.from(text.trim()).toString('base64url') } }]
}

/** What was inside of a JWE, and what opened it; or why it stays closed. */
export type OpenedJwe =
  | { kind: 'opened'; by: OpeningMaterial['by']; content: Uint8Array }
  | { kind: 'closed'; reason: string; evidence: Record<string, string> }

/** Decrypts a JWE in compact form with the first of these that fits. @see RFC 7516 §5.2 */
export async function openJwe(token: string, materials: readonly OpeningMaterial[]): Promise<OpenedJwe> {
  const linting = lintJwe(token)
  if (!linting.ok) return closed(linting.lint)
  const { alg } = linting
  if (materials.length === 0) return closed({ reason: 'no_key', evidence: { alg } })
  const lints: Lint[] = []
  for (const material of materials) {
    const candidates = await candidatesOf(material, linting)
    if (!candidates.ok) lints.push(candidates.lint)
    for (const key of candidates.ok ? candidates.keys : []) {
      const attempt = await decrypt(token, linting, key)
      if (attempt.kind === 'opened') return { ...attempt, by: material.by }
      lints.push(attempt.lint)
    }
  }
  const tried = lints.find(({ reason }) => reason === 'no_key_fits')
  if (tried !== undefined && !(await canDecrypt(linting))) return closed(unsupported(linting))
  return closed(lints.find(({ reason }) => reason === 'inflation_refused') ?? tried ?? lints[0] ?? noKeyFits(alg))
}

type Attempt = { kind: 'opened'; content: Uint8Array } | { kind: 'failed'; lint: Lint }

async function decrypt(token: string, jwe: LintedJwe, key: Parameters<typeof compactDecrypt>[1]): Promise<Attempt> {
  try {
    const { plaintext } = await compactDecrypt(token, key, {
      keyManagementAlgorithms: [jwe.alg],
      contentEncryptionAlgorithms: [jwe.enc],
      maxPBES2Count: mostRounds,
      maxDecompressedLength: mostInflated,
    })
    return { kind: 'opened', content: plaintext }
  } catch (error) {
    return { kind: 'failed', lint: lintOf(error, jwe) }
  }
}

function lintOf(error: unknown, jwe: LintedJwe): Lint {
  if (error instanceof errors.JWEDecryptionFailed) return noKeyFits(jwe.alg)
  if (error instanceof errors.JOSENotSupported) return unsupported(jwe)
  const isInflated = error instanceof errors.JWEInvalid && /decompress/i.test(error.message)
  return isInflated
    ? { reason: 'inflation_refused', evidence: { most: String(mostInflated) } }
    : { reason: 'encryption_invalid', evidence: { alg: jwe.alg } }
}

const noKeyFits = (alg: string): Lint => ({ reason: 'no_key_fits', evidence: { alg } })
const unsupported = ({ alg, enc }: LintedJwe): Lint => ({
  reason: 'encryption_unsupported',
  evidence: { algorithm: `${alg} with ${enc}` },
})
const closed = (lint: Lint): OpenedJwe => ({ kind: 'closed', ...lint })

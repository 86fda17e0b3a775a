import type { JWK } from 'jose'
import type { Finding } from '../../../contract/finding.ts'
import type { Problem } from '../../../contract/problem.ts'
import { finding } from '../../finding.ts'
import { judgeKeys } from './judge.ts'
import type { Keys } from '../verify/verification-keys.ts'
import { hasPrivatePart, isJwk, publicHalf, textMember } from './members.ts'
import { parseKeys } from './parse.ts'

/** Keys that somebody typed, judged; or why there are none. */
export type KeyMaterial =
  | (Extract<Keys, { kind: 'keys' | 'shared_secrets' }> & { findings: readonly Finding[] })
  | { kind: 'none'; problem: Problem }

/**
 * Reads what somebody typed to verify with: a JWKS, a JWK, or PEM with public keys or certificates. Of a private key only
 * the public half is used. JWKs of the kind "oct" are shared secrets, when there are no others beside them.
 * @see RFC 7517, RFC 7468
 */
export async function readKeyMaterial(text: string): Promise<KeyMaterial> {
  const parsed = parseKeys(text)
  if (!parsed.ok) return { kind: 'none', problem: parsed.problem }
  const { entries } = parsed
  const isShared = entries.length > 0 && entries.every((entry) => textMember(entry, 'kty') === 'oct')
  const halves = entries.map((entry) => (isJwk(entry) ? publicHalf(entry) : entry))
  const { findings } = await judgeKeys(halves)
  if (isShared) {
    const ofSet = findings.filter(({ code }) => code === 'jwks_duplicate_kid')
    return { kind: 'shared_secrets', keys: { keys: entries.filter(isJwk) }, findings: ofSet }
  }
  return { kind: 'keys', keys: { keys: halves.filter(isJwk) }, findings: [...privateKeys(entries), ...findings] }
}

function privateKeys(entries: readonly unknown[]): Finding[] {
  const isPrivate = (entry: unknown): entry is JWK => isJwk(entry) && entry.kty !== 'oct' && hasPrivatePart(entry)
  return entries.filter(isPrivate).map((entry) => {
    const kid = textMember(entry, 'kid')
    return finding('private_key_given', kid === null ? {} : { kid })
  })
}

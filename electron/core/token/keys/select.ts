import { type SigningAlgorithm, signingAlgorithms } from '../algorithms.ts'
import { rejectKeyAgreement } from '../rejections/key-agreement.ts'
import { type Rejection, withEvidence } from '../rejections/rejection.ts'
import { shown } from '../shown.ts'
import { rejectRsa } from '../rejections/rsa.ts'
import { maxKeys } from './judge.ts'
import { hasPrivatePart, textMember } from './members.ts'
import { normalKey } from './normal.ts'
import { shapeOf } from './shape.ts'

/** A key to try: `members` are those that verifying needs, and no others. */
export interface Candidate {
  kty: string
  members: Record<string, string>
  kid: string | null
}

export type Selection =
  /**
   * `count` is how many there are; no more than 20 of them are candidates. `passedOver` is why another key that may have
   * made the signature is none, or null.
   */
  | { kind: 'keys'; candidates: readonly Candidate[]; count: number; passedOver: Rejection | null }
  | ({ kind: 'none'; result: 'failed' | 'not_possible' } & Rejection)

interface Header {
  alg: string
  kid: string | null
}

/** More kinds than these are not named. */
const mostShown = 5

/** More keys than this are not tried for one token. */
const mostTried = 20

/**
 * The keys of a set that may have made a signature: those with the `kid` of the token (or any, when it names none) that
 * are of the right kind, for this use, and strong enough. The algorithm never chooses the kind of key: an RSA key is no
 * shared secret, and a shared secret counts in a set of such only, which nobody publishes.
 * @see RFC 7515 §6, Appendix D, RFC 8725 §3.1
 */
export function selectKeys(set: readonly unknown[], header: Header, areShared: boolean): Selection {
  const { alg, kid } = header
  const algorithm = signingAlgorithms.get(alg)
  if (algorithm === undefined) return none({ reason: 'signature_unsupported', evidence: { alg: shown(alg) } })
  const entries = set.slice(0, maxKeys).map((entry) => normalKey(entry).entry)
  const named = namedBy(kid, entries)
  if (isMixed(set)) return none({ reason: 'keys_mixed', evidence: {} })
  if ((algorithm.kty === 'oct') !== areShared) return noneOfSort(set, named, header)
  const ofKind = named.filter((entry) => textMember(entry, 'kty') === algorithm.kty)
  const own = named.find((entry) => kid !== null && textMember(entry, 'kid') === kid)
  if (ofKind.length === 0) return none(own === undefined ? noneFits(named, header) : otherKind(own, header))
  const judged = ofKind.map((entry) => ({ entry, rejection: rejectKey(entry, alg, algorithm) }))
  const candidates = distinct(
    judged.flatMap(({ entry, rejection }) => (rejection === null ? [candidateOf(entry)] : [])),
  )
  const rejections = judged.flatMap(({ rejection }) => rejection ?? [])
  const passedOver = rejections.find(({ reason }) => reason !== 'key_unfit') ?? null
  if (candidates.length === 0) return none((own === undefined ? passedOver : rejections[0]) ?? noneFits(named, header))
  if (own !== undefined && candidates.length > 1) {
    return none({ reason: 'key_duplicate_kid', evidence: { kid: shown(kid ?? '') } })
  }
  return { kind: 'keys', candidates: candidates.slice(0, mostTried), count: candidates.length, passedOver }
}

/** Keys without a kid may be meant by any, unless another one has the name. */
function namedBy(kid: string | null, entries: readonly unknown[]): readonly unknown[] {
  if (kid === null) return entries
  const named = entries.filter((entry) => textMember(entry, 'kid') === kid)
  return named.length > 0 ? named : entries.filter((entry) => textMember(entry, 'kid') === null)
}

/** A shared secret is wanted and there are public keys, or the other way round. */
function noneOfSort(set: readonly unknown[], named: readonly unknown[], header: Header): Selection {
  const { alg, kid } = header
  if (signingAlgorithms.get(alg)?.kty !== 'oct') return none({ reason: 'public_key_needed', evidence: { alg } })
  const own = named.find((entry) => kid !== null && textMember(entry, 'kid') === kid)
  // The key is public, and the token wants it taken for a secret.
  if (own !== undefined && textMember(own, 'kty') !== 'oct') {
    return { kind: 'none', result: 'failed', reason: 'algorithm_confusion', evidence: kindOfNamed(own, header) }
  }
  return none({ reason: set.some(isSecret) ? 'secret_published' : 'signature_algorithm', evidence: { alg } })
}

const isSecret = (entry: unknown): boolean => textMember(entry, 'kty') === 'oct'

/** Whoever publishes secrets beside public keys cannot be trusted to keep either apart. */
function isMixed(set: readonly unknown[]): boolean {
  return set.some(isSecret) && !set.every(isSecret)
}

function otherKind(own: unknown, header: Header): Rejection {
  return { reason: 'key_kind', evidence: kindOfNamed(own, header) }
}

const kindOfNamed = (own: unknown, { alg, kid }: Header) => ({
  alg,
  kid: shown(kid ?? ''),
  kty: shown(textMember(own, 'kty') ?? ''),
})

/** Why none of the keys that may be meant is one: they are of another kind or curve, where there are any. */
function noneFits(named: readonly unknown[], header: Header): Rejection {
  const algorithm = signingAlgorithms.get(header.alg)
  const isOther = (entry: unknown) =>
    textMember(entry, 'kty') !== algorithm?.kty || (algorithm?.crv ?? null) !== textMember(entry, 'crv')
  const kinds = named.filter((entry) => textMember(entry, 'kty') !== null)
  if (kinds.length === 0 || !kinds.every(isOther)) return notFound(header)
  const has = [...new Set(kinds.map(kindOf))].slice(0, mostShown).join(', ')
  return { reason: 'keys_other_kind', evidence: { alg: header.alg, wants: kindFor(header.alg), has: shown(has) } }
}

/** What an algorithm needs, such as `EC P-256`. */
function kindFor(alg: string): string {
  const { kty = '', crv = null } = signingAlgorithms.get(alg) ?? {}
  return crv === null ? kty : `${kty} ${crv}`
}

/** Such as `EC P-256` or `RSA 2048`. */
function kindOf(entry: unknown): string {
  const kty = textMember(entry, 'kty') ?? ''
  const { size } = shapeOf(kty, entry)
  return size === null ? kty : `${kty} ${size}`
}

function notFound({ alg, kid }: Header): Rejection {
  return { reason: 'key_not_found', evidence: kid === null ? { alg } : { alg, kid: shown(kid) } }
}

function rejectKey(entry: unknown, alg: string, { kty, crv }: SigningAlgorithm): Rejection | null {
  const kid = textMember(entry, 'kid')
  const rejection = rejectOwn(entry, alg, kty, crv)
  return rejection === null || kid === null ? rejection : withEvidence(rejection, { kid: shown(kid) })
}

function rejectOwn(entry: unknown, alg: string, kty: string, crv: string | null): Rejection | null {
  const curve = textMember(entry, 'crv')
  if (alg === 'EdDSA' && curve === 'Ed448')
    return { reason: 'signature_unsupported', evidence: { alg: 'EdDSA (Ed448)' } }
  if (crv !== null && curve !== crv)
    return {
      reason: 'key_unfit',
      evidence: { alg, member: 'crv', wants: crv, ...(curve !== null && { says: shown(curve) }) },
    }
  const algorithms = alg === 'EdDSA' || alg === 'Ed25519' ? ['EdDSA', 'Ed25519'] : [alg]
  const disagreement = rejectKeyAgreement(entry, { use: 'sig', operations: ['verify'], algorithms })
  if (disagreement !== null) return disagreement
  const { problem } = shapeOf(kty, entry)
  if (kty !== 'oct' && problem !== null)
    return { reason: 'key_damaged', evidence: { problem: problem.problem, ...problem.evidence } }
  return kty !== 'oct' && hasPrivatePart(entry) ? { reason: 'key_private', evidence: {} } : rejectRsa(entry)
}

function candidateOf(entry: unknown): Candidate {
  const kty = textMember(entry, 'kty') ?? ''
  const members = kty === 'oct' ? { k: textMember(entry, 'k') ?? '' } : shapeOf(kty, entry).hashed
  return { kty, members: members ?? {}, kid: textMember(entry, 'kid') }
}

/** The same key twice is no choice. */
function distinct(candidates: readonly Candidate[]): Candidate[] {
  const known = new Map(candidates.map((candidate) => [JSON.stringify(candidate.members), candidate]))
  return [...known.values()]
}

const none = (rejection: Rejection): Selection => ({ kind: 'none', result: 'not_possible', ...rejection })

import { calculateJwkThumbprint } from 'jose'
import type { Finding } from '../../../contract/finding.ts'
import type { PublishedKey } from '../../../contract/outcome.ts'
import { finding } from '../../finding.ts'
import { shown } from '../shown.ts'
import { rejectRsa } from '../rejections/rsa.ts'
import { hasPrivatePart, textMember } from './members.ts'
import { normalKey } from './normal.ts'
import { type KeyProblem, shapeOf } from './shape.ts'

/** More keys than this are not read. */
export const maxKeys = 200

/** What a key set holds, and what is wrong with it. Private parts are named, never repeated. */
export interface JudgedKeys {
  keys: PublishedKey[]
  findings: Finding[]
}

/** Judges the entries of a key set, whether it was fetched or typed. @see RFC 7517 §5 */
export async function judgeKeys(entries: readonly unknown[]): Promise<JudgedKeys> {
  const read = await Promise.all(entries.slice(0, maxKeys).map(judgeKey))
  const keys = read.flatMap(({ key }) => (key === null ? [] : [key]))
  return { keys, findings: [...read.flatMap(({ findings }) => findings), ...judgeSet(entries.length, keys)] }
}

/** @see RFC 7517 §4, RFC 7638 §3 */
async function judgeKey(
  given: unknown,
  index: number,
): Promise<{ key: PublishedKey | null; findings: readonly Finding[] }> {
  const position = String(index + 1)
  const { entry, oddities } = normalKey(given)
  const text = (name: string) => textMember(entry, name)
  const kty = text('kty')
  if (kty === null) {
    const reason = typeof entry === 'object' && entry !== null ? 'kty_missing' : 'not_object'
    return { key: null, findings: [finding('jwks_key_unusable', { position, reason }, { section: 'RFC 7517 §4.1' })] }
  }
  const { size, hashed, problem } = shapeOf(kty, entry)
  const kid = text('kid')
  const thumbprint = hashed === null ? null : await calculateJwkThumbprint({ kty, ...hashed })
  const named = { position, ...(kid !== null && { kid: shown(kid) }) }
  const fault = unusable(problem, rejectRsa(entry))
  return {
    key: { kid, kty, size, use: text('use'), alg: text('alg'), thumbprint },
    findings: [
      ...(hasPrivatePart(entry) ? [finding('jwks_private_key', named)] : []),
      ...oddities.map((oddity) => finding('jwks_key_odd', { ...named, ...oddity })),
      ...(fault === null ? [] : [finding('jwks_key_unusable', { ...named, ...fault }, { section: 'RFC 7517 §4' })]),
    ],
  }
}

/** What cannot be read is not called weak. */
function unusable(problem: KeyProblem | null, weakness: ReturnType<typeof rejectRsa>) {
  if (problem !== null) return { reason: problem.problem, ...problem.evidence }
  return weakness === null ? null : { reason: weakness.reason, ...weakness.evidence }
}

function judgeSet(count: number, keys: readonly PublishedKey[]): Finding[] {
  const kids = keys.flatMap(({ kid }) => (kid === null ? [] : [kid]))
  const repeated = new Set(kids.filter((kid, index) => kids.indexOf(kid) !== index))
  const shared = keys.filter(({ kty }) => kty === 'oct').length
  const unread = {
    position: `${maxKeys + 1}…${count}`,
    reason: 'too_many' as const,
    count: String(count),
    most: String(maxKeys),
  }
  return [
    ...(count === 0 ? [finding('jwks_empty', { keys: 'none' })] : []),
    ...[...repeated].map((kid) => finding('jwks_duplicate_kid', { kid: shown(kid) })),
    ...(shared > 0 && shared < keys.length
      ? [finding('jwks_mixed', { shared: String(shared), count: String(keys.length) })]
      : []),
    ...(count > maxKeys ? [finding('jwks_key_unusable', unread, { section: 'RFC 7517 §5' })] : []),
  ]
}

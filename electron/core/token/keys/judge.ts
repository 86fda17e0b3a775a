import { calculateJwkThumbprint } from 'jose'
import type { Finding } from '../../../contract/finding.ts'
import type { PublishedKey } from '../../../contract/outcome.ts'
import { type Lint, shown } from '../rejections/lint.ts'
import { lintRsa } from '../rejections/rsa.ts'
import { hasPrivatePart, textMember } from './members.ts'
import { normalKey } from './normal.ts'
import { shapeOf } from './shape.ts'

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
    const reason = typeof entry === 'object' && entry !== null ? 'it has no kty' : 'it is not a JSON object'
    return { key: null, findings: [finding('jwks_key_unusable', 'warning', 'RFC 7517 §4.1', { position, reason })] }
  }
  const { size, hashed, problem } = shapeOf(kty, entry)
  const kid = text('kid')
  const thumbprint = hashed === null ? null : await calculateJwkThumbprint({ kty, ...hashed })
  const named = { position, ...(kid !== null && { kid: shown(kid) }) }
  const reason = problem ?? weakness(lintRsa(entry))
  return {
    key: { kid, kty, size, use: text('use'), alg: text('alg'), thumbprint },
    findings: [
      ...(hasPrivatePart(entry) ? [finding('jwks_private_key', 'error', 'RFC 7517 §9.2', named)] : []),
      ...oddities.map((oddity) => finding('jwks_key_odd', 'warning', 'RFC 7518 §6', { ...named, reason: oddity })),
      ...(reason === null ? [] : [finding('jwks_key_unusable', 'warning', 'RFC 7517 §4', { ...named, reason })]),
    ],
  }
}

function weakness(lint: Lint | null): string | null {
  const { bits, least, most } = lint?.evidence ?? {}
  switch (lint?.reason) {
    case undefined:
      return null
    case 'key_weak':
      return `${bits} bits are too few for RSA; at least ${least} are needed`
    case 'key_large':
      return `${bits} bits are more than the ${most} that are tried`
    case 'key_exponent':
      return 'its exponent e is not one that RSA may use'
    default:
      return 'its private part can be computed from it (ROCA, CVE-2017-15361)'
  }
}

function judgeSet(count: number, keys: readonly PublishedKey[]): Finding[] {
  const kids = keys.flatMap(({ kid }) => (kid === null ? [] : [kid]))
  const repeated = new Set(kids.filter((kid, index) => kids.indexOf(kid) !== index))
  const shared = keys.filter(({ kty }) => kty === 'oct').length
  const reason = `the set has ${count} keys, and only the first ${maxKeys} are read`
  return [
    ...(count === 0 ? [finding('jwks_empty', 'error', 'RFC 7517 §5.1', { keys: 'none' })] : []),
    ...[...repeated].map((kid) => finding('jwks_duplicate_kid', 'warning', 'RFC 7517 §4.5', { kid: shown(kid) })),
    ...(shared > 0 && shared < keys.length
      ? [finding('jwks_mixed', 'error', 'RFC 8725 §3.1', { shared: String(shared), count: String(keys.length) })]
      : []),
    ...(count > maxKeys
      ? [finding('jwks_key_unusable', 'warning', 'RFC 7517 §5', { position: `${maxKeys + 1}…${count}`, reason })]
      : []),
  ]
}

const finding = (
  code: Finding['code'],
  severity: Finding['severity'],
  section: string,
  evidence: Finding['evidence'],
): Finding => ({ code, severity, section, evidence })

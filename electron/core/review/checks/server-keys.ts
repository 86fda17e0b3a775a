import { memberOf } from '../../../common/json-source.ts'
import type { PublishedKey } from '../../../contract/outcome.ts'
import type { Seen } from '../../../contract/review.ts'
import type { RecordedFacts, ReviewCase } from '../case.ts'
import { type Judged, judged, type ReviewCheck, seenHere, seenIn } from '../check.ts'
import { strengthOfPublished } from '../parts/key-strength.ts'

const mostShown = 10

/** Whether the keys that the server publishes are public ones, and long enough. @see RFC 7518 §3.3 */
export const serverKeys: ReviewCheck = {
  name: 'server_keys',
  look: (kase) => {
    const [first, ...others] = [...privateParts(kase), ...weakKeys(kase.keys ?? [])]
    if (first !== undefined) return [first, ...others]
    if (kase.keys === null) return [judged('server_keys_not_read', [])]
    const strengths = kase.keys.flatMap((key) => strengthOfPublished(key)?.key ?? [])
    if (strengths.length === 0) return [judged('server_keys_none', [])]
    const evidence = { count: String(strengths.length), keys: [...new Set(strengths)].join(', ') }
    return [judged('server_keys_strong', shown(kase.keys), evidence)]
  },
}

function weakKeys(keys: readonly PublishedKey[]): Judged[] {
  const weak = keys.filter((key) => strengthOfPublished(key)?.isWeak === true)
  const named = [...new Set(weak.flatMap((key) => strengthOfPublished(key)?.key ?? []))]
  return weak.length === 0 ? [] : [judged('server_key_weak', shown(weak), { keys: named.join(', ') })]
}

const shown = (keys: readonly PublishedKey[]): Seen[] =>
  keys.slice(0, mostShown).flatMap((key) => {
    const strength = strengthOfPublished(key)
    return strength === null ? [] : [seenHere('key', key.kid ?? '–', strength.key)]
  })

/** The newest key set with the private part of a key, which is masked, or with a shared secret. @see RFC 7517 §9.2 */
function privateParts({ exchanges }: ReviewCase): Judged[] {
  const newest = exchanges.find(({ purpose, answer }) => purpose === 'jwks' && answer?.status === 200)
  const parts = newest === undefined ? [] : keysIn(newest).flatMap(privatePartOf)
  if (newest === undefined || parts.length === 0) return []
  const seen = parts.slice(0, mostShown).map((name) => seenIn(newest, 'member', name, '…'))
  return [judged('server_key_private', seen, { count: String(parts.length) })]
}

function keysIn({ answer }: RecordedFacts): unknown[] {
  const source = answer?.object ? memberOf(answer.object, 'keys')?.source : undefined
  try {
    const keys: unknown = JSON.parse(source ?? '[]')
    return Array.isArray(keys) ? keys : []
  } catch {
    // What is masked may be no JSON any longer.
    return []
  }
}

function privatePartOf(key: unknown): ('d' | 'k')[] {
  if (typeof key !== 'object' || key === null) return []
  if ('kty' in key && key.kty === 'oct') return 'k' in key && typeof key.k === 'string' && key.k !== '' ? ['k'] : []
  return 'd' in key && typeof key.d === 'string' && key.d !== '' ? ['d'] : []
}

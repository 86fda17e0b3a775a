import { cachingLimits } from '../../vocabulary/activity.ts'
import type { Activity } from '../../contract/activity.ts'
import type { ActivityFact } from './fact.ts'

type Issued = Pick<ActivityFact, 'startedAt' | 'totalMs' | 'lifetime' | 'request' | 'fingerprint'>

/** A token is renewed before it ends: in its last tenth, or in its last minute, nobody calls that early. */
const leftToUse = (lifetime: number): number =>
  lifetime * 1000 - Math.max(lifetime * 100, Math.min(60_000, lifetime * 500))

/**
 * How many tokens were requested while an earlier one of the same request was valid. A token that was refused meanwhile
 * is no longer taken for valid.
 * @param issued in the order of time
 * @param refused fingerprints of tokens that an API refused, and when
 */
export function requestedEarly(issued: readonly Issued[], refused: ReadonlyMap<string, number>): number {
  const usableUntil = new Map<string, { until: number; fingerprint: string | null }>()
  let early = 0
  for (const { startedAt, totalMs, lifetime, request, fingerprint } of issued) {
    const last = usableUntil.get(request)
    if (last !== undefined && startedAt < last.until && !wasRefused(refused, last.fingerprint, startedAt)) early += 1
    const until = lifetime === null ? 0 : startedAt + totalMs + leftToUse(lifetime)
    if (last === undefined || until >= last.until) usableUntil.set(request, { until, fingerprint })
  }
  return early
}

function wasRefused(refused: ReadonlyMap<string, number>, fingerprint: string | null, before: number): boolean {
  const at = fingerprint === null ? undefined : refused.get(fingerprint)
  return at !== undefined && at <= before
}

/** Half of the tokens early: they are not kept as they should be. Few tokens for many calls are. */
export function cachingVerdict(tokens: number, calls: number, early: number): Activity['caching'] {
  if (calls < cachingLimits.leastCalls || tokens === 0) return 'unknown'
  if (tokens >= cachingLimits.leastTokens && 2 * early >= tokens) return 'not_cached'
  return calls >= 2 * tokens ? 'cached' : 'unknown'
}

import type { Finding } from '../../contract/finding.ts'
import type { Check, KeysUsed } from '../../contract/verification.ts'
import type { Keys } from '../token/verify/verification-keys.ts'
import type { GivenKeys } from './verification-keys.ts'
import { findKeySet, type KeySetDeps, type KeySetFound } from './key-sets.ts'
import type { Flow } from '../core-context.ts'
import type { Prepared } from '../environment/problems.ts'

/** What was judged, with the keys that it was judged with. */
interface JudgedWithKeys<Judgement> {
  judgement: Judgement
  used: KeysUsed | null
  findings: readonly Finding[]
  exchangeId: string | null
}

/**
 * Judges with these keys. When none of a kept set fits, the set may have changed since: it is fetched once more, and what
 * it says then counts.
 */
export async function judgeWithKeys<Judgement>(
  deps: KeySetDeps,
  given: GivenKeys,
  flow: Flow,
  judge: (keys: Keys) => Promise<{ judgement: Judgement; signature: Check | undefined }>,
): Promise<Prepared<JudgedWithKeys<Judgement>>> {
  if (given.kind === 'at_hand') {
    const { judgement } = await judge(given.keys)
    return { ok: true, value: { judgement, used: given.used, findings: given.findings, exchangeId: null } }
  }
  // What the header of the token condemns by itself needs no keys.
  const before = await judge(notLookedUp)
  if (before.signature?.result === 'failed') {
    return { ok: true, value: { judgement: before.judgement, used: null, findings: [], exchangeId: null } }
  }
  const { place, fresh } = given
  const found = await findKeySet(deps, place, { kind: fresh ? 'fresh' : 'kept' }, flow)
  if (!found.ok) return found
  const first = await judge(keysIn(found.value))
  const { set } = found.value
  if (set === null || found.value.fetch !== 'cached' || !mayHaveChanged(first.signature)) {
    return { ok: true, value: summary(given, found.value, first.judgement) }
  }
  const other = await findKeySet(deps, place, { kind: 'other_than', set }, flow)
  if (!other.ok) return other
  if (other.value.set === null && first.signature?.result === 'failed') {
    const { exchangeId } = other.value
    const findings = [...found.value.findings, ...other.value.findings]
    return { ok: true, value: { ...summary(given, found.value, first.judgement), findings, exchangeId } }
  }
  const second = await judge(keysIn(other.value))
  return { ok: true, value: summary(given, other.value, second.judgement) }
}

const notLookedUp: Keys = { kind: 'none', reason: 'keys_not_looked_up' }

function keysIn({ set, reason }: KeySetFound): Keys {
  // What is wrong with the set was found when it was fetched.
  return set === null
    ? { kind: 'none', reason: reason ?? 'keys_unreachable' }
    : { kind: 'keys', keys: set.keys, findings: [] }
}

/** A key that is not there was added since, one was replaced under the same name, or what was wrong with the set was mended. */
function mayHaveChanged(signature: Check | undefined): boolean {
  const { reason = '' } = signature ?? {}
  return reason === 'signature_invalid' || reason === 'signature_length' || /^keys?_/.test(reason)
}

function summary<Judgement>(
  { source, place }: Extract<GivenKeys, { kind: 'set' }>,
  { set, findings, fetch, exchangeId }: KeySetFound,
  judgement: Judgement,
): JudgedWithKeys<Judgement> {
  const used = { source, url: place.url, fetchedAt: set?.fetchedAt ?? null, fetch, count: set?.keys.keys.length ?? 0 }
  return { judgement, used, findings, exchangeId }
}

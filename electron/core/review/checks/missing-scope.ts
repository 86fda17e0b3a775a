import { cannotProbe } from '../parts/cannot-probe.ts'
import { judged, type ReviewCheck, seenHere, seenIn } from '../check.ts'
import { whyUnclear } from '../parts/probe-result.ts'

/**
 * Whether the API refuses a token that lacks the scope which a call needs. A probe that was let through outweighs refusals
 * that were seen earlier. @see RFC 9700 §2.3, RFC 6750 §3.1
 */
export const missingScope: ReviewCheck = {
  name: 'missing_scope',
  look: (kase) => {
    const { probes, usage } = kase
    const { scopeRefusals } = usage
    const probe = probes.missing_scope
    const said = { scope: probe?.evidence['scope'] ?? '', status: probe?.evidence['status'] ?? '' }
    if (probe?.result === 'fails') return [judged('missing_scope_accepted', probe.seen, said)]
    if (probe?.result === 'holds') return [judged('missing_scope_refused', probe.seen, said)]
    const { count, exchangeId, at } = scopeRefusals
    if (count > 0) {
      const seen =
        exchangeId === null || at === null
          ? seenHere('figure', 'insufficient_scope', String(count))
          : seenIn({ exchangeId, at }, 'member', 'error', 'insufficient_scope')
      return [judged('scope_refusal_seen', [seen], { count: String(count) })]
    }
    if (probe === undefined) return [judged('scope_check_not_probed', [], cannotProbe(kase, 'missing_scope'))]
    return [judged('scope_check_unclear', probe.seen, { why: whyUnclear(probe) })]
  },
}

import { usageDays } from '../../../vocabulary/review.ts'
import type { ReviewCase } from '../case.ts'
import { type Judged, judged, type ReviewCheck, seenHere } from '../check.ts'

/** Whether tokens are used until they expire: as they were used here, and as the settings say. */
export const tokenCaching: ReviewCheck = {
  name: 'token_caching',
  look: (kase) => {
    const [first, ...others] = [...renewedEarly(kase), ...notReused(kase)]
    return first === undefined ? [reused(kase)] : [first, ...others]
  },
}

/** A token is renewed so long before it expires that little of its time is used. */
function renewedEarly({ settings: { renewBefore }, issued }: ReviewCase): Judged[] {
  const lifetime = issued?.recorded.lifetime ?? null
  if (lifetime === null || lifetime <= 0 || renewBefore * 2 <= lifetime) return []
  const evidence = { renewBefore: String(renewBefore), lifetime: String(lifetime) }
  return [judged('tokens_renewed_early', [seenHere('setting', 'renewBefore', evidence.renewBefore)], evidence)]
}

/** Tokens that no call used were requested to look at them. */
const areUsed = ({ tokensIssued, calls }: ReviewCase['usage']): boolean => tokensIssued <= calls

function notReused({ usage }: ReviewCase): Judged[] {
  if (usage.caching !== 'not_cached' || !areUsed(usage)) return []
  const evidence = { tokens: String(usage.tokensIssued), early: String(usage.requestedEarly), days: String(usageDays) }
  const seen = [...seenOf(usage), seenHere('figure', 'tokens_requested_early', evidence.early)]
  return [judged('tokens_not_reused', seen, evidence)]
}

function reused({ usage }: ReviewCase): Judged {
  const evidence = { tokens: String(usage.tokensIssued), calls: String(usage.calls), days: String(usageDays) }
  if (usage.caching === 'cached') return judged('tokens_reused', seenOf(usage), evidence)
  if (usage.caching === 'not_cached') return judged('tokens_not_used', seenOf(usage), evidence)
  return usage.isRecorded ? judged('reuse_not_seen', seenOf(usage), evidence) : judged('reuse_not_recorded', [])
}

const seenOf = ({ tokensIssued, calls }: ReviewCase['usage']) => [
  seenHere('figure', 'tokens_issued', String(tokensIssued)),
  seenHere('figure', 'api_calls', String(calls)),
]

import type { ProbeResult } from '../../../contract/review.ts'
import type { Usage } from '../case.ts'
import { cannotProbe } from '../parts/cannot-probe.ts'
import { type Judged, judged, type ReviewCheck, seenHere, seenIn } from '../check.ts'
import { whyUnclear } from '../parts/probe-result.ts'

/**
 * Whether the authorization server limits how fast credentials can be tried. A limit that was seen counts even where the
 * probe did not reach it. @see RFC 6749 §2.3.1
 */
export const rateLimit: ReviewCheck = {
  name: 'rate_limit',
  look: (kase) => {
    const { usage, probes } = kase
    const probe = probes.rate_limit
    if (probe?.result === 'holds') return [judged('wrong_credentials_limited', probe.seen, tried(probe))]
    const limit = seenLimit(usage.limited)
    if (limit !== null) return [limit]
    if (probe === undefined) return [judged('rate_limit_not_seen', [], cannotProbe(kase, 'rate_limit'))]
    return probe.result === 'fails'
      ? [judged('wrong_credentials_not_limited', probe.seen, { attempts: probe.evidence['attempts'] ?? '' })]
      : [judged('rate_limit_unclear', probe.seen, { why: whyUnclear(probe) })]
  },
}

const tried = ({ evidence: { attempts, status } }: ProbeResult) => ({
  ...(attempts !== undefined && { attempts }),
  ...(status !== undefined && { status }),
})

function seenLimit({ count, announced, exchangeId, at }: Usage['limited']): Judged | null {
  const seen = (kind: 'status' | 'header', name: string, value: string) =>
    exchangeId === null || at === null ? seenHere(kind, name, value) : seenIn({ exchangeId, at }, kind, name, value)
  if (count > 0) return judged('rate_limit_seen', [seen('status', 'status', '429')], { count: String(count) })
  if (announced === null || announced === '') return null
  const [name = '', ...rest] = announced.split(': ')
  return judged('rate_limit_announced', [seen('header', name, rest.join(': '))], { announced })
}

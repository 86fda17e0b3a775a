import { cannotProbe } from '../parts/cannot-probe.ts'
import { judged, type ReviewCheck } from '../check.ts'
import { picked } from '../parts/picked.ts'
import { whyUnclear } from '../parts/probe-result.ts'
import { newestProof, seenOfProof } from '../parts/proof.ts'

/** Whether the API refuses a token that is for somebody else. @see RFC 9700 §2.3, RFC 9068 §4 */
export const wrongAudience: ReviewCheck = {
  name: 'wrong_audience',
  look: (kase) => {
    const { proofs, probes } = kase
    const result = probes.wrong_audience
    if (result?.result === 'fails') {
      const evidence = picked(result.evidence, 'status', 'audience', 'call')
      return [judged('wrong_audience_accepted', result.seen, evidence)]
    }
    if (result?.result === 'holds') {
      return [judged('wrong_audience_refused', result.seen, picked(result.evidence, 'status'))]
    }
    const refused = newestProof(proofs, 'wrong_audience_refused')
    if (refused !== undefined) {
      return [judged('wrong_audience_refused', seenOfProof(refused), { status: String(refused.status) })]
    }
    return [
      result === undefined
        ? judged('wrong_audience_not_probed', [], cannotProbe(kase, 'wrong_audience'))
        : judged('wrong_audience_unclear', result.seen, { why: whyUnclear(result) }),
    ]
  },
}

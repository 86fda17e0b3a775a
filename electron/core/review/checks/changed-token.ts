import { cannotProbe } from '../parts/cannot-probe.ts'
import { judged, type ReviewCheck } from '../check.ts'
import { picked } from '../parts/picked.ts'
import { whyUnclear } from '../parts/probe-result.ts'

/** Whether the API checks the signature of a token. @see RFC 9068 §4 */
export const changedToken: ReviewCheck = {
  name: 'changed_token',
  look: (kase) => {
    const { probes, issued } = kase
    const { changed_token: result } = probes
    const open = [result, probes.wrong_audience].find((each) => each?.evidence['why'] === 'no_token_needed')
    if (open !== undefined) return [judged('token_not_needed', open.seen, picked(open.evidence, 'call'))]
    switch (result?.result) {
      case undefined: {
        const isOpaque = issued !== null && issued.facts.claims === null
        if (isOpaque) return [judged('changed_token_without_signature', [])]
        return [judged('changed_token_not_probed', [], cannotProbe(kase, 'changed_token'))]
      }
      case 'holds':
        return [judged('changed_token_refused', result.seen, picked(result.evidence, 'status'))]
      case 'fails':
        return [judged('changed_token_accepted', result.seen, picked(result.evidence, 'status', 'call'))]
      case 'unclear':
        return [judged('changed_token_unclear', result.seen, { why: whyUnclear(result) })]
    }
  },
}

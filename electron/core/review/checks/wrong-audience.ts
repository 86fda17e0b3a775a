import { wantedAudience } from '../../../common/wanted-audience.ts'
import type { RecordedFacts } from '../case.ts'
import { judged, type ReviewCheck, seenIn } from '../check.ts'
import { picked } from '../picked.ts'
import { whyUnclear } from '../probe-result.ts'

/** Whether the API refuses a token that is for somebody else. @see RFC 9700 §2.3, RFC 9068 §4 */
export const wrongAudience: ReviewCheck = {
  name: 'wrong_audience',
  look: ({ probes: { wrong_audience: result }, exchanges }) => {
    if (result?.result === 'fails') {
      const evidence = picked(result.evidence, 'status', 'audience', 'call')
      return [judged('wrong_audience_accepted', result.seen, evidence)]
    }
    if (result?.result === 'holds') {
      return [judged('wrong_audience_refused', result.seen, picked(result.evidence, 'status'))]
    }
    const refused = exchanges.find(isRefusedForAudience)
    if (refused?.answer) {
      const status = String(refused.answer.status)
      const words = refused.answer.said?.words ?? ''
      const seen = [seenIn(refused, 'status', 'status', status), seenIn(refused, 'member', 'message', words)]
      return [judged('wrong_audience_refused', seen, { status })]
    }
    return [
      result === undefined
        ? judged('wrong_audience_not_probed', [])
        : judged('wrong_audience_unclear', result.seen, { why: whyUnclear(result) }),
    ]
  },
}

/** The API says itself that it is the audience that it refuses. */
function isRefusedForAudience({ purpose, answer }: RecordedFacts): boolean {
  if (purpose !== 'api' || answer === null || ![400, 401, 403].includes(answer.status)) return false
  return answer.said !== null && wantedAudience(answer.said.words) !== null
}

import { cannotProbe } from '../parts/cannot-probe.ts'
import { type Judged, judged, type ReviewCheck } from '../check.ts'
import { picked } from '../parts/picked.ts'
import { whyUnclear } from '../parts/probe-result.ts'
import type { ProbeResult } from '../../../contract/review.ts'
import { usesHttps } from '../parts/destinations.ts'

/** Whether servers that are reached by https serve plain http as well. @see RFC 9325 §3.2 */
export const plainHttp: ReviewCheck = {
  name: 'plain_http',
  look: (kase) => {
    const result = kase.probes.plain_http
    if (result !== undefined) return [ofProbe(result)]
    if (!usesHttps(kase)) return [judged('plain_http_without_https', [])]
    return [judged('plain_http_not_probed', [], cannotProbe(kase, 'plain_http'))]
  },
}

function ofProbe(result: ProbeResult): Judged {
  const { evidence, seen } = result
  switch (result.result) {
    case 'holds':
      return judged('plain_http_closed', seen, { how: evidence['redirected'] ? 'redirected' : 'refused' })
    case 'fails': {
      const [url = ''] = (evidence['served'] ?? '').split(' ')
      return judged('plain_http_answered', seen, { url, ...picked(evidence, 'status') })
    }
    case 'unclear':
      return judged('plain_http_unclear', seen, { why: whyUnclear(result) })
  }
}

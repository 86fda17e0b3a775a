import { endpointOf } from '../../../common/endpoints.ts'
import { memberOf } from '../../../common/json-source.ts'
import type { RecordedFacts } from '../case.ts'
import { cannotProbe } from '../parts/cannot-probe.ts'
import { judged, type ReviewCheck, seenIn } from '../check.ts'
import { picked } from '../parts/picked.ts'
import { whyUnclear } from '../parts/probe-result.ts'

/** Whether introspection tells strangers about tokens. @see RFC 7662 §2.1, §2.2 */
export const introspectionProtected: ReviewCheck = {
  name: 'introspection_protected',
  look: (kase) => {
    const { probes, exchanges, settings } = kase
    const result = probes.introspection_open
    if (result?.result === 'fails') {
      return [judged('introspection_answers_strangers', result.seen, picked(result.evidence, 'members'))]
    }
    if (result?.result === 'holds') {
      return [
        result.evidence['answer'] === 'inactive'
          ? judged('introspection_hides_from_strangers', result.seen)
          : judged('introspection_refuses_strangers', result.seen, picked(result.evidence, 'status')),
      ]
    }
    const asked = exchanges.find(isOfStranger)
    const status = String(asked?.answer?.status ?? '')
    const seen = asked === undefined ? [] : [seenIn(asked, 'status', 'status', status)]
    if (asked !== undefined && isActive(asked)) {
      return [judged('introspection_without_credentials', [...seen, seenIn(asked, 'member', 'active', 'true')])]
    }
    if (status === '401' || status === '403') return [judged('introspection_refuses_strangers', seen, { status })]
    if (result !== undefined) return [judged('introspection_unclear', result.seen, { why: whyUnclear(result) })]
    if (endpointOf(settings, 'introspection_endpoint') === '') return [judged('introspection_not_set', [])]
    return [judged('introspection_not_probed', [], cannotProbe(kase, 'introspection_open'))]
  },
}

/** Sent without credentials, without a certificate, and with no header field that could be an API key. */
function isOfStranger({ purpose, request, tls }: RecordedFacts): boolean {
  if (purpose !== 'introspection' || request.credentials.length > 0 || request.authorizations > 0) return false
  return (tls?.clientCertificate ?? null) === null && [...request.headers.keys()].every((name) => usual.has(name))
}

const usual: ReadonlySet<string> = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'connection',
  'content-length',
  'content-type',
  'host',
  'user-agent',
])

const isActive = ({ answer }: RecordedFacts): boolean =>
  answer?.status === 200 && answer.object !== null && memberOf(answer.object, 'active')?.source === 'true'

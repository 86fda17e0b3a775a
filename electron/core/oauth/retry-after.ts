import type { Finding } from '../../contract/finding.ts'
import { retryAfterOf } from '../../common/rate-limit.ts'
import type { ReceivedResponse, Transcript } from '../http/transcript.ts'
import { finding } from '../finding.ts'

/** When the server asks to be left alone until: with the moment it ends, when that can be told. @see RFC 9110 §10.2.3 */
export function retryAfterFindings(
  { startedAt, timings }: Pick<Transcript, 'startedAt' | 'timings'>,
  { headers }: Pick<ReceivedResponse, 'headers'>,
): Finding[] {
  const receivedAt = Math.round(startedAt + timings.total)
  const asked = retryAfterOf(headers, receivedAt)
  if (asked === null) return []
  const { name: header, value: retryAfter, at } = asked
  const until =
    at === null ? {} : { until: String(at), wait: String(Math.max(0, Math.round((at - receivedAt) / 1000))) }
  return [finding('retry_after', { header, retryAfter, ...until })]
}

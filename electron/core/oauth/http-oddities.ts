import type { Finding } from '../../contract/finding.ts'
import { unreadableCodings } from '../http/decoders.ts'
import type { ReceivedResponse } from '../http/transcript.ts'
import { finding } from '../finding.ts'

/** A status that HTTP does not have: clients take it as an error, if they do not break off. @see RFC 9110 §15 */
export function statusFindings({ status }: Pick<ReceivedResponse, 'status'>): Finding[] {
  if (status >= 100 && status <= 599) return []
  return [finding('status_invalid', { status: String(status).padStart(3, '0') })]
}

/** A body that is packed in a way that cannot be undone here, so that it was kept as it came. @see RFC 9110 §8.4 */
export function codingFindings(response: Pick<ReceivedResponse, 'headers' | 'body'>): Finding[] {
  const said = response.headers.filter(([name]) => name.toLowerCase() === 'content-encoding').map(([, value]) => value)
  const codings = response.body.length === 0 ? [] : unreadableCodings(said.join(','))
  if (codings.length === 0) return []
  return [finding('content_coding_unknown', { codings: codings.join(', ') })]
}

import type { Finding } from '../../contract/finding.ts'
import type { ReceivedResponse, Transcript } from '../http/transcript.ts'
import { finding } from './finding.ts'
import { headerOf } from './response-body.ts'

/** When the server asks to be left alone until: with the moment it ends, when that can be told. @see RFC 9110 §10.2.3 */
export function retryAfterFindings(
  { startedAt, timings }: Pick<Transcript, 'startedAt' | 'timings'>,
  response: Pick<ReceivedResponse, 'headers'>,
): Finding[] {
  // better-auth sends X-Retry-After only.
  const header = ['Retry-After', 'X-Retry-After'].find((name) => headerOf(response, name.toLowerCase()) !== null)
  if (header === undefined) return []
  const retryAfter = headerOf(response, header.toLowerCase()) ?? ''
  const until = endOf(retryAfter, Math.round(startedAt + timings.total), headerOf(response, 'date'))
  const evidence = { header, retryAfter, ...(until === null ? {} : { until: String(until) }) }
  return [finding('retry_after', 'info', 'RFC 9110 §10.2.3', evidence)]
}

/** Milliseconds since 1970 by the clock of this computer; a date is read by the server's, if it says what time it has. */
function endOf(retryAfter: string, receivedAt: number, date: string | null): number | null {
  if (/^\d{1,9}$/.test(retryAfter)) return receivedAt + Number(retryAfter) * 1000
  const until = timeOf(retryAfter)
  if (until === null) return null
  return receivedAt + until - (timeOf(date) ?? receivedAt)
}

function timeOf(date: string | null): number | null {
  const time = date !== null && /^[A-Z][a-z]{2}.* GMT$/.test(date) ? Date.parse(date) : Number.NaN
  return Number.isNaN(time) ? null : time
}

import { retryAfterOf } from '../../common/rate-limit.ts'
import type { TransportFailure } from '../../contract/exchange.ts'
import type { Finding } from '../../contract/finding.ts'
import type { JsonObject } from '../../contract/json-object.ts'
import { finding } from '../finding.ts'
import { unreadableCodings } from '../http/body-reader.ts'
import { isRedirect, locationOf } from '../http/follow.ts'
import type { ReceivedResponse, Transcript } from '../http/transcript.ts'
import { transportFailure } from '../http/transport-failure.ts'
import { isExposed } from '../../common/loopback.ts'
import { type BodyReading, headerOf, readResponseBody } from './response-body.ts'

/** What a protocol endpoint answered, before its meaning is judged. `object` is null when the body is no JSON object. */
export type Answer =
  | { kind: 'unreachable'; failure: TransportFailure; findings: Finding[] }
  | { kind: 'nonconformant'; status: number; findings: Finding[] }
  | Answered

export interface Answered {
  kind: 'answered'
  status: number
  response: ReceivedResponse
  object: JsonObject | null
  findings: Finding[]
}

/** The part that is the same for every protocol endpoint: failures, refused redirects, JSON, waiting times. */
export function readAnswer(
  transcript: Transcript,
  readBody: (response: ReceivedResponse) => BodyReading = readResponseBody,
): Answer {
  const { request, response, failure } = transcript
  const findings = isExposed(request.url)
    ? [finding('not_encrypted', { url: request.url }, { section: 'RFC 6749 §3.2' })]
    : []
  if (failure !== null || response === null) {
    return { kind: 'unreachable', failure: failure ?? noAnswer(request.url), findings }
  }
  const refusedByProxy = proxyRefusal(transcript, response)
  if (refusedByProxy !== null) return { kind: 'unreachable', failure: refusedByProxy, findings }
  const { status } = response
  if (status >= 300 && status < 400) {
    return { kind: 'nonconformant', status, findings: [judgeRedirection(response), ...findings] }
  }
  const body = readBody(response)
  const unread = codingFindings(response)
  // What is still packed is no text, and nobody needs to know.
  const ofBody = unread.length === 0 ? body.findings : []
  const web = webServerFindings(transcript, response)
  const notes = [...statusFindings(response), ...web, ...unread, ...ofBody, ...findings]
  const waiting = retryAfterFindings(transcript, response)
  return { kind: 'answered', status, response, object: body.object, findings: [...notes, ...waiting] }
}

/** True for what is no success: an error, or a status that HTTP does not have. Redirects never come here. @see RFC 9110 §15 */
export function isRefusal(status: number): boolean {
  return status < 200 || status >= 300
}

/** Not every 3xx asks to go somewhere else. @see RFC 9110 §15.4 */
function judgeRedirection(response: ReceivedResponse): Finding {
  const status = String(response.status)
  const location = locationOf(response)
  if (!isRedirect(response.status))
    return finding('status_unexpected', { status }, { severity: 'error', section: 'RFC 9110 §15.4' })
  return finding('redirect_refused', { status, ...(location && { location }) })
}

/** For plain http a proxy gets the whole request, so that its refusal looks like an answer of the server. @see RFC 9110 §15.5.8 */
function proxyRefusal({ connection }: Transcript, { status, headers }: ReceivedResponse): TransportFailure | null {
  if (status !== 407 || connection === null || connection.proxy === null) return null
  const { hostname, port } = URL.canParse(connection.proxy) ? new URL(connection.proxy) : { hostname: '', port: '' }
  const wanted = headerOf({ headers }, 'proxy-authenticate')
  const place = {
    phase: 'proxy',
    host: hostname === '' ? connection.proxy : hostname,
    port: port === '' ? (connection.remotePort ?? 80) : Number(port),
    nodeCode: null,
  } as const
  const answer = { reason: 'answered', status: '407', ...(wanted !== null && { wants: wanted }) }
  return transportFailure('proxy_authentication', place, answer)
}

function noAnswer(url: string): TransportFailure {
  const { hostname, port, protocol } = new URL(url)
  const defaultPort = protocol === 'https:' ? 443 : 80
  const place = { host: hostname, port: port === '' ? defaultPort : Number(port), nodeCode: null }
  return transportFailure('reset', { phase: 'wait', ...place }, { at: 'no_answer' })
}

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

/** Until when the server asks to be left alone, where it says so. @see RFC 9110 §10.2.3 */
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

/** What nginx says of a client certificate with status 400 and a web page, without a TLS error. */
const certificateRefusals = /No required SSL certificate was sent|The SSL certificate error/i
const plainHttpRefusal = /The plain HTTP request was sent to HTTPS port/i

/** What the web server in front of an endpoint said in its own page, before the endpoint saw the request. */
export function webServerFindings(
  { tls, request }: Pick<Transcript, 'tls' | 'request'>,
  { status, body }: Pick<ReceivedResponse, 'status' | 'body'>,
): Finding[] {
  if (status < 400 || status >= 500) return []
  const page = Buffer.from(body.subarray(0, 4000)).toString('latin1')
  if (plainHttpRefusal.test(page)) return [finding('https_expected', { url: request.url })]
  if (!certificateRefusals.test(page)) return []
  const presented = tls !== null && tls.clientCertificate !== null ? 'yes' : 'no'
  return [finding('client_certificate_required', { presented })]
}

/** True when the web server said already why the endpoint did not answer. */
export function isExplained(findings: readonly Finding[]): boolean {
  return findings.some(({ code }) => code === 'client_certificate_required' || code === 'https_expected')
}

import type { TransportFailure } from '../../contract/exchange.ts'
import type { Finding } from '../../contract/finding.ts'
import type { JsonObject } from '../../contract/json-object.ts'
import { transportFailure } from '../http/transport-failure.ts'
import { isRedirect, locationOf } from '../http/follow.ts'
import type { ReceivedResponse, Transcript } from '../http/transcript.ts'
import { finding } from '../finding.ts'
import { isExposed } from '../loopback.ts'
import { codingFindings, statusFindings } from './http-oddities.ts'
import { type BodyReading, headerOf, readResponseBody } from './response-body.ts'
import { retryAfterFindings } from './retry-after.ts'
import { webServerFindings } from './web-server.ts'

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
  // What is still packed is no text, and nobody needs to be told so.
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

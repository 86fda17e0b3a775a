import type { TransportFailure } from '../../contract/exchange.ts'
import type { Finding } from '../../contract/finding.ts'
import type { JsonObject } from '../../contract/token.ts'
import type { ReceivedResponse, Transcript } from '../http/transcript.ts'
import { finding } from './finding.ts'
import { isExposed } from './loopback.ts'
import { headerOf, readResponseBody } from './response-body.ts'

/** What a protocol endpoint answered, before its meaning is judged. `object` is null when the body is no JSON object. */
export type Answer =
  | { kind: 'unreachable'; failure: TransportFailure; findings: Finding[] }
  | { kind: 'nonconformant'; status: number; findings: Finding[] }
  | { kind: 'answered'; status: number; response: ReceivedResponse; object: JsonObject | null; findings: Finding[] }

/** The part that is the same for every protocol endpoint: failures, refused redirects, JSON, waiting times. */
export function readAnswer({ request, response, failure }: Transcript): Answer {
  const findings = isExposed(request.url)
    ? [finding('not_encrypted', 'warning', 'RFC 6749 §3.2', { url: request.url })]
    : []
  if (failure !== null || response === null) {
    return { kind: 'unreachable', failure: failure ?? noAnswer(request.url), findings }
  }
  const { status } = response
  if (status >= 300 && status < 400) {
    const location = headerOf(response, 'location') ?? ''
    findings.unshift(finding('redirect_refused', 'error', 'RFC 9700 §4.12', { status: String(status), location }))
    return { kind: 'nonconformant', status, findings }
  }
  const retryAfter = headerOf(response, 'retry-after')
  if (retryAfter !== null) findings.push(finding('retry_after', 'info', 'RFC 9110 §10.2.3', { retryAfter }))
  const body = readResponseBody(response)
  return { kind: 'answered', status, response, object: body.object, findings: [...body.findings, ...findings] }
}

function noAnswer(url: string): TransportFailure {
  const { hostname, port, protocol } = new URL(url)
  const defaultPort = protocol === 'https:' ? 443 : 80
  return {
    code: 'other',
    phase: 'wait',
    host: hostname,
    port: port === '' ? defaultPort : Number(port),
    nodeCode: null,
    detail: 'No answer came.',
  }
}

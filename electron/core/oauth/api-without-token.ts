import type { Challenge } from '../../contract/outcome.ts'
import type { Finding } from '../../contract/finding.ts'
import { finding } from '../finding.ts'
import type { HttpRequest, ReceivedResponse, Transcript } from '../http/transcript.ts'
import { codingFindings, retryAfterFindings, statusFindings, webServerFindings } from './answer.ts'
import { webPageFindings } from './api-web-page.ts'
import { challengeOf } from './challenge.ts'

/** Whether the token went along: it is left behind where a redirect leads to another origin, and does not come back. */
export const carriesToken = ({ headers }: Pick<HttpRequest, 'headers'>): boolean =>
  headers.some(([name]) => name.toLowerCase() === 'authorization')

/** What answers a request that a redirect took the token from says nothing of it. @see RFC 9110 §15.4 */
export function judgeAfterRedirect(
  transcript: Transcript,
  response: ReceivedResponse,
): { challenge: null; findings: Finding[] } {
  const evidence = { status: String(response.status), origin: new URL(transcript.request.url).origin }
  const findings = [
    finding('api_redirect_without_token', evidence),
    ...statusFindings(response),
    ...codingFindings(response),
    ...retryAfterFindings(transcript, response),
  ]
  return { challenge: null, findings }
}

/** What answers a call that was sent without a token on purpose; a typed Authorization is none that is known here. */
export function judgeTokenless(
  transcript: Transcript,
  response: ReceivedResponse,
): { challenge: Challenge | null; findings: Finding[] } {
  const { request } = transcript
  const evidence = { status: String(response.status), authorization: carriesToken(request) ? 'typed' : 'none' }
  const findings = [
    finding('api_sent_without_token', evidence),
    ...webServerFindings(transcript, response),
    ...webPageFindings(request, response),
    ...statusFindings(response),
    ...codingFindings(response),
    ...retryAfterFindings(transcript, response),
  ]
  return { challenge: challengeOf(response), findings }
}

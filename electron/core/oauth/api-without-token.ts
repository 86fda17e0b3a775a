import type { Finding } from '../../contract/finding.ts'
import { finding } from '../finding.ts'
import type { HttpRequest, ReceivedResponse } from '../http/transcript.ts'
import { codingFindings, statusFindings } from './answer.ts'

/** Whether the token went along: it is left behind where a redirect leads to another origin, and does not come back. */
export const carriesToken = ({ headers }: Pick<HttpRequest, 'headers'>): boolean =>
  headers.some(([name]) => name.toLowerCase() === 'authorization')

/** What answers a request without the token says nothing of it. @see RFC 9110 §15.4 */
export function judgeWithoutToken(
  { url }: Pick<HttpRequest, 'url'>,
  response: ReceivedResponse,
): { challenge: null; findings: Finding[] } {
  const evidence = { status: String(response.status), origin: new URL(url).origin }
  const findings = [
    finding('api_redirect_without_token', evidence),
    ...statusFindings(response),
    ...codingFindings(response),
  ]
  return { challenge: null, findings }
}

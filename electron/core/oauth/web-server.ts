import type { Finding } from '../../contract/finding.ts'
import type { ReceivedResponse, Transcript } from '../http/transcript.ts'
import { finding } from '../finding.ts'

/** What nginx says of a client certificate with status 400 and a web page, without a TLS error. */
const certificateRefusals = /No required SSL certificate was sent|The SSL certificate error/i
const plainHttpRefusal = /The plain HTTP request was sent to HTTPS port/i

/** What the web server in front of an endpoint said in a page of its own, before the endpoint saw the request. */
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

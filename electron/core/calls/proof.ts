import type { Finding } from '../../contract/finding.ts'
import type { HttpRequest, Transcript } from '../http/transcript.ts'
import { type DpopKey, dpopProof, nonceOf, nonceSent, wantsNonce } from '../oauth/dpop.ts'
import { finding } from '../oauth/finding.ts'
import type { Desk, Subject } from './desk.ts'
import type { ReadyCaller } from './ready-client.ts'
import type { Sent } from './send.ts'

/** The DPoP header field for a request, with the newest nonce that its server supplied. @see RFC 9449 §4, §7 */
export async function proofHeader(
  desk: Desk,
  subject: Subject,
  key: DpopKey,
  { method, url }: Pick<HttpRequest, 'method' | 'url'>,
  accessToken: string | null,
): Promise<[string, string]> {
  const nonce = knownNonce(desk, subject, url)
  return ['DPoP', await dpopProof(key, { method, url, nonce, accessToken }, desk.ports)]
}

/**
 * Sends a request, and once more when the server asks for a nonce that it supplies. `send` builds anew each time: the
 * proof and the client assertion carry ids that the server has seen. @see RFC 9449 §8, §9
 */
export async function withNonce<Result extends Sent>(
  desk: Desk,
  { subject, dpop }: ReadyCaller,
  send: (retryOf: string | null) => Promise<Result>,
): Promise<Result & { proofFindings: Finding[] }> {
  const first = await send(null)
  if (dpop === null) return { ...first, proofFindings: [] }
  const { url, headers } = first.transcript.request
  rememberNonce(desk, subject, first.transcript)
  if (!asksForNonce(first.transcript)) return { ...first, proofFindings: [] }
  // Not the nonce that was known meanwhile: a request beside this one may have learned it.
  if (knownNonce(desk, subject, url) === nonceSent(headers)) return { ...first, proofFindings: [nonceRepeated] }
  const second = await send(first.exchange.id)
  rememberNonce(desk, subject, second.transcript)
  return { ...second, proofFindings: [asksForNonce(second.transcript) ? nonceRepeated : nonceSupplied] }
}

const nonceSupplied = finding('dpop_nonce_supplied', 'info', 'RFC 9449 §8')
const nonceRepeated = finding('dpop_nonce_repeated', 'error', 'RFC 9449 §8')

const asksForNonce = ({ response }: Transcript) => response !== null && wantsNonce(response)

function knownNonce({ session }: Desk, subject: Subject, url: string): string | null {
  return session.nonces.get(nameOf(subject, url)) ?? null
}

/** Keeps the nonce of an answer, success or not, for the next request to its origin. @see RFC 9449 §8.2 */
function rememberNonce({ session }: Desk, subject: Subject, { request, response }: Transcript): void {
  const nonce = response === null ? null : nonceOf(response.headers)
  if (nonce !== null) session.nonces.set(nameOf(subject, request.url), nonce)
}

const nameOf = ({ id }: Subject, url: string) => `${id} ${new URL(url).origin}`

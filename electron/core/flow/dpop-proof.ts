import type { Finding } from '../../contract/finding.ts'
import type { HttpRequest, Transcript } from '../http/transcript.ts'
import { type DpopKey, dpopProof, nonceOf, proofSent, wantsNonce } from '../oauth/dpop.ts'
import { finding } from '../oauth/finding.ts'
import type { Desk, Subject } from '../environment/desk.ts'
import type { ReadyCaller } from '../client/ready-client.ts'
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
 * Sends a request, and once more when the server asks for a nonce that the request did not carry. Only one that carries
 * a proof is sent twice: what counts is the request itself, not what the client is set to. `send` builds anew each time,
 * for the proof and the client assertion carry ids that the server has seen. @see RFC 9449 §8, §9
 */
export async function withNonce<Result extends Pick<Sent, 'transcript' | 'exchange'>>(
  desk: Pick<Desk, 'session'>,
  { subject }: Pick<ReadyCaller, 'subject'>,
  send: (retryOf: string | null) => Promise<Result>,
): Promise<Result & { proofFindings: Finding[] }> {
  const first = await send(null)
  const { url, headers } = first.transcript.request
  const proof = proofSent(headers)
  if (proof === null) return { ...first, proofFindings: [] }
  rememberNonce(desk, subject, first.transcript)
  if (!asksForNonce(first.transcript)) return { ...first, proofFindings: [] }
  const nonce = knownNonce(desk, subject, url)
  if (nonce === null) return { ...first, proofFindings: [nonceMissing] }
  // Not the nonce that was known when the request left: one sent at the same time may have learned another since.
  if (nonce === proof.nonce) return { ...first, proofFindings: [nonceRepeated(first.transcript, 'once')] }
  const second = await send(first.exchange.id)
  rememberNonce(desk, subject, second.transcript)
  const isRefused = asksForNonce(second.transcript)
  return { ...second, proofFindings: [isRefused ? nonceRepeated(second.transcript, 'twice') : nonceSupplied] }
}

const nonceSupplied = finding('dpop_nonce_supplied', 'info', 'RFC 9449 §8')
const nonceMissing = finding('dpop_nonce_missing', 'error', 'RFC 9449 §8')

/** Of a request that carried the nonce. */
function nonceRepeated({ response }: Transcript, sent: 'once' | 'twice'): Finding {
  const supplied = response === null || nonceOf(response.headers) === null ? 'no' : 'yes'
  return finding('dpop_nonce_repeated', 'error', 'RFC 9449 §8', { sent, supplied })
}

const asksForNonce = ({ response }: Transcript) => response !== null && wantsNonce(response)

function knownNonce({ session }: Pick<Desk, 'session'>, subject: Subject, url: string): string | null {
  return session.nonces.get(nameOf(subject, url)) ?? null
}

/** Keeps the nonce of an answer, success or not, for the next request to its origin. @see RFC 9449 §8.2 */
function rememberNonce({ session }: Pick<Desk, 'session'>, subject: Subject, { request, response }: Transcript): void {
  const nonce = response === null ? null : nonceOf(response.headers)
  if (nonce !== null) session.nonces.set(nameOf(subject, request.url), nonce)
}

const nameOf = ({ id }: Subject, url: string) => `${id} ${new URL(url).origin}`

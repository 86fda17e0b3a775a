import type { Finding } from '../../contract/finding.ts'
import type { HttpRequest, Transcript } from '../http/transcript.ts'
import { type DpopKey, dpopProof, nonceOf, proofSent, wantsNonce } from '../oauth/dpop.ts'
import { finding } from '../finding.ts'
import type { CoreContext, CurrentEnvironment } from '../environment/current-environment.ts'
import type { PreparedApiCall } from '../client/prepared-client.ts'
import type { Sent } from './send.ts'

/** The DPoP header field for a request, with the newest nonce that its server supplied. @see RFC 9449 §4, §7 */
export async function proofHeader(
  core: CoreContext,
  environment: CurrentEnvironment,
  key: DpopKey,
  { method, url }: Pick<HttpRequest, 'method' | 'url'>,
  accessToken: string | null,
): Promise<[string, string]> {
  const nonce = knownNonce(core, environment, url)
  return ['DPoP', await dpopProof(key, { method, url, nonce, accessToken }, core.ports)]
}

/**
 * Sends a request, and once more when the server asks for a nonce that the request did not carry. Only one that carries
 * a proof is sent twice: what counts is the request itself, not what the client is set to. `send` builds anew each time,
 * for the proof and the client assertion carry ids that the server has seen. @see RFC 9449 §8, §9
 */
export async function withNonce<Result extends Pick<Sent, 'transcript' | 'exchange'>>(
  core: Pick<CoreContext, 'session'>,
  { environment }: Pick<PreparedApiCall, 'environment'>,
  send: (retryOf: string | null) => Promise<Result>,
): Promise<Result & { proofFindings: Finding[] }> {
  const first = await send(null)
  const { url, headers } = first.transcript.request
  const proof = proofSent(headers)
  if (proof === null) return { ...first, proofFindings: [] }
  rememberNonce(core, environment, first.transcript)
  if (!asksForNonce(first.transcript)) return { ...first, proofFindings: [] }
  const nonce = knownNonce(core, environment, url)
  if (nonce === null) return { ...first, proofFindings: [nonceMissing] }
  // Not the nonce that was known when the request left: one sent at the same time may have learned another since.
  if (nonce === proof.nonce) return { ...first, proofFindings: [nonceRepeated(first.transcript, 'once')] }
  const second = await send(first.exchange.id)
  rememberNonce(core, environment, second.transcript)
  const isRefused = asksForNonce(second.transcript)
  return { ...second, proofFindings: [isRefused ? nonceRepeated(second.transcript, 'twice') : nonceSupplied] }
}

const nonceSupplied = finding('dpop_nonce_supplied')
const nonceMissing = finding('dpop_nonce_missing')

/** Of a request that carried the nonce. */
function nonceRepeated({ response }: Transcript, sent: 'once' | 'twice'): Finding {
  const supplied = response === null || nonceOf(response.headers) === null ? 'no' : 'yes'
  return finding('dpop_nonce_repeated', { sent, supplied })
}

const asksForNonce = ({ response }: Transcript) => response !== null && wantsNonce(response)

function knownNonce(
  { session }: Pick<CoreContext, 'session'>,
  environment: CurrentEnvironment,
  url: string,
): string | null {
  return session.nonces.get(nameOf(environment, url)) ?? null
}

/** Keeps the nonce of an answer, success or not, for the next request to its origin. @see RFC 9449 §8.2 */
function rememberNonce(
  { session }: Pick<CoreContext, 'session'>,
  environment: CurrentEnvironment,
  { request, response }: Transcript,
): void {
  const nonce = response === null ? null : nonceOf(response.headers)
  if (nonce !== null) session.nonces.set(nameOf(environment, request.url), nonce)
}

const nameOf = ({ id }: CurrentEnvironment, url: string) => `${id} ${new URL(url).origin}`

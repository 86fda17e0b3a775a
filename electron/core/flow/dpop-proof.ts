import type { Finding } from '../../contract/finding.ts'
import type { HttpRequest, Transcript } from '../http/transcript.ts'
import { type DpopKey, dpopProof, nonceOf, proofSent, wantsNonce } from '../oauth/dpop.ts'
import { finding } from '../finding.ts'
import type { WithSession } from '../core-context.ts'
import type { CurrentEnvironment } from '../environment/current-environment.ts'
import type { Ports } from '../ports.ts'
import type { Performed } from './perform.ts'

export type NonceDeps = WithSession<'nonces'>
export type ProofDeps = NonceDeps & Pick<Ports, 'now' | 'newId'>
type Asker = Pick<CurrentEnvironment, 'id'>

/** The DPoP header field for a request, with the newest nonce that its server supplied. @see RFC 9449 §4, §7 */
export async function proofHeader(
  deps: ProofDeps,
  environment: Asker,
  key: DpopKey,
  { method, url }: Pick<HttpRequest, 'method' | 'url'>,
  accessToken: string | null,
): Promise<[string, string]> {
  const nonce = knownNonce(deps, environment, url)
  return ['DPoP', await dpopProof(key, { method, url, nonce, accessToken }, deps)]
}

/**
 * Sends a request, and once more when the server asks for a nonce that the request did not carry. Only one that carries
 * a proof is sent twice: what counts is the request itself, not what the client is set to. `send` builds a new one each time,
 * for the proof and the client assertion carry ids that the server has seen. @see RFC 9449 §8, §9
 */
export async function withNonce<Result extends Pick<Performed, 'transcript' | 'exchange' | 'conclude'>>(
  deps: NonceDeps,
  environment: Asker,
  send: (retryOf: string | null) => Promise<Result>,
): Promise<Result & { proofFindings: Finding[] }> {
  const first = await send(null)
  const { url, headers } = first.transcript.request
  const proof = proofSent(headers)
  if (proof === null) return { ...first, proofFindings: [] }
  rememberNonce(deps, environment, first.transcript)
  if (!asksForNonce(first.transcript)) return { ...first, proofFindings: [] }
  const nonce = knownNonce(deps, environment, url)
  if (nonce === null) return { ...first, proofFindings: [nonceMissing] }
  // Not the nonce that was known when the request left: one sent at the same time may have learned another since.
  if (nonce === proof.nonce) return { ...first, proofFindings: [nonceRepeated(first.transcript, 'once')] }
  first.conclude({ kind: 'nonce_asked', findings: [] })
  const second = await send(first.exchange.id)
  rememberNonce(deps, environment, second.transcript)
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

function knownNonce({ session }: NonceDeps, environment: Asker, url: string): string | null {
  return session.nonces.get(nameOf(environment, url)) ?? null
}

/** Keeps the nonce of an answer, success or not, for the next request to its origin. @see RFC 9449 §8.2 */
function rememberNonce({ session }: NonceDeps, environment: Asker, { request, response }: Transcript): void {
  const nonce = response === null ? null : nonceOf(response.headers)
  if (nonce !== null) session.nonces.set(nameOf(environment, request.url), nonce)
}

const nameOf = ({ id }: Asker, url: string) => `${id} ${new URL(url).origin}`

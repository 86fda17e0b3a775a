import type { RevocationOutcome } from '../../contract/outcome.ts'
import type { HttpRequest, Transcript } from '../http/transcript.ts'
import { isRefusal, readAnswer } from './answer.ts'
import { authenticate } from './client-auth/client-authentication.ts'
import type { AssertionDeps, ClientCredentials } from './client-auth/credentials.ts'
import { errorOfAnswer, judgeRefusal } from './error-response.ts'
import { finding } from '../finding.ts'
import type { Judged } from './judged.ts'
import { protocolRequest } from './protocol-request.ts'
import { wordsOfServer } from './server-words.ts'

/** Builds a revocation request, authenticated as the client that got the token, or not at all. @see RFC 7009 §2.1 */
export async function buildRevocationRequest(
  endpoint: string,
  token: string,
  credentials: ClientCredentials | null,
  deps: AssertionDeps,
): Promise<HttpRequest> {
  const parameters = new URLSearchParams({ token, token_type_hint: 'access_token' })
  const headers = new Headers()
  if (credentials !== null) await authenticate(credentials, deps, parameters, headers)
  return protocolRequest(endpoint, parameters, headers, 'form')
}

/** Judges a revocation response: 200 means accepted, also for a token the server does not know, unless it names an error. @see RFC 7009 §2.2 */
export function judgeRevocationResponse(transcript: Transcript): Judged<RevocationOutcome> {
  const answer = readAnswer(transcript)
  if (answer.kind !== 'answered') return answer
  const error = errorOfAnswer(answer)
  if (!isRefusal(answer.status) && error === null) {
    // The body of a success means nothing (RFC 7009 §2.2), so what was noticed about it does not matter either.
    const notes = answer.findings.filter(({ code }) => code === 'not_encrypted')
    const words = wordsOfServer(answer.response)
    const first = finding('revocation_not_proof', { ...words })
    return { kind: 'accepted', findings: [first, ...notes] }
  }
  const refusal = judgeRefusal(answer)
  if (refusal.kind !== 'refused' || refusal.error.error !== 'unsupported_token_type') return refusal
  const first = finding('revocation_unsupported_token_type')
  return { ...refusal, findings: [first, ...refusal.findings.slice(1)] }
}

import type { IntrospectionStyle } from '../../contract/environment.ts'
import { memberOf, numberOf } from '../../contract/json-source.ts'
import type { Finding } from '../../contract/finding.ts'
import type { IntrospectionOutcome } from '../../contract/outcome.ts'
import type { HttpRequest, Transcript } from '../http/transcript.ts'
import { readAnswer } from './answer.ts'
import { authenticate, type ClientCredentials } from './client-auth/client-authentication.ts'
import { judgeRefusal } from './error-response.ts'
import { finding } from './finding.ts'
import type { Judged } from './judged.ts'
import { protocolRequest } from './protocol-request.ts'
import { isExpired, secondsBetween, type TokenFacts } from './token-facts.ts'

/** Builds an introspection request in the style the server wants. @see RFC 7662 §2.1 */
export async function buildIntrospectionRequest(
  endpoint: string,
  issuer: string,
  token: string,
  style: IntrospectionStyle,
  credentials: ClientCredentials,
): Promise<HttpRequest> {
  const parameters = new URLSearchParams({ token, token_type_hint: 'access_token' })
  const headers = new Headers()
  switch (style.authentication) {
    case 'client':
      await authenticate(credentials, issuer, parameters, headers)
      break
    case 'bearer_token_itself':
      headers.set('authorization', `Bearer ${token}`)
      break
    case 'none':
      break
  }
  return protocolRequest(endpoint, parameters, headers, style.bodyFormat)
}

/** Judges an introspection response; `active: false` is explained by what is known here. @see RFC 7662 §2.2 */
export function judgeIntrospectionResponse(transcript: Transcript, facts: TokenFacts): Judged<IntrospectionOutcome> {
  const answer = readAnswer(transcript)
  if (answer.kind !== 'answered') return answer
  const { status, object, findings } = answer
  if (status >= 400) return withTokenTypeFinding(judgeRefusal(status, object, findings), facts)
  if (object === null) return { kind: 'nonconformant', status, findings }
  const active = memberOf(object, 'active')?.source
  if (active === 'true') return { kind: 'active', response: object, findings }
  if (active === 'false') {
    const exp = numberOf(memberOf(object, 'exp')?.source)
    return { kind: 'inactive', response: object, findings: [explainInactive(facts, exp), ...findings] }
  }
  const problem =
    active === undefined
      ? finding('active_missing', 'error', 'RFC 7662 §2.2')
      : finding('active_not_boolean', 'error', 'RFC 7662 §2.2', { active: active.slice(0, 100) })
  return { kind: 'nonconformant', status, findings: [problem, ...findings] }
}

function explainInactive(facts: TokenFacts, exp: number | null): Finding {
  if (facts.revokedAt !== null) {
    const secondsAgo = secondsBetween(facts.revokedAt, facts.now)
    return finding('inactive_revoked_here', 'info', 'RFC 7662 §2.2', { secondsAgo })
  }
  const expiresAt = exp === null ? facts.expiresAt : exp * 1000
  if (isExpired({ ...facts, expiresAt })) {
    const secondsAgo = secondsBetween(expiresAt ?? facts.now, facts.now)
    return finding('inactive_expired', 'warning', 'RFC 7662 §2.2', { secondsAgo })
  }
  return finding('inactive_unexplained', 'warning', 'RFC 7662 §2.2')
}

function withTokenTypeFinding<Refusal extends ReturnType<typeof judgeRefusal>>(
  refusal: Refusal,
  facts: TokenFacts,
): Refusal {
  if (refusal.kind !== 'refused' || refusal.error.error !== 'unsupported_token_type') return refusal
  const evidence = { token: facts.isJwt ? 'JWT' : 'opaque' }
  const first = finding('introspection_unsupported_token_type', 'error', 'RFC 7662 §2.3', evidence)
  return { ...refusal, findings: [first, ...refusal.findings.slice(1)] }
}

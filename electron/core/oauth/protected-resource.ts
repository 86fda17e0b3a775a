import type { ApiRequest } from '../../contract/api-call.ts'
import type { Finding } from '../../contract/finding.ts'
import type { Challenge } from '../../contract/outcome.ts'
import type { HttpRequest, Transcript } from '../http/transcript.ts'
import { scopesOf } from '../token/scope.ts'
import { challengeOf } from './challenge.ts'
import { finding } from './finding.ts'
import { isExposed } from './loopback.ts'
import { retryAfterFindings } from './retry-after.ts'
import { isExpired, secondsBetween, type TokenFacts } from './token-facts.ts'
import { webServerFindings } from './web-server.ts'

/** Builds a call of a protected API with the access token. @see RFC 6750 §2.1, RFC 9449 §7.1 */
export function buildApiRequest(
  { method, url, body, contentType }: ApiRequest,
  accessToken: string,
  scheme: 'Bearer' | 'DPoP',
): HttpRequest {
  const hasBody = body !== '' && method !== 'GET' && method !== 'HEAD'
  const headers: [string, string][] = [
    ['Accept', '*/*'],
    ['Authorization', `${scheme} ${accessToken}`],
  ]
  if (hasBody && contentType !== '') headers.push(['Content-Type', contentType])
  return { method, url, headers, body: hasBody ? Buffer.from(body) : null }
}

/** Reads what a protected API said about the token: the challenge, and what it means together with what is known here. */
export function judgeApiResponse(
  transcript: Transcript,
  facts: TokenFacts,
): { challenge: Challenge | null; findings: Finding[] } {
  const { request, response } = transcript
  if (response === null) return { challenge: null, findings: [] }
  const challenge = challengeOf(response)
  const webServer = webServerFindings(transcript, response)
  const findings = webServer.length > 0 ? webServer : explain(response.status, challenge, facts)
  if (response.status === 401 && challenge === null)
    findings.push(finding('challenge_missing', 'warning', 'RFC 6750 §3'))
  findings.push(...retryAfterFindings(transcript, response))
  if (isExposed(request.url)) findings.push(finding('not_encrypted', 'warning', 'RFC 6750 §5.3', { url: request.url }))
  return { challenge, findings }
}

function explain(status: number, challenge: Challenge | null, facts: TokenFacts): Finding[] {
  const said = {
    status: String(status),
    ...(challenge?.error ? { error: challenge.error } : {}),
    ...(challenge?.error_description ? { error_description: challenge.error_description } : {}),
  }
  if (status < 300 && facts.revokedAt !== null) return [acceptedAfterRevocation(facts, facts.revokedAt)]
  if (status === 403 || challenge?.error === 'insufficient_scope') {
    const held = scopesOf(facts.scope)
    const needed = scopesOf(challenge?.scope ?? '').filter((scope) => !held.includes(scope))
    const evidence = { ...said, held: facts.scope, ...(needed.length > 0 ? { needed: needed.join(' ') } : {}) }
    return [finding('insufficient_scope', 'error', 'RFC 6750 §3.1', evidence)]
  }
  if (status !== 401) return []
  if (facts.revokedAt !== null) {
    const secondsAgo = secondsBetween(facts.revokedAt, facts.now)
    return [finding('revoked_token_refused', 'info', 'RFC 6750 §3.1', { ...said, secondsAgo })]
  }
  if (isExpired(facts)) {
    const secondsAgo = secondsBetween(facts.expiresAt ?? facts.now, facts.now)
    return [finding('expired_token_refused', 'error', 'RFC 6750 §3.1', { ...said, secondsAgo })]
  }
  return [finding('token_refused', 'error', 'RFC 6750 §3.1', { ...said, token: facts.isJwt ? 'JWT' : 'opaque' })]
}

function acceptedAfterRevocation({ now, expiresAt, isJwt }: TokenFacts, revokedAt: number): Finding {
  return finding('revoked_token_accepted', 'warning', 'RFC 7009 §3', {
    secondsAgo: secondsBetween(revokedAt, now),
    token: isJwt ? 'JWT' : 'opaque',
    ...(expiresAt === null ? {} : { expiresIn: secondsBetween(now, expiresAt) }),
  })
}

import { isExposed } from '../../common/loopback.ts'
import type { Finding } from '../../contract/finding.ts'
import type { Challenge } from '../../contract/outcome.ts'
import { finding, type FindingEvidence } from '../finding.ts'
import type { ReceivedResponse, Transcript } from '../http/transcript.ts'
import { codingFindings, retryAfterFindings, statusFindings, webServerFindings } from './answer.ts'
import { webPageFindings } from './api-web-page.ts'
import { challengeOf } from './challenge.ts'
import { isWebPage, titleOfPage } from './response-body.ts'
import { wordsOfServer } from './server-words.ts'
import { isExpired, secondsBetween, type TokenFacts } from './token-facts.ts'

/** Reads what a protected API said about the token: the challenge, and what it means together with what is known here. */
export function judgeApiResponse(
  transcript: Transcript,
  facts: TokenFacts,
): { challenge: Challenge | null; findings: Finding[] } {
  const { request, response } = transcript
  if (response === null) return { challenge: null, findings: [] }
  const challenge = challengeOf(response)
  const inFront = [...webServerFindings(transcript, response), ...webPageFindings(request, response)]
  const findings = [
    ...(inFront.length > 0 ? inFront : explain(response, facts)),
    ...statusFindings(response),
    ...codingFindings(response),
  ]
  if (response.status === 401 && challenge === null) findings.push(finding('challenge_missing'))
  findings.push(...retryAfterFindings(transcript, response))
  if (isExposed(request.url))
    findings.push(finding('not_encrypted', { url: request.url }, { section: 'RFC 6750 §5.3' }))
  return { challenge, findings }
}

function explain(response: ReceivedResponse, facts: TokenFacts): Finding[] {
  const { status } = response
  if (status >= 200 && status < 300 && facts.revokedAt !== null)
    return [acceptedAfterRevocation(facts, facts.revokedAt)]
  const said = saidBy(response)
  // A firewall, a gateway or the API itself may refuse for reasons that have nothing to do with scopes.
  if (status === 403) return [finding('api_forbidden', said)]
  if (status !== 401) return []
  if (isExpired(facts)) {
    const secondsAgo = secondsBetween(facts.expiresAt ?? facts.now, facts.now)
    return [finding('expired_token_refused', { ...said, secondsAgo })]
  }
  if (facts.revokedAt !== null) {
    const secondsAgo = secondsBetween(facts.revokedAt, facts.now)
    return [finding('revoked_token_refused', { ...said, secondsAgo })]
  }
  return [finding('token_refused', { ...said, token: facts.isJwt ? 'JWT' : 'opaque' })]
}

function acceptedAfterRevocation({ now, expiresAt, isJwt }: TokenFacts, revokedAt: number): Finding {
  return finding('revoked_token_accepted', {
    secondsAgo: secondsBetween(revokedAt, now),
    token: isJwt ? 'JWT' : 'opaque',
    ...(expiresAt === null ? {} : { expiresIn: secondsBetween(now, expiresAt) }),
  })
}

/** What the answer says of its reasons: the challenge, else the words of the body or the title of a web page. */
function saidBy(response: ReceivedResponse): FindingEvidence<'api_forbidden'> {
  const challenge = challengeOf(response)
  const described = challenge?.error_description?.trim() ? challenge.error_description : null
  const isPage = isWebPage(response)
  const page = isPage ? titleOfPage(response) : ''
  return {
    status: String(response.status),
    ...(challenge?.error?.trim() ? { error: challenge.error } : {}),
    ...(described === null ? wordsOfServer(response, [challenge?.error ?? null]) : { error_description: described }),
    ...(isPage && { answer: 'page' }),
    ...(page !== '' && { page }),
  }
}

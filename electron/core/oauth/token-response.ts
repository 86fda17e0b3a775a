import { memberOf, numberOf, stringOf } from '../../contract/json-source.ts'
import type { Finding } from '../../contract/finding.ts'
import type { TokenOutcome } from '../../contract/outcome.ts'
import type { JsonObject } from '../../contract/json-object.ts'
import type { ReceivedResponse, Transcript } from '../http/transcript.ts'
import { scopesOf, scopesOfClaims } from '../token/scope.ts'
import { readAnswer } from './answer.ts'
import { challengesOf } from './challenge.ts'
import { judgeRefusal } from './error-response.ts'
import { finding } from './finding.ts'
import type { Judged } from './judged.ts'
import { headerOf } from './response-body.ts'

/** A usable token response, the token included. */
export interface IssuedToken {
  kind: 'issued'
  access_token: string
  /** Empty when the answer does not say. */
  token_type: string
  /** Source text, or null. */
  expires_in: string | null
  /** Lifetime in seconds, or null when it is unknown. */
  lifetime: number | null
  /** Separated by spaces, from whatever member the server says it in; null when it does not say. */
  scopeGranted: string | null
  response: JsonObject
  findings: Finding[]
}

type NotIssued = Judged<Exclude<TokenOutcome, { kind: 'issued' }>>

/** Judges the answer of the token endpoint. What is usable is issued, with everything unusual as a finding. @see RFC 6749 §5 */
export function judgeTokenResponse(transcript: Transcript, scopeAsked: string): IssuedToken | NotIssued {
  const answer = readAnswer(transcript)
  if (answer.kind !== 'answered') return answer
  const { status, object, response, findings } = answer
  if (status >= 400) return withChallengeNote(judgeRefusal(answer), response)
  if (object === null) return { kind: 'nonconformant', status, findings }

  const token = memberOf(object, 'access_token')
  const access_token = stringOf(token?.source)
  if (access_token === null || !isSendable(access_token)) {
    // cidaas and others answer 200 with an error inside.
    if (token === undefined && memberOf(object, 'error')) return judgeRefusal(answer)
    const problem =
      token === undefined
        ? finding('access_token_missing', 'error', 'RFC 6749 §5.1')
        : finding('access_token_not_string', 'error', 'RFC 6749 §5.1', { is: kindOf(access_token, token.source) })
    return { kind: 'nonconformant', status, findings: [problem, ...findings] }
  }
  const expiresIn = judgeExpiresIn(object)
  // cidaas has an array `scopes`; authlib says `"scope": null`, which says nothing.
  const scopeGranted = scopesOfClaims(object)?.join(' ') ?? null
  const notes = [
    ...judgeTokenType(object),
    ...expiresIn.findings,
    ...judgeScope(scopeAsked, scopeGranted),
    ...judgeCaching(response),
    ...(status === 200 ? [] : [finding('status_unexpected', 'warning', 'RFC 6749 §5.1', { status: String(status) })]),
  ]
  return {
    kind: 'issued',
    access_token,
    token_type: stringOf(memberOf(object, 'token_type')?.source) ?? '',
    expires_in: expiresIn.source,
    lifetime: expiresIn.lifetime,
    scopeGranted,
    response: object,
    findings: [...notes, ...findings],
  }
}

/** Visible ASCII: anything else does not fit into an Authorization header. @see RFC 6749 §A.12 */
function isSendable(token: string): boolean {
  return /^[\x20-\x7E]+$/.test(token)
}

/** What stands where the token should; its value may be one for somebody else, so it is not repeated. */
function kindOf(token: string | null, source: string): string {
  if (token !== null) return token === '' ? 'empty' : 'unsendable'
  if (source.startsWith('{')) return 'an object'
  if (source.startsWith('[')) return 'an array'
  return /^-?\d/.test(source) ? 'a number' : source
}

/** A Bearer challenge is for APIs; here it says that the client was not accepted. @see RFC 6749 §5.2 */
function withChallengeNote<Refusal extends ReturnType<typeof judgeRefusal>>(
  refusal: Refusal,
  response: ReceivedResponse,
): Refusal {
  const bearer = challengesOf(response).find(({ challenge }) => challenge.scheme.toLowerCase() === 'bearer')
  if (bearer === undefined) return refusal
  const note = finding('challenge_misplaced', 'info', 'RFC 6749 §5.2', { header: bearer.header })
  return { ...refusal, findings: [...refusal.findings, note] }
}

/** @see RFC 6749 §7.1 */
function judgeTokenType(object: JsonObject): Finding[] {
  const source = memberOf(object, 'token_type')?.source
  if (source === undefined) return [finding('token_type_missing', 'error', 'RFC 6749 §5.1')]
  const type = stringOf(source)?.toLowerCase()
  if (type === 'bearer' || type === 'dpop') return []
  return [finding('token_type_unknown', 'error', 'RFC 6749 §7.1', { token_type: source.slice(0, 100) })]
}

/** Unknown is not "for ever": a lifetime is a number of seconds, and whatever else stands there is shown as it is. */
function judgeExpiresIn(object: JsonObject): { source: string | null; lifetime: number | null; findings: Finding[] } {
  const source = memberOf(object, 'expires_in')?.source ?? null
  if (source === null || source === 'null') {
    return { source: null, lifetime: null, findings: [finding('expires_in_missing', 'warning', 'RFC 6749 §5.1')] }
  }
  const text = stringOf(source)
  const quoted = text !== null && /^\d+$/.test(text)
  const seconds = quoted ? Number(text) : numberOf(source)
  const findings = quoted ? [finding('expires_in_not_number', 'warning', 'RFC 6749 §5.1', { expires_in: source })] : []
  if (seconds !== null && seconds > 0 && seconds < 1e10) return { source, lifetime: seconds, findings }
  const problem = finding('expires_in_out_of_range', 'error', 'RFC 6749 §5.1', { expires_in: source.slice(0, 100) })
  return { source, lifetime: null, findings: [problem] }
}

/** @see RFC 6749 §3.3: the scope in the answer may be left out only when it equals the one asked for */
function judgeScope(asked: string, granted: string | null): Finding[] {
  const wanted = scopesOf(asked)
  if (granted === null) return wanted.length === 0 ? [finding('scope_omitted', 'info', 'RFC 6749 §5.1')] : []
  const given = scopesOf(granted)
  const missing = wanted.filter((scope) => !given.includes(scope)).join(' ')
  const extra = given.filter((scope) => !wanted.includes(scope)).join(' ')
  return [
    ...(missing === '' ? [] : [finding('scope_narrowed', 'warning', 'RFC 6749 §3.3', { asked, granted, missing })]),
    ...(extra === '' ? [] : [finding('scope_widened', 'info', 'RFC 6749 §3.3', { asked, granted, extra })]),
  ]
}

function judgeCaching(response: ReceivedResponse): Finding[] {
  const cacheControl = headerOf(response, 'cache-control') ?? ''
  return /\bno-store\b/i.test(cacheControl)
    ? []
    : [finding('cache_allowed', 'info', 'RFC 6749 §5.1', { 'Cache-Control': cacheControl })]
}

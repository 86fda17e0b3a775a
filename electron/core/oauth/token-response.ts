import { memberOf, stringOf } from '../../common/json-source.ts'
import type { DecodedToken } from '../../contract/decoded-token.ts'
import type { Finding } from '../../contract/finding.ts'
import type { JsonObject } from '../../contract/json-object.ts'
import type { TokenOutcome } from '../../contract/outcome.ts'
import type { Binding } from '../../contract/token.ts'
import { decodeToken } from '../token/decode/decode.ts'
import { finding } from '../finding.ts'
import type { ReceivedResponse, Transcript } from '../http/transcript.ts'
import { isRefusal, readAnswer } from './answer.ts'
import { challengesOf } from './challenge.ts'
import { judgeConfirmation } from './confirmation.ts'
import { errorOfAnswer, judgeRefusal, type ReadError } from './error-response.ts'
import type { Judged } from './judged.ts'
import { answeredAt, headerOf } from './response-body.ts'
import { wordsOfServer } from './server-words.ts'
import { type GrantedScope, judgeExpiresIn, judgeTimes, readGrantedScope, readToken } from './token-members.ts'
import { tokenElsewhere } from './token-places.ts'

/** A usable token response, the token included. */
export interface IssuedToken {
  kind: 'issued'
  access_token: string
  decoded: DecodedToken
  /** Empty when the answer does not say. */
  token_type: string
  /** Source text, or null. */
  expires_in: string | null
  /** Lifetime in seconds, or null when it is unknown. */
  lifetime: number | null
  /** Separated by spaces, from any member that the server says it in; null when it does not say. */
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
  const error = errorOfAnswer(answer)
  if (isRefusal(status)) return withTokenPlace(withChallengeNote(judgeRefusal(answer), response), response)
  const token = object === null ? undefined : memberOf(object, 'access_token')
  // cidaas and others answer 200 with an error inside.
  if (token === undefined && error !== null) return withTokenPlace(judgeRefusal(answer), response)
  if (object === null) return withTokenPlace({ kind: 'nonconformant', status, findings }, response)
  const read = readToken(token?.source)
  if (!read.ok) {
    const problem =
      read.is === null
        ? finding('access_token_missing', { ...wordsOfServer(response) })
        : finding('access_token_not_string', { is: read.is })
    return withTokenPlace({ kind: 'nonconformant', status, findings: [problem, ...findings] }, response)
  }
  const decoded = decodeToken(read.token)
  const at = answeredAt(transcript)
  const expiresIn = judgeExpiresIn(object, at)
  const scope = readGrantedScope(object, scopeAsked)
  const notes = [
    ...read.findings,
    ...(error === null ? [] : [errorBeside(error)]),
    ...judgeTokenType(object),
    ...expiresIn.findings,
    ...judgeTimes(decoded, expiresIn.lifetime, at),
    ...scope.findings,
    ...judgeScope(scopeAsked, scope),
    ...judgeCaching(response),
    ...(status === 200
      ? []
      : [finding('status_unexpected', { status: String(status) }, { severity: 'warning', section: 'RFC 6749 §5.1' })]),
  ]
  return {
    kind: 'issued',
    access_token: read.token,
    decoded,
    token_type: stringOf(memberOf(object, 'token_type')?.source) ?? '',
    expires_in: expiresIn.source,
    lifetime: expiresIn.lifetime,
    scopeGranted: scope.granted?.join(' ') ?? null,
    response: object,
    findings: [...notes, ...findings],
  }
}

/** A token is issued, and the same answer names an error: which of both holds, only the server knows. @see RFC 6749 §5.2 */
function errorBeside({ error: { error, error_description } }: ReadError): Finding {
  const described = error_description?.trim() ? { error_description } : {}
  return finding('error_beside_token', { error, ...described })
}

/** Of an answer that issued nothing: where a token is in it all the same. */
function withTokenPlace(outcome: ReturnType<typeof judgeRefusal>, response: ReceivedResponse): NotIssued {
  return { ...outcome, findings: [...outcome.findings, ...tokenElsewhere(response)] }
}

/** A Bearer challenge is for APIs; here it says that the client was not accepted. @see RFC 6749 §5.2 */
function withChallengeNote<Refusal extends ReturnType<typeof judgeRefusal>>(
  refusal: Refusal,
  response: ReceivedResponse,
): Refusal {
  const bearer = challengesOf(response).find(({ challenge }) => challenge.scheme.toLowerCase() === 'bearer')
  if (bearer === undefined) return refusal
  const note = finding('challenge_misplaced', { header: bearer.header })
  return { ...refusal, findings: [...refusal.findings, note] }
}

/** @see RFC 6749 §7.1 */
function judgeTokenType(object: JsonObject): Finding[] {
  const source = memberOf(object, 'token_type')?.source
  if (source === undefined) return [finding('token_type_missing')]
  const type = stringOf(source)?.toLowerCase()
  if (type === 'bearer' || type === 'dpop') return []
  // eBay says Application Access Token, and means Bearer.
  const severity = type !== undefined && /bearer|access[ _]?token/.test(type) ? 'info' : 'error'
  return [finding('token_type_unknown', { token_type: source.slice(0, 100) }, { severity })]
}

/** @see RFC 6749 §3.3: the scope in the answer may be left out only when it equals the one asked for */
function judgeScope(asked: string, { granted, wanted, findings }: GrantedScope): Finding[] {
  if (granted === null) {
    const isOmitted = wanted.length === 0 && findings.length === 0
    return isOmitted ? [finding('scope_omitted')] : []
  }
  const missing = wanted.filter((scope) => !granted.includes(scope)).join(' ')
  const extra = granted.filter((scope) => !wanted.includes(scope)).join(' ')
  const both = { asked, granted: granted.join(' ') }
  return [
    ...(missing === '' ? [] : [finding('scope_narrowed', { ...both, missing })]),
    ...(extra === '' ? [] : [finding('scope_widened', { ...both, extra })]),
  ]
}

function judgeCaching(response: ReceivedResponse): Finding[] {
  const cacheControl = headerOf(response, 'cache-control') ?? ''
  return /\bno-store\b/i.test(cacheControl) ? [] : [finding('cache_allowed', { 'Cache-Control': cacheControl })]
}

/** What an issued token says about the key or certificate that the request proved to hold. @see RFC 9449 §5, RFC 8705 §3 */
export function judgePossession(
  issued: { token_type: string; decoded: DecodedToken },
  binding: Binding | null,
  { tls }: Pick<Transcript, 'tls'>,
): Finding[] {
  const isDpop = issued.token_type.toLowerCase() === 'dpop'
  if (binding?.kind === 'dpop' && !isDpop) {
    return [finding('dpop_downgraded', { token_type: issued.token_type })]
  }
  if (binding?.kind !== 'dpop' && isDpop) return [finding('dpop_unasked')]
  if (binding?.kind === 'certificate' && tls !== null && tls.clientCertificate === null) {
    return [finding('client_certificate_not_asked_for')]
  }
  return issued.decoded.kind === 'jws' ? judgeConfirmation(issued.decoded.claims, binding) : []
}

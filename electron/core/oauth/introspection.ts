import type { IntrospectionStyle } from '../../contract/environment.ts'
import { memberOf, numberOf, stringOf } from '../../common/json-source.ts'
import type { Finding } from '../../contract/finding.ts'
import type { IntrospectionOutcome } from '../../contract/outcome.ts'
import type { JsonObject } from '../../contract/json-object.ts'
import type { HttpRequest, ReceivedResponse, Transcript } from '../http/transcript.ts'
import { compareWithAnswer } from '../token/compare/compare.ts'
import { isRefusal, readAnswer } from './answer.ts'
import { authenticate } from './client-auth/client-authentication.ts'
import type { AssertionDeps, ClientCredentials } from './client-auth/credentials.ts'
import { errorOfBody, judgeRefusal } from './error-response.ts'
import { finding } from '../finding.ts'
import { readGrantedScope } from './token-members.ts'
import type { Judged } from './judged.ts'
import { protocolRequest } from './protocol-request.ts'
import { readResponseBody } from './response-body.ts'
import { wordsOfServer } from './server-words.ts'
import {
  type IntrospectionParties,
  readSignedIntrospection,
  type SignedIntrospection,
  signedIntrospectionType,
} from './signed-introspection.ts'
import { type HeldFacts, secondsBetween, type TokenFacts } from './token-facts.ts'

/**
 * Builds an introspection request in the style the server wants. `credentials` are those of the method that the style
 * names, or null where the client does not authenticate.
 * @see RFC 7662 §2.1, RFC 9701 §4
 */
export async function buildIntrospectionRequest(
  endpoint: string,
  token: string,
  style: IntrospectionStyle,
  credentials: ClientCredentials | null,
  deps: AssertionDeps,
): Promise<HttpRequest> {
  const parameters = new URLSearchParams({ token, token_type_hint: 'access_token' })
  const headers = new Headers()
  switch (style.authentication) {
    case 'client':
    case 'client_secret_basic':
    case 'client_secret_post':
      if (credentials !== null) await authenticate(credentials, deps, parameters, headers)
      break
    case 'bearer_token_itself':
      headers.set('authorization', `Bearer ${token}`)
      break
    case 'none':
      break
  }
  const accept: [string, string][] = style.responseFormat === 'jwt' ? [['Accept', signedIntrospectionType]] : []
  return protocolRequest(endpoint, parameters, headers, style.bodyFormat, accept)
}

/** Who was asked what by whom, to compare the answer with. */
export interface IntrospectionAsked extends IntrospectionParties {
  responseFormat: IntrospectionStyle['responseFormat']
  /** The client that asked; null where none authenticated. */
  caller: string | null
  token_endpoint: string
  introspection_endpoint: string
  /** Milliseconds by which the clock of the server that answered is ahead of this computer's. */
  clockOffset: number
}

/** `signed` is the JWT that the answer came in, its signature not verified; null for a plain one. */
export interface JudgedIntrospection {
  outcome: Judged<IntrospectionOutcome>
  signed: SignedIntrospection | null
}

/** Says why a token may be inactive, by an introspection response. */
type Explain = (response: JsonObject) => readonly Finding[]

/** Judges an introspection response; `active: false` is explained by the caller, who knows more. @see RFC 7662 §2.2, RFC 9701 §5 */
export function judgeIntrospectionResponse(
  transcript: Transcript,
  facts: HeldFacts,
  asked: IntrospectionAsked,
  explainInactive: Explain,
): JudgedIntrospection {
  const { response } = transcript
  const jwt = response === null || response.status >= 300 ? null : readSignedIntrospection(response, asked)
  const answer = readAnswer(transcript, jwt === null ? readResponseBody : () => jwt)
  const signed = jwt === null ? null : jwt.signed
  if (answer.kind !== 'answered') return { outcome: answer, signed: null }
  const { status, object, findings } = answer
  const isError = object !== null && !memberOf(object, 'active') && errorOfBody(object) !== null
  if (isRefusal(status) || isError) return { outcome: withTokenTypeFinding(judgeRefusal(answer), facts), signed: null }
  if (object === null) return { outcome: { kind: 'nonconformant', status, findings }, signed }
  const isUnsigned = asked.responseFormat === 'jwt' && jwt === null
  const unsigned = isUnsigned ? [finding('introspection_not_signed')] : []
  const outcome = judgeActive(object, answer.response, facts, explainInactive)
  return { outcome: { ...outcome, findings: [...outcome.findings, ...unsigned, ...findings] }, signed }
}

function judgeActive(
  object: JsonObject,
  response: ReceivedResponse,
  facts: HeldFacts,
  explainInactive: Explain,
): Extract<Judged<IntrospectionOutcome>, { kind: 'active' | 'inactive' | 'nonconformant' }> {
  const source = memberOf(object, 'active')?.source
  const text = stringOf(source)?.trim().toLowerCase()
  const isText = text === 'true' || text === 'false'
  const active = isText ? text : source
  const odd = isText ? [notBoolean(text, source ?? '')] : []
  const answer = { response: object, comparison: facts.claims && compareWithAnswer(facts.claims, object) }
  if (active === 'true') {
    return { kind: 'active', ...answer, findings: [...odd, ...judgeRevoked(facts), ...judgeMembers(object, facts)] }
  }
  if (active === 'false') {
    const causes = explainInactive(object)
    return { kind: 'inactive', ...answer, findings: [...odd, ...causes] }
  }
  const said = wordsOfServer(response)
  const problem = active === undefined ? finding('active_missing', { ...said }) : notBoolean('nothing', active)
  return { kind: 'nonconformant', status: response.status, findings: [problem] }
}

/** `as` is what it is read as. A text is read, as by many clients, and those that are strict take it for neither. */
function notBoolean(as: 'true' | 'false' | 'nothing', source: string): Finding {
  return finding('active_not_boolean', { active: source, as })
}

/** A revocation that was accepted and did nothing. @see RFC 7009 §2.2 */
function judgeRevoked({ now, revokedAt, isJwt }: TokenFacts): Finding[] {
  if (revokedAt === null) return []
  const evidence = { secondsAgo: secondsBetween(revokedAt, now), token: isJwt ? 'JWT' : 'opaque' }
  return [finding('active_after_revocation', evidence)]
}

/** What real servers put into members where the standard means something else. */
function judgeMembers(object: JsonObject, { scope }: TokenFacts): Finding[] {
  const exp = memberOf(object, 'exp')?.source
  const type = stringOf(memberOf(object, 'token_type')?.source)
  const odd = (member: string, value: string) => finding('introspection_member_odd', { member, value })
  const { granted, wanted, findings } = readGrantedScope(object, scope)
  const missing = granted === null ? [] : wanted.filter((name) => !granted.includes(name))
  return [
    ...findings,
    ...(numberOf(exp) === 0 ? [odd('exp', '0')] : []),
    ...(type?.toLowerCase() === 'access_token' ? [odd('token_type', type)] : []),
    ...(granted === null || missing.length === 0
      ? []
      : [
          finding('introspection_scope_less', {
            held: scope,
            granted: granted.join(' '),
            missing: missing.join(' '),
          }),
        ]),
  ]
}

function withTokenTypeFinding<Refusal extends ReturnType<typeof judgeRefusal>>(
  refusal: Refusal,
  facts: TokenFacts,
): Refusal {
  if (refusal.kind !== 'refused' || refusal.error.error !== 'unsupported_token_type') return refusal
  const evidence = { token: facts.isJwt ? 'JWT' : 'opaque' }
  const first = finding('introspection_unsupported_token_type', evidence)
  return { ...refusal, findings: [first, ...refusal.findings.slice(1)] }
}

import type { ApiRequest } from '../../contract/api-call.ts'
import type { Exchange } from '../../contract/exchange.ts'
import type { Finding } from '../../contract/finding.ts'
import type { ApiCallOutcome, TokenUse } from '../../contract/outcome.ts'
import { readableClaims } from '../../common/json-source.ts'
import { withToken } from '../api-request/build.ts'
import { checkAssertions, wholeBody } from '../assertions/check-assertions.ts'
import { maskResults } from '../assertions/mask-results.ts'
import type { Flow } from '../core-context.ts'
import { examineServer } from '../diagnosis/success/examine.ts'
import { sendFollowing } from '../http/follow.ts'
import type { HttpRequest, ReceivedResponse, Transcript } from '../http/transcript.ts'
import { isRefusal } from '../oauth/answer.ts'
import { judgeApiRedirect } from '../oauth/api-redirect.ts'
import { carriesToken, judgeAfterRedirect, judgeTokenless } from '../oauth/api-without-token.ts'
import { missingScopeFindings } from '../oauth/missing-scopes.ts'
import { judgeApiResponse } from '../oauth/protected-resource.ts'
import { maskOf } from '../redaction/redact.ts'
import type { Carrier } from './carrier.ts'
import { diagnosed } from './diagnose-outcome.ts'
import { type ProofDeps, proofHeader, withNonce } from './dpop-proof.ts'
import type { ObtainDeps } from './obtain-token.ts'
import {
  outcomeOf,
  type Performed,
  type RequestContext,
  secretsOf,
  sendOptions,
  transportOf,
  withUserAgent,
} from './perform.ts'
import { reportArriving } from './report-arriving.ts'
import { type RecordAnswerDeps, recordAnswer } from './record-answer.ts'

export type SendApiDeps = ObtainDeps & RecordAnswerDeps

/** Decoded bytes of an answer. */
const apiMaxBytes = 64 << 20
const maxRedirects = 10

/** One sending: its outcome, its last exchange, and whether the token went along to where the answer came from. */
export interface Sent {
  outcome: Extract<ApiCallOutcome, { kind: 'answered' | 'unreachable' }>
  exchange: Exchange
  use: TokenUse
  hadToken: boolean
}

/** What is sent, and how its answer is looked at. */
export interface Sending {
  built: HttpRequest & { hidden: readonly string[] }
  request: Pick<ApiRequest, 'followRedirects' | 'scope' | 'assertions'>
  /** False leaves out why it failed. */
  isDiagnosed: boolean
}

/** The request as it is sent, with the token and, when it is bound to a DPoP key, a proof. @see RFC 6750 §2.1, RFC 9449 §7.1 */
export async function carrying<Request extends HttpRequest>(
  deps: ProofDeps,
  built: Request,
  { carried, client }: Carrier,
): Promise<Request> {
  if (carried === null) return built
  const { accessToken, key } = carried
  const request = withToken(built, accessToken, key === null ? 'Bearer' : 'DPoP')
  if (key === null) return request
  const proof = await proofHeader(deps, client.environment, key, request, accessToken)
  return { ...request, headers: [...request.headers, proof] }
}

/** Sends a request with what it carries, once more with the nonce that the API asks for, and judges the answer. */
export async function sendApi(
  deps: SendApiDeps,
  { built, request, isDiagnosed }: Sending,
  carrier: Carrier,
  flow: Flow,
): Promise<Sent> {
  const { client, carried } = carrier
  const { environment, connection } = client
  const causedBy = carrier.causedBy ?? flow.causedBy
  const context = {
    ...flow,
    ...(causedBy !== undefined && { causedBy }),
    environment,
    connection,
    purpose: 'api',
    authentication: null,
    accessToken: carried?.accessToken ?? null,
    hidden: built.hidden,
  } as const
  // A proof names one URL, so a request that carries one is not sent to another.
  const limit = {
    isWanted: request.followRedirects,
    hasProof: carried !== null && carried.key !== null,
    hasSecret: built.hidden.length > 0,
    maxRedirects,
  }
  const hops = limit.isWanted && !limit.hasProof ? maxRedirects : 0
  const { assertions } = request
  let whole: Uint8Array | null = null
  const { proofFindings, ...performed } = await withNonce(deps, environment, async (retryOf) => {
    const arriving = reportArriving(
      () => maskOf(secretsOf(deps, environment, context.accessToken, context.hidden)),
      (come) => deps.notify({ kind: 'answer_arriving', flowId: flow.flowId, ...come }),
    )
    const [first, ...followed] = await sendFollowing(
      transportOf(deps, context),
      withUserAgent(deps, await carrying(deps, built, carrier)),
      { ...sendOptions(deps, context, apiMaxBytes), onBody: arriving.onBody },
      hops,
      limit.hasSecret,
    )
    arriving.end()
    const { callId: _, ...onTheWay } = context
    const contextOf = (transcript: Transcript) => (transcript === (followed.at(-1) ?? first) ? context : onTheWay)
    whole = await wholeBody(assertions, followed.at(-1) ?? first)
    let last = await recordAnswer(deps, contextOf(first), first, { retryOf })
    for (const transcript of followed) {
      last.conclude({ kind: 'redirected', findings: [] })
      last = await recordAnswer(deps, contextOf(transcript), transcript, { redirectedFrom: last.exchange.id })
    }
    return last
  })
  const { transcript, exchange } = performed
  const { response, failure } = transcript
  const hadToken = carried !== null && carriesToken(transcript.request)
  const explained = <Outcome extends { kind: string; findings: readonly Finding[] }>(outcome: Outcome) =>
    isDiagnosed ? diagnosedCall(deps, context, performed, carrier, outcome) : outcome
  if (failure !== null || response === null) {
    if (failure === null) throw new Error('A transcript has neither answer nor failure.')
    const unreachable = { kind: 'unreachable', failure, findings: proofFindings } as const
    return { outcome: outcomeOf(performed, explained(unreachable)), exchange, use: carrier.use, hadToken }
  }
  const judged = judge(transcript, response, carrier, exchange, deps.now())
  const redirect = judgeApiRedirect(transcript.request, response, limit)
  const { status, statusText } = response
  const isSuccess = status >= 200 && status < 300
  const seen = isSuccess ? examineServer({ ...exchange, url: transcript.request.url, now: deps.now() }) : []
  const scopes = hadToken ? missingScopeFindings(request.scope, carried.scoped, status) : []
  const findings = [...redirect, ...judged.findings, ...proofFindings, ...scopes, ...seen]
  const received = whole === null ? response : { ...response, body: whole }
  const claims = hadToken ? { claims: readableClaims(carried.scoped.decoded) } : null
  const results = await checkAssertions(assertions, received, claims, flow.signal)
  const checkedAssertions = results.length === 0 ? {} : { assertions: maskResults(assertions, results, performed.mask) }
  const answered = {
    kind: 'answered',
    status,
    tokenUse: carrier.use,
    ...judged,
    statusText,
    findings,
    ...checkedAssertions,
  } as const
  const isExplained = isRefusal(status) && (carried === null ? status !== 401 && status !== 403 : hadToken)
  return {
    outcome: outcomeOf(performed, isExplained ? explained(answered) : answered),
    exchange,
    use: carrier.use,
    hadToken,
  }
}

/** Why it failed. What the environment is set to does not explain a token that it never asked for. */
function diagnosedCall<Outcome extends { kind: string; findings: readonly Finding[] }>(
  deps: ObtainDeps,
  context: RequestContext,
  performed: Performed,
  { carried, use }: Carrier,
  outcome: Outcome,
) {
  const token = carried === null ? null : carried.inCase(deps.now())
  return diagnosed(deps, context, performed, outcome, { token, isOfEnvironment: use !== 'pasted' && use !== 'none' })
}

/** What the answer says of the token that was carried, and of no other. */
function judge(
  transcript: Transcript,
  response: ReceivedResponse,
  { carried }: Carrier,
  { clockOffset }: Exchange,
  now: number,
) {
  if (carried === null) return judgeTokenless(transcript, response)
  return carriesToken(transcript.request)
    ? judgeApiResponse(transcript, carried.factsAt(now, clockOffset ?? 0))
    : judgeAfterRedirect(transcript, response)
}

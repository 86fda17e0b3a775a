import type { ApiRequest } from '../../contract/api-call.ts'
import type { ApiCallOutcome } from '../../contract/outcome.ts'
import type { Flow } from '../core-context.ts'
import type { BindingDeps } from '../environment/binding-problems.ts'
import { tokenProblems } from '../environment/binding-problems.ts'
import type { CurrentEnvironment } from '../environment/current-environment.ts'
import { sendFollowing } from '../http/follow.ts'
import type { HttpRequest, Transcript } from '../http/transcript.ts'
import { isRefusal } from '../oauth/answer.ts'
import { judgeApiRedirect } from '../oauth/api-redirect.ts'
import { carriesToken, judgeWithoutToken } from '../oauth/api-without-token.ts'
import type { DpopKey } from '../oauth/dpop.ts'
import { buildApiRequest, judgeApiResponse } from '../oauth/protected-resource.ts'
import { examineServer } from '../diagnosis/success/examine.ts'
import { diagnosed } from './diagnose-outcome.ts'
import { type ProofDeps, proofHeader, withNonce } from './dpop-proof.ts'
import { type ObtainDeps, usableToken, type WithToken } from './obtain-token.ts'
import { outcomeOf, record, sendOptions, transportOf, withUserAgent } from './perform.ts'
import { factsOf, tokenOfCaseHeld } from './token-facts.ts'

const apiMaxBytes = 10 << 20
const maxRedirects = 10

/** Calls a protected API with the held token, or with a new one where none may be reused; `choose` may choose otherwise. */
export async function callApi(
  deps: ObtainDeps & BindingDeps,
  environment: CurrentEnvironment,
  request: ApiRequest,
  flow: Flow,
  choose: typeof usableToken = usableToken,
): Promise<ApiCallOutcome> {
  const problems = tokenProblems(deps, environment, request.url)
  if (problems.length > 0) return { kind: 'not_sent', problems }
  const usable = await choose(deps, environment, flow)
  if (usable.kind === 'none') return { kind: 'no_token', token: usable.outcome }
  return send(deps, request, usable, flow)
}

/** Calls a protected API with this token, no matter which one the environment holds. */
export async function callWithToken(
  deps: ObtainDeps & BindingDeps,
  request: ApiRequest,
  usable: WithToken,
  flow: Flow,
): Promise<ApiCallOutcome> {
  const problems = tokenProblems(deps, usable.client.environment, request.url)
  return problems.length > 0 ? { kind: 'not_sent', problems } : send(deps, request, usable, flow)
}

/** The request as it is sent, with the token and, when it is bound to a DPoP key, a proof. @see RFC 6750 §2.1, RFC 9449 §7.1 */
export async function apiRequestOf(
  deps: ProofDeps,
  request: ApiRequest,
  { token, client }: WithToken,
): Promise<HttpRequest> {
  const key = proofKeyOf(token, client)
  const built = buildApiRequest(request, token.accessToken, key === null ? 'Bearer' : 'DPoP')
  if (key === null) return built
  const proof = await proofHeader(deps, client.environment, key, built, token.accessToken)
  return { ...built, headers: [...built.headers, proof] }
}

/** The key whose proof goes along; null for a Bearer token, also when a server gave one to a request with a proof. */
function proofKeyOf({ held }: WithToken['token'], { dpop }: WithToken['client']): DpopKey | null {
  return held.token_type.toLowerCase() === 'dpop' ? dpop : null
}

async function send(deps: ObtainDeps, request: ApiRequest, usable: WithToken, flow: Flow): Promise<ApiCallOutcome> {
  const { client, token, use } = usable
  const { environment, connection } = client
  const { accessToken } = token
  const causedBy = use === 'new' ? token.held.exchangeId : flow.causedBy
  const context = {
    ...flow,
    ...(causedBy !== undefined && { causedBy }),
    environment,
    connection,
    purpose: 'api',
    authentication: null,
    accessToken,
  } as const
  // A proof names one URL, so a request that carries one is not sent to another.
  const limit = { isWanted: request.followRedirects, hasProof: proofKeyOf(token, client) !== null }
  const hops = limit.isWanted && !limit.hasProof ? maxRedirects : 0
  const { proofFindings, ...performed } = await withNonce(deps, environment, async (retryOf) => {
    const built = withUserAgent(deps, await apiRequestOf(deps, request, usable))
    const [first, ...followed] = await sendFollowing(
      transportOf(deps, context),
      built,
      sendOptions(deps, context, apiMaxBytes),
      hops,
    )
    const { callId: _, ...onTheWay } = context
    const contextOf = (transcript: Transcript) => (transcript === (followed.at(-1) ?? first) ? context : onTheWay)
    let last = record(deps, contextOf(first), first, { retryOf })
    for (const transcript of followed) {
      last = record(deps, contextOf(transcript), transcript, { redirectedFrom: last.exchange.id })
    }
    return last
  })
  const { transcript } = performed
  const ofCase = tokenOfCaseHeld(token, deps.now())
  const { response, failure } = transcript
  if (failure !== null || response === null) {
    if (failure === null) throw new Error('A transcript has neither answer nor failure.')
    const unreachable = { kind: 'unreachable', failure, findings: proofFindings } as const
    return outcomeOf(performed, diagnosed(deps, context, performed, unreachable, ofCase))
  }
  const hasToken = carriesToken(transcript.request)
  const judged = hasToken
    ? judgeApiResponse(transcript, factsOf(token, deps.now()))
    : judgeWithoutToken(transcript.request, response)
  const redirect = judgeApiRedirect(transcript.request, response, { ...limit, maxRedirects })
  const { status, statusText } = response
  const { exchange } = performed
  const isSuccess = status >= 200 && status < 300
  const seen = isSuccess ? examineServer({ ...exchange, url: transcript.request.url, now: deps.now() }) : []
  const findings = [...redirect, ...judged.findings, ...proofFindings, ...seen]
  const answered = { kind: 'answered', status, tokenUse: use, ...judged, statusText, findings } as const
  return outcomeOf(
    performed,
    hasToken && isRefusal(status) ? diagnosed(deps, context, performed, answered, ofCase) : answered,
  )
}

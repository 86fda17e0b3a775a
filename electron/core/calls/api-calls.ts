import type { ApiCall, ApiRequest } from '../../contract/api-call.ts'
import type { Api } from '../../contract/calls.ts'
import type { ApiCallOutcome } from '../../contract/outcome.ts'
import { sendFollowing } from '../http/follow.ts'
import type { HttpRequest } from '../http/transcript.ts'
import { judgeApiRedirect } from '../oauth/api-redirect.ts'
import type { DpopKey } from '../oauth/dpop.ts'
import { hasClientCertificate } from '../oauth/endpoints.ts'
import { buildApiRequest, judgeApiResponse } from '../oauth/protected-resource.ts'
import { originOf } from '../secrets/destinations.ts'
import { withoutSandboxApi, withSandboxApi } from '../environment/sandbox-overlay.ts'
import {
  type CallContext,
  type CoreContext,
  findEnvironment,
  type CurrentEnvironment,
} from '../environment/current-environment.ts'
import { factsOf } from './judging.ts'
import { type Usable, usableToken } from '../flow/obtain-token.ts'
import { redactOutcome } from '../flow/redact-outcome.ts'
import { tokenProblems } from '../environment/binding-problems.ts'
import { environmentGone } from '../environment/problems.ts'
import { proofHeader, withNonce } from '../flow/dpop-proof.ts'
import { record, sendOptions, withUserAgent } from '../flow/send.ts'

type ApiCalls = Pick<Api<CallContext>, 'listApiCalls' | 'saveApiCall' | 'deleteApiCall' | 'sendApiCall'>

const apiMaxBytes = 10 << 20
const maxRedirects = 10

export function apiCallCalls(core: CoreContext): ApiCalls {
  const { ports } = core
  const { apiCalls, environments } = ports.workspace
  const present = <Request extends ApiRequest>(request: Request, environment: CurrentEnvironment | null) =>
    withSandboxApi(request, ports.sandbox.facts(), environment !== null && hasClientCertificate(environment.value))

  return {
    listApiCalls: async ({ environmentId }) => {
      const environment = findEnvironment(core, environmentId)
      return apiCalls.list(environmentId).map((call) => present(call, environment))
    },

    saveApiCall: async ({ environmentId, id, request }) => {
      if (environments.get(environmentId) === null) return null
      const call = { ...request, id: id ?? ports.newId(), environmentId }
      ports.workspace.transaction(() => {
        settleTypedUrl(core, call)
        apiCalls.put(withoutSandboxApi(call, ports.sandbox.facts()))
      })
      return call
    },

    deleteApiCall: async ({ id }) => {
      const call = apiCalls.get(id)
      apiCalls.delete(id)
      return call === null ? null : present(call, findEnvironment(core, call.environmentId))
    },

    sendApiCall: async ({ environmentId, request }, context) => {
      const environment = findEnvironment(core, environmentId)
      if (environment === null) return { kind: 'not_sent', problems: [environmentGone] }
      const problems = tokenProblems(core, environment, request.url)
      if (problems.length > 0) return { kind: 'not_sent', problems }
      const usable = await usableToken(core, environment, context)
      if (usable.kind === 'none') return { kind: 'no_token', token: usable.outcome }
      return send(core, request, usable, context)
    },
  }
}

/** The URL that a person gives a saved call is no longer one of a file's. A call that is new may be a copy of such a one. */
function settleTypedUrl({ ports }: CoreContext, { id, environmentId, url }: ApiCall): void {
  const { apiCalls, fromFiles } = ports.workspace
  const before = apiCalls.get(id)
  const origin = originOf(url)
  const isTyped = before !== null && before.environmentId === environmentId && originOf(before.url) !== origin
  if (isTyped && origin !== null) fromFiles.remove(environmentId, { part: 'origin', value: origin })
}

type WithToken = Extract<Usable, { kind: 'token' }>

/** The request as it is sent, with the token and, when it is bound to a DPoP key, a proof. @see RFC 6750 §2.1, RFC 9449 §7.1 */
export async function apiRequestOf(
  core: CoreContext,
  request: ApiRequest,
  { token, client }: WithToken,
): Promise<HttpRequest> {
  const key = proofKeyOf(token, client)
  const built = buildApiRequest(request, token.accessToken, key === null ? 'Bearer' : 'DPoP')
  if (key === null) return built
  const proof = await proofHeader(core, client.environment, key, built, token.accessToken)
  return { ...built, headers: [...built.headers, proof] }
}

/** The key whose proof goes along; null for a Bearer token, also when a server gave one to a request with a proof. */
function proofKeyOf({ held }: WithToken['token'], { dpop }: WithToken['client']): DpopKey | null {
  return held.token_type.toLowerCase() === 'dpop' ? dpop : null
}

async function send(
  core: CoreContext,
  request: ApiRequest,
  usable: WithToken,
  context: CallContext,
): Promise<ApiCallOutcome> {
  const { client, token, use } = usable
  const { environment, connection } = client
  // A proof names one URL, so a request that carries one is not sent to another.
  const limit = { isWanted: request.followRedirects, hasProof: proofKeyOf(token, client) !== null }
  const hops = limit.isWanted && !limit.hasProof ? maxRedirects : 0
  const { transcript, exchange, mask, proofFindings } = await withNonce(core, client, async (retryOf) => {
    const built = withUserAgent(core, await apiRequestOf(core, request, usable))
    const options = sendOptions(connection, context, apiMaxBytes)
    const [first, ...followed] = await sendFollowing(core.ports.transport, built, options, hops)
    const about = { environment, purpose: 'api', authentication: null, accessToken: token.accessToken } as const
    let last = record(core, first, { ...about, retryOf })
    for (const transcript of followed) {
      last = record(core, transcript, { ...about, redirectedFrom: last.exchange.id })
    }
    return last
  })
  const { response, failure } = transcript
  if (failure !== null || response === null) {
    if (failure === null) throw new Error('A transcript has neither answer nor failure.')
    return {
      kind: 'unreachable',
      ...redactOutcome({ failure, findings: proofFindings }, mask),
      exchangeId: exchange.id,
    }
  }
  const judged = judgeApiResponse(transcript, factsOf(core, token))
  const redirect = judgeApiRedirect(transcript.request, response, { ...limit, maxRedirects })
  const { status, statusText } = response
  const told = redactOutcome(
    { ...judged, statusText, findings: [...redirect, ...judged.findings, ...proofFindings] },
    mask,
  )
  return { kind: 'answered', status, tokenUse: use, ...told, exchangeId: exchange.id }
}

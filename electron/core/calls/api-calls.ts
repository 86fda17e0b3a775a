import type { ApiRequest } from '../../contract/api-call.ts'
import type { Api } from '../../contract/calls.ts'
import type { Environment } from '../../contract/environment.ts'
import type { ApiCallOutcome, TokenOutcome } from '../../contract/outcome.ts'
import { sendFollowing } from '../http/follow.ts'
import type { SendOptions } from '../http/transcript.ts'
import { buildApiRequest, judgeApiResponse } from '../oauth/protected-resource.ts'
import { withoutSandboxApi, withSandboxApi } from '../sandbox-environment.ts'
import type { SessionToken } from '../session.ts'
import { type CallContext, type Desk, findEnvironment } from './desk.ts'
import { factsOf } from './judging.ts'
import { environmentGone } from './problems.ts'
import { record, withUserAgent } from './send.ts'
import { obtainToken } from './tokens.ts'

type ApiCalls = Pick<Api<CallContext>, 'listApiCalls' | 'saveApiCall' | 'deleteApiCall' | 'sendApiCall'>

const apiLimits: Omit<SendOptions, 'signal'> = {
  limits: { connect: 10_000, firstByte: 60_000, total: 300_000 },
  maxBytes: 10 << 20,
}
const maxRedirects = 10

export function apiCallCalls(desk: Desk): ApiCalls {
  const { ports } = desk
  const { apiCalls, environments } = ports.workspace
  return {
    listApiCalls: async ({ environmentId }) =>
      apiCalls.list(environmentId).map((call) => withSandboxApi(call, ports.sandbox.facts())),

    saveApiCall: async ({ environmentId, id, request }) => {
      if (environments.get(environmentId) === null) return null
      const call = { ...request, id: id ?? ports.newId(), environmentId }
      apiCalls.put(withoutSandboxApi(call, ports.sandbox.facts()))
      return call
    },

    deleteApiCall: async ({ id }) => {
      const call = apiCalls.get(id)
      apiCalls.delete(id)
      return call === null ? null : withSandboxApi(call, ports.sandbox.facts())
    },

    sendApiCall: async ({ environmentId, request }, context) => {
      const environment = findEnvironment(desk, environmentId)
      if (environment === null) return { kind: 'not_sent', problems: [environmentGone] }
      const present = await usableToken(desk, environment, context)
      if (present.kind === 'none') return { kind: 'no_token', token: present.outcome }
      return send(desk, environment, request, present, context)
    },
  }
}

type Usable = { kind: 'token'; token: SessionToken; use: 'held' | 'obtained' }

/** The held token, a revoked one included (to see what the API says of it); a new one when there is none or it has expired. */
async function usableToken(
  desk: Desk,
  environment: Environment,
  context: CallContext,
): Promise<Usable | { kind: 'none'; outcome: TokenOutcome }> {
  const held = desk.session.tokens.get(environment.id)
  const expiresAt = held?.held.lifetime.expiresAt ?? null
  if (held !== undefined && (expiresAt === null || expiresAt > desk.ports.now()))
    return { kind: 'token', token: held, use: 'held' }
  const outcome = await obtainToken(desk, environment, context)
  const token = desk.session.tokens.get(environment.id)
  return outcome.kind === 'issued' && token !== undefined
    ? { kind: 'token', token, use: 'obtained' }
    : { kind: 'none', outcome }
}

async function send(
  desk: Desk,
  environment: Environment,
  request: ApiRequest,
  { token, use }: Usable,
  { signal }: CallContext,
): Promise<ApiCallOutcome> {
  const about = { environment, purpose: 'api' } as const
  const built = withUserAgent(desk, buildApiRequest(request, token.accessToken))
  const hops = request.followRedirects ? maxRedirects : 0
  const transcripts = await sendFollowing(desk.ports.transport, built, { ...apiLimits, signal }, hops)

  let exchangeId: string | null = null
  for (const transcript of transcripts) exchangeId = record(desk, transcript, about, exchangeId).id
  const last = transcripts.at(-1)
  if (last === undefined || exchangeId === null) throw new Error('A call left no transcript.')
  if (last.failure !== null || last.response === null) {
    if (last.failure === null) throw new Error('A transcript has neither answer nor failure.')
    return { kind: 'unreachable', failure: last.failure, findings: [], exchangeId }
  }
  const { status, statusText } = last.response
  const judged = judgeApiResponse(last.request.url, last.response, factsOf(desk, token))
  return { kind: 'answered', status, statusText, tokenUse: use, ...judged, exchangeId }
}

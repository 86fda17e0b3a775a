import { endpointOf } from '../../common/endpoints.ts'
import { recordTokenRequest } from '../audit/record-token.ts'
import type { TokenOutcome } from '../../contract/outcome.ts'
import type { FieldProblem } from '../../contract/problem.ts'
import { findingsOfClient } from '../client/client-findings.ts'
import { withSettingsAtFault } from '../client/settings-at-fault.ts'
import {
  type PreparedApiCall,
  type PreparedClient,
  type PrepareDeps,
  prepareApiCall,
  prepareReuse,
  prepareTokenRequest,
} from '../client/prepared-client.ts'
import type { Flow, WithSession, WithWorkspace } from '../core-context.ts'
import { elapsedSince } from '../elapsed.ts'
import { forgetCachedSecrets, pendingSecretRefused } from '../environment/pending-secret.ts'
import { clientProblems } from '../environment/binding-problems.ts'
import type { CurrentEnvironment } from '../environment/current-environment.ts'
import { noToken, type Prepared } from '../environment/problems.ts'
import type { HttpRequest } from '../http/transcript.ts'
import { buildTokenRequest } from '../oauth/protocol-request.ts'
import { judgeTokenResponse } from '../oauth/token-response.ts'
import type { Ports } from '../ports.ts'
import { problem, problemAt } from '../problem.ts'
import type { Obtained, SessionToken } from '../session.ts'
import { diagnosed, type DiagnoseDeps } from './diagnose-outcome.ts'
import { type NonceDeps, type ProofDeps, proofHeader, withNonce } from './dpop-proof.ts'
import { hold, type Issued, issuedToken, tokenCacheKeyOf } from './held-token.ts'
import { matchesSettings } from './settings-key.ts'
import { outcomeOf, type PerformDeps, sendRecorded } from './perform.ts'
import { singleFlight } from './single-flight.ts'

export type ObtainDeps = PrepareDeps &
  PerformDeps &
  NonceDeps &
  DiagnoseDeps &
  WithWorkspace<'environments' | 'secrets' | 'transaction' | 'audit' | 'unrecorded'> &
  WithSession<'previousTokens' | 'flights'>

/** A token with what a request with it needs; `outcome` is that of the request for a new one. */
export type Usable = WithToken | { kind: 'none'; outcome: TokenOutcome }
export type WithToken = { kind: 'token'; token: SessionToken; client: PreparedApiCall } & (
  | { use: 'reused' }
  | { use: 'new'; outcome: TokenOutcome }
)

/**
 * The held token while it may be reused: nothing that changes it was changed, and it is not within `renewBefore` of its
 * end. A revoked one is used all the same, to see what the API says of it. Else a new one. What a new one would need and
 * cannot be read (an assertion that is stale) does not keep the held one from being used.
 */
export async function usableToken(deps: ObtainDeps, environment: CurrentEnvironment, flow: Flow): Promise<Usable> {
  const held = environment.id === null ? undefined : deps.session.tokens.get(environment.id)
  if (held === undefined || isDue(deps, environment, held) || !matchesSettings(held.tokenCacheKey, environment)) {
    return newToken(deps, await prepareTokenRequest(deps, environment, flow.signal), flow)
  }
  const { call, client } = await prepareReuse(deps, environment, flow.signal)
  if (!call.ok) return { kind: 'none', outcome: { kind: 'not_sent', problems: call.problems } }
  const isSame = !client.ok || held.tokenCacheKey === tokenCacheKeyOf(client.value)
  if (!isSame) return newToken(deps, client, flow)
  return { kind: 'token', token: held, client: call.value, use: 'reused' }
}

/**
 * Another token after an API refused this one: the one that is held meanwhile, else a new one. Simultaneous needs make one
 * request.
 */
export async function renewedToken(
  deps: ObtainDeps,
  environment: CurrentEnvironment,
  refused: string,
  flow: Flow,
): Promise<Usable> {
  const held = environment.id === null ? undefined : deps.session.tokens.get(environment.id)
  if (held !== undefined && held.accessToken !== refused) return usableToken(deps, environment, flow)
  return newToken(deps, await prepareTokenRequest(deps, environment, flow.signal), flow)
}

/** The held token, though it may be due: for a request that is to show what comes of this very one. */
export async function tokenAsHeld(deps: ObtainDeps, environment: CurrentEnvironment, flow: Flow): Promise<Usable> {
  const token = environment.id === null ? undefined : deps.session.tokens.get(environment.id)
  const client = await prepareApiCall(deps, environment, flow.signal)
  const problems = [...(token === undefined ? [noToken] : []), ...(client.ok ? [] : client.problems)]
  if (token === undefined || !client.ok) return { kind: 'none', outcome: { kind: 'not_sent', problems } }
  return { kind: 'token', token, client: client.value, use: 'reused' }
}

async function newToken(deps: ObtainDeps, client: Prepared<PreparedClient>, flow: Flow): Promise<Usable> {
  if (!client.ok) return { kind: 'none', outcome: { kind: 'not_sent', problems: client.problems } }
  const { outcome, token } = await shared(deps, client.value, flow)
  return token === null
    ? { kind: 'none', outcome }
    : { kind: 'token', token, client: client.value, use: 'new', outcome }
}

/** Requests a token and holds it in memory as the environment's current one. */
export async function obtainToken(
  deps: ObtainDeps,
  environment: CurrentEnvironment,
  flow: Flow,
): Promise<TokenOutcome> {
  const client = await prepareTokenRequest(deps, environment, flow.signal)
  if (!client.ok) return { kind: 'not_sent', problems: client.problems }
  return (await shared(deps, client.value, flow)).outcome
}

/** Requests a token that is for one use: the environment holds what it held before. */
export async function tokenForOneUse(
  deps: ObtainDeps,
  environment: CurrentEnvironment,
  flow: Flow,
): Promise<Extract<Usable, { use: 'new' } | { kind: 'none' }>> {
  const client = await prepareTokenRequest(deps, environment, flow.signal)
  const problems = client.ok ? unboundProblems(deps, client.value) : client.problems
  if (!client.ok || problems.length > 0) return { kind: 'none', outcome: { kind: 'not_sent', problems } }
  const answer = await askForToken(deps, client.value, flow)
  const { outcome, token } =
    answer.kind === 'issued' ? issuedToken(deps, client.value, answer) : { outcome: answer.outcome, token: null }
  if (flow.isOfWatch !== true) recordRequest(deps, client.value, outcome, token)
  return token === null
    ? { kind: 'none', outcome }
    : { kind: 'token', token, outcome, client: client.value, use: 'new' }
}

type Answer = ({ kind: 'issued' } & Issued) | { kind: 'none'; outcome: TokenOutcome }

/** What the token endpoint is sent; the proof carries the newest nonce that is known. */
export async function tokenRequestOf(
  deps: ProofDeps,
  { environment, credentials, dpop }: PreparedClient,
): Promise<HttpRequest> {
  const token_endpoint = endpointOf(environment.value, 'token_endpoint')
  const request = await buildTokenRequest({ ...environment.value, token_endpoint }, credentials, deps)
  if (dpop === null) return request
  return { ...request, headers: [...request.headers, await proofHeader(deps, environment, dpop, request, null)] }
}

/** Sends a token request, once more with the nonce that the server asks for, and judges the answer. */
async function askForToken(deps: ObtainDeps, client: PreparedClient, flow: Flow): Promise<Answer> {
  const { environment, connection, credentials, dpop } = client
  const authentication = credentials.method
  const context = { ...flow, environment, connection, purpose: 'token', authentication, accessToken: null } as const
  const send = async (retryOf: string | null) =>
    sendRecorded(deps, context, await tokenRequestOf(deps, client), { retryOf })
  const { proofFindings, ...performed } =
    dpop === null ? { ...(await send(null)), proofFindings: [] } : await withNonce(deps, environment, send)
  const judged = judgeTokenResponse(performed.transcript, environment.value.scope)
  if (judged.kind === 'issued') return { kind: 'issued', issued: judged, performed, proofFindings }
  const mayBeClient = judged.kind !== 'unreachable' && [400, 401, 403].includes(judged.status)
  const clientFindings = mayBeClient ? findingsOfClient(client, deps.now()) : []
  const pendingFindings = judged.kind === 'refused' ? pendingSecretRefused(deps, environment) : []
  const atFault = withSettingsAtFault(judged.findings, environment.value, credentials.method)
  const findings = [...atFault, ...clientFindings, ...pendingFindings, ...proofFindings]
  const outcome = diagnosed(deps, context, performed, { ...judged, findings })
  // What a source gave may be what it gave before a rotation.
  if (judged.kind === 'refused') forgetCachedSecrets(deps, environment.id)
  return { kind: 'none', outcome: outcomeOf(performed, outcome) }
}

/** Two simultaneous needs of the same token make one request. */
async function shared(deps: ObtainDeps, client: PreparedClient, flow: Flow): Promise<Obtained> {
  const { flights } = deps.session
  const problems = unboundProblems(deps, client)
  if (problems.length > 0) return { outcome: { kind: 'not_sent', problems }, token: null }
  const key = tokenCacheKeyOf(client)
  const start = () => {
    const flight = singleFlight(
      (signal) => requestAndHold(deps, client, { ...flow, signal }),
      () => {
        if (flights.get(key) === flight) flights.delete(key)
      },
    )
    flights.set(key, flight)
    return flight
  }
  const obtained = await (flights.get(key) ?? start()).join(flow.signal)
  if (obtained !== null) return obtained
  const cancelled = problemAt('access_token', problem('token_request_cancelled'))
  return { outcome: { kind: 'not_sent', problems: [cancelled] }, token: null }
}

async function requestAndHold(deps: ObtainDeps, client: PreparedClient, flow: Flow): Promise<Obtained> {
  const answer = await askForToken(deps, client, flow)
  const obtained = answer.kind === 'issued' ? hold(deps, client, answer) : { outcome: answer.outcome, token: null }
  recordRequest(deps, client, obtained.outcome, obtained.token)
  return obtained
}

const recordRequest = (
  deps: ObtainDeps,
  { environment, credentials }: PreparedClient,
  outcome: TokenOutcome,
  token: SessionToken | null,
): void => recordTokenRequest(deps, { id: environment.id, method: credentials.method }, outcome, token)

function unboundProblems(deps: ObtainDeps, { environment, credentials }: PreparedClient): FieldProblem[] {
  const at = { method: credentials.method, url: endpointOf(environment.value, 'token_endpoint') }
  return clientProblems(deps, environment, at)
}

/** An unknown end is not taken as the past: the token is used until an API refuses it. */
function isDue(
  deps: Pick<Ports, 'now' | 'uptime'>,
  { value }: CurrentEnvironment,
  { held: { lifetime }, obtained }: SessionToken,
): boolean {
  const { issuedAt, expiresAt } = lifetime
  // By what went by since: a clock that was set back does not make a token last longer.
  return expiresAt !== null && expiresAt - issuedAt - value.renewBefore * 1000 <= elapsedSince(obtained, deps)
}

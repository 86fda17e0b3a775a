import { endpointOf } from '../../common/endpoints.ts'
import type { Finding } from '../../contract/finding.ts'
import type { TokenOutcome } from '../../contract/outcome.ts'
import type { HeldToken } from '../../contract/token.ts'
import { findingsOfClient } from '../client/client-findings.ts'
import { withSettingsAtFault } from '../client/settings-at-fault.ts'
import {
  bindingOf,
  type PreparedApiCall,
  type PreparedClient,
  type PrepareDeps,
  prepareReuse,
  prepareTokenRequest,
} from '../client/prepared-client.ts'
import type { Flow, WithSession, WithWorkspace } from '../core-context.ts'
import { elapsedSince, momentOf } from '../elapsed.ts'
import { clientProblems } from '../environment/binding-problems.ts'
import type { CurrentEnvironment } from '../environment/current-environment.ts'
import { forgetCachedSecrets, pendingSecretRefused, promotePendingSecrets } from '../environment/pending-secret.ts'
import type { Prepared } from '../environment/problems.ts'
import { finding } from '../finding.ts'
import { type NonceDeps, type ProofDeps, proofHeader, withNonce } from './dpop-proof.ts'
import { describeToken, matchesSettings, tokenCacheKeyOf } from './held-token.ts'
import { outcomeOf, type PerformDeps, type Performed, sendRecorded } from './perform.ts'
import { singleFlight } from './single-flight.ts'
import type { HttpRequest } from '../http/transcript.ts'
import { buildTokenRequest } from '../oauth/protocol-request.ts'
import { type IssuedToken, judgePossession, judgeTokenResponse } from '../oauth/token-response.ts'
import type { Ports } from '../ports.ts'
import { problem, problemAt } from '../problem.ts'
import type { Obtained, SessionToken } from '../session.ts'

export type ObtainDeps = PrepareDeps &
  PerformDeps &
  NonceDeps &
  WithWorkspace<'environments' | 'secrets' | 'transaction'> &
  WithSession<'previousTokens' | 'flights'>

export type Usable =
  | { kind: 'token'; token: SessionToken; client: PreparedApiCall; use: 'reused' | 'new' }
  | { kind: 'none'; outcome: TokenOutcome }

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

async function newToken(deps: ObtainDeps, client: Prepared<PreparedClient>, flow: Flow): Promise<Usable> {
  if (!client.ok) return { kind: 'none', outcome: { kind: 'not_sent', problems: client.problems } }
  const { outcome, token } = await shared(deps, client.value, flow)
  return token === null ? { kind: 'none', outcome } : { kind: 'token', token, client: client.value, use: 'new' }
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

/** Two simultaneous needs of the same token make one request. */
async function shared(deps: ObtainDeps, client: PreparedClient, flow: Flow): Promise<Obtained> {
  const { flights } = deps.session
  const { environment, credentials } = client
  const at = { method: credentials.method, url: endpointOf(environment.value, 'token_endpoint') }
  const problems = clientProblems(deps, environment, at)
  if (problems.length > 0) return { outcome: { kind: 'not_sent', problems }, token: null }
  const key = tokenCacheKeyOf(client)
  const start = () => {
    const flight = singleFlight(
      (signal) => request(deps, client, key, { ...flow, signal }),
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

async function request(deps: ObtainDeps, client: PreparedClient, key: string, flow: Flow): Promise<Obtained> {
  const { environment, connection, credentials, dpop } = client
  const authentication = credentials.method
  const context = { ...flow, environment, connection, purpose: 'token', authentication, accessToken: null } as const
  const send = async (retryOf: string | null) =>
    sendRecorded(deps, context, await tokenRequestOf(deps, client), { retryOf })
  const { proofFindings, ...performed } =
    dpop === null ? { ...(await send(null)), proofFindings: [] } : await withNonce(deps, environment, send)
  const judged = judgeTokenResponse(performed.transcript, environment.value.scope)
  if (judged.kind === 'issued') return hold(deps, client, key, judged, performed, proofFindings)
  const mayBeClient = judged.kind !== 'unreachable' && [400, 401, 403].includes(judged.status)
  const clientFindings = mayBeClient ? findingsOfClient(client, deps.now()) : []
  const pendingFindings = judged.kind === 'refused' ? pendingSecretRefused(deps, environment) : []
  const atFault = withSettingsAtFault(judged.findings, environment.value, credentials.method)
  const findings = [...atFault, ...clientFindings, ...pendingFindings, ...proofFindings]
  // What a source gave may be what it gave before a rotation.
  if (judged.kind === 'refused') forgetCachedSecrets(deps, environment.id)
  return { outcome: outcomeOf(performed, { ...judged, findings }), token: null }
}

/** Holds the issued token as the environment's current one, and the one before as the previous one. */
function hold(
  deps: ObtainDeps,
  client: PreparedClient,
  tokenCacheKey: string,
  issued: IssuedToken & { findings: readonly Finding[] },
  performed: Performed,
  proofFindings: readonly Finding[],
): Obtained {
  const { environment } = client
  const { tokens, previousTokens } = deps.session
  const before = environment.id === null ? undefined : tokens.get(environment.id)
  const repeated = before?.accessToken === issued.access_token ? before.held : null
  const earlier = repeated === null ? before : previousTokens.get(before?.held.environmentId ?? '')
  const held = {
    ...describeToken(issued, client, performed),
    revokedAt: repeated?.revokedAt ?? null,
    previousIssuedAt: earlier?.held.lifetime.issuedAt ?? null,
  }
  const obtained = { ...momentOf(deps), now: held.lifetime.issuedAt }
  const token = { accessToken: issued.access_token, held, obtained, tokenCacheKey }
  // It may have been deleted meanwhile, and then nothing of it is held.
  if (environment.id !== null && deps.workspace.environments.has(environment.id)) {
    if (environment.usesPending) promotePendingSecrets(deps, environment)
    if (earlier !== undefined) previousTokens.set(environment.id, earlier)
    tokens.set(environment.id, token)
    deps.notify({ kind: 'tokens_changed' })
  }
  const possession = judgePossession(held, bindingOf(client), performed.transcript)
  const findings = [...issued.findings, ...repetition(repeated), ...possession, ...proofFindings]
  return { outcome: outcomeOf(performed, { kind: 'issued', token: held, findings }), token }
}

/** Without `jti` two tokens of one second are the same to the byte, and revoking one revokes both. @see RFC 7519 §4.1.7 */
function repetition(repeated: HeldToken | null): Finding[] {
  if (repeated === null) return []
  const [severity, revoked] = repeated.revokedAt === null ? (['info', 'no'] as const) : (['warning', 'yes'] as const)
  return [finding('token_repeated', { revoked }, { severity })]
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

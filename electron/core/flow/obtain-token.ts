import { problem, problemAt } from '../problem.ts'
import type { Finding } from '../../contract/finding.ts'
import type { TokenOutcome } from '../../contract/outcome.ts'
import type { HeldToken } from '../../contract/token.ts'
import { elapsedSince, momentOf } from '../elapsed.ts'
import { singleFlight } from './single-flight.ts'
import type { HttpRequest } from '../http/transcript.ts'
import { endpointOf } from '../oauth/endpoints.ts'
import { finding } from '../finding.ts'
import { judgePossession } from '../oauth/possession.ts'
import { buildTokenRequest } from '../oauth/token-request.ts'
import { judgeTokenResponse } from '../oauth/token-response.ts'
import type { Obtained, SessionToken } from './session.ts'
import { findingsOfClient } from '../client/client-findings.ts'
import type { CallContext, CoreContext, CurrentEnvironment } from '../environment/current-environment.ts'
import { describeToken } from './held-token.ts'
import { redactOutcome } from './redact-outcome.ts'
import { clientProblems } from '../environment/binding-problems.ts'
import type { Prepared } from '../environment/problems.ts'
import { proofHeader, withNonce } from './dpop-proof.ts'
import {
  bindingOf,
  type PreparedApiCall,
  type PreparedClient,
  prepareApiCall,
  prepareTokenRequest,
  tokenCacheKeyOf,
} from '../client/prepared-client.ts'
import { matchesSettings } from './token-cache.ts'
import { forgetCachedSecrets, promotePendingSecrets, pendingSecretRefused } from '../environment/pending-secret.ts'
import { sendRecorded } from './send.ts'

export type Usable =
  | { kind: 'token'; token: SessionToken; client: PreparedApiCall; use: 'reused' | 'new' }
  | { kind: 'none'; outcome: TokenOutcome }

/**
 * The held token while it may be reused: nothing that changes it was changed, and it is not within `renewBefore` of its
 * end. A revoked one is used all the same, to see what the API says of it. Else a new one. What a new one would need and
 * cannot be read (an assertion that is stale) does not keep the held one from being used.
 */
export async function usableToken(
  core: CoreContext,
  environment: CurrentEnvironment,
  context: CallContext,
): Promise<Usable> {
  const { signal } = context
  const held = environment.id === null ? undefined : core.session.tokens.get(environment.id)
  if (held === undefined || isDue(core, environment, held) || !matchesSettings(held.tokenCacheKey, environment)) {
    return newToken(core, await prepareTokenRequest(core, environment, signal), context)
  }
  const calling = prepareApiCall(core, environment, signal)
  const [caller, client] = await Promise.all([calling, prepareTokenRequest(core, environment, signal, calling)])
  if (!caller.ok) return { kind: 'none', outcome: { kind: 'not_sent', problems: caller.problems } }
  const isSame = !client.ok || held.tokenCacheKey === tokenCacheKeyOf(client.value)
  if (!isSame) return newToken(core, client, context)
  return { kind: 'token', token: held, client: client.ok ? client.value : caller.value, use: 'reused' }
}

async function newToken(core: CoreContext, client: Prepared<PreparedClient>, context: CallContext): Promise<Usable> {
  if (!client.ok) return { kind: 'none', outcome: { kind: 'not_sent', problems: client.problems } }
  const { outcome, token } = await shared(core, client.value, context)
  return token === null ? { kind: 'none', outcome } : { kind: 'token', token, client: client.value, use: 'new' }
}

/** Requests a token and holds it in memory as the environment's current one. */
export async function obtainToken(
  core: CoreContext,
  environment: CurrentEnvironment,
  context: CallContext,
): Promise<TokenOutcome> {
  const client = await prepareTokenRequest(core, environment, context.signal)
  if (!client.ok) return { kind: 'not_sent', problems: client.problems }
  return (await shared(core, client.value, context)).outcome
}

/** What the token endpoint is sent; the proof carries the newest nonce that is known. */
export async function tokenRequestOf(
  core: CoreContext,
  { environment, credentials, dpop }: PreparedClient,
): Promise<HttpRequest> {
  const endpoint = tokenEndpoint({ environment })
  const request = await buildTokenRequest({ ...environment.value, token_endpoint: endpoint }, credentials, core.ports)
  if (dpop === null) return request
  return { ...request, headers: [...request.headers, await proofHeader(core, environment, dpop, request, null)] }
}

const tokenEndpoint = ({ environment }: Pick<PreparedClient, 'environment'>) =>
  endpointOf(environment.value, 'token_endpoint')

/** Two simultaneous needs of the same token make one request. */
async function shared(core: CoreContext, client: PreparedClient, { signal }: CallContext): Promise<Obtained> {
  const { flights } = core.session
  const at = { method: client.credentials.method, url: tokenEndpoint(client) }
  const problems = clientProblems(core, client.environment, at)
  if (problems.length > 0) return { outcome: { kind: 'not_sent', problems }, token: null }
  const key = tokenCacheKeyOf(client)
  const start = () => {
    const flight = singleFlight(
      (signal) => request(core, client, { signal }),
      () => {
        if (flights.get(key) === flight) flights.delete(key)
      },
    )
    flights.set(key, flight)
    return flight
  }
  const obtained = await (flights.get(key) ?? start()).join(signal)
  if (obtained !== null) return obtained
  const cancelled = problemAt('access_token', problem('token_request_cancelled'))
  return { outcome: { kind: 'not_sent', problems: [cancelled] }, token: null }
}

async function request(core: CoreContext, client: PreparedClient, context: CallContext): Promise<Obtained> {
  const { environment } = client
  const about = { environment, purpose: 'token', authentication: client.credentials.method } as const
  const { proofFindings, ...sent } = await withNonce(core, client, async (retryOf) =>
    sendRecorded(core, await tokenRequestOf(core, client), client.connection, context, { ...about, retryOf }),
  )
  const { transcript, exchange, mask } = sent
  const judged = judgeTokenResponse(transcript, environment.value.scope)
  if (judged.kind !== 'issued') {
    const mayBeClient = judged.kind !== 'unreachable' && [400, 401, 403].includes(judged.status)
    const clientFindings = mayBeClient ? findingsOfClient(client, core.ports.now()) : []
    const pendingFindings = judged.kind === 'refused' ? pendingSecretRefused(core, environment) : []
    const findings = [...judged.findings, ...clientFindings, ...pendingFindings, ...proofFindings]
    // What a source gave may be what it gave before a rotation.
    if (judged.kind === 'refused') forgetCachedSecrets(core, environment.id)
    const outcome = { ...redactOutcome({ ...judged, findings }, mask), exchangeId: exchange.id }
    return { outcome, token: null }
  }
  const before = environment.id === null ? undefined : core.session.tokens.get(environment.id)
  const repeated = before?.accessToken === judged.access_token ? before.held : null
  const described = describeToken(judged, client, sent)
  const earlier = repeated === null ? before : core.session.previousTokens.get(before?.held.environmentId ?? '')
  const held = {
    ...described,
    revokedAt: repeated?.revokedAt ?? null,
    previousIssuedAt: earlier?.held.lifetime.issuedAt ?? null,
  }
  const obtained = { ...momentOf(core.ports), now: held.lifetime.issuedAt }
  const token = { accessToken: judged.access_token, held, obtained, tokenCacheKey: tokenCacheKeyOf(client) }
  // It may have been deleted meanwhile, and then nothing of it is held.
  if (environment.id !== null && core.ports.workspace.environments.get(environment.id) !== null) {
    promotePendingSecrets(core, environment)
    if (earlier !== undefined) core.session.previousTokens.set(environment.id, earlier)
    core.session.tokens.set(environment.id, token)
    core.ports.notify({ kind: 'tokens_changed' })
  }
  const possession = judgePossession(held, bindingOf(client), transcript)
  const findings = [...judged.findings, ...repetition(repeated), ...possession, ...proofFindings]
  const outcome = {
    kind: 'issued',
    token: held,
    ...redactOutcome({ findings }, mask),
    exchangeId: exchange.id,
  } as const
  return { outcome, token }
}

/** Without `jti` two tokens of one second are the same to the byte, and revoking one revokes both. @see RFC 7519 §4.1.7 */
function repetition(repeated: HeldToken | null): Finding[] {
  if (repeated === null) return []
  const [severity, revoked] = repeated.revokedAt === null ? (['info', 'no'] as const) : (['warning', 'yes'] as const)
  return [finding('token_repeated', { revoked }, { severity })]
}

/** An unknown end is not taken as the past: the token is used until an API refuses it. */
function isDue(
  { ports }: CoreContext,
  { value }: CurrentEnvironment,
  { held: { lifetime }, obtained }: SessionToken,
): boolean {
  const { issuedAt, expiresAt } = lifetime
  // By what went by since: a clock that was set back does not make a token last longer.
  return expiresAt !== null && expiresAt - issuedAt - value.renewBefore * 1000 <= elapsedSince(obtained, ports)
}

import type { Finding } from '../../contract/finding.ts'
import type { TokenOutcome } from '../../contract/outcome.ts'
import type { HeldToken } from '../../contract/token.ts'
import { elapsedSince, momentOf } from '../elapsed.ts'
import { takeOff } from './single-flight.ts'
import type { HttpRequest } from '../http/transcript.ts'
import { endpointOf } from '../oauth/endpoints.ts'
import { finding } from '../oauth/finding.ts'
import { judgePossession } from '../oauth/possession.ts'
import { buildTokenRequest } from '../oauth/token-request.ts'
import { judgeTokenResponse } from '../oauth/token-response.ts'
import type { Obtained, SessionToken } from './session.ts'
import { findingsOfClient } from '../client/client-findings.ts'
import type { CallContext, Desk, Subject } from '../environment/desk.ts'
import { describeToken } from './held-token.ts'
import { masked } from './masked.ts'
import { clientProblems } from '../environment/origins.ts'
import type { Ready } from '../environment/problems.ts'
import { proofHeader, withNonce } from './dpop-proof.ts'
import {
  bindingOf,
  type ReadyCaller,
  type ReadyClient,
  readyToCall,
  readyToRequestToken,
  reuseKeyOf,
} from '../client/ready-client.ts'
import { isOfSettings } from './token-cache.ts'
import { forgetFetched, proveSecrets, refusedTrial } from '../environment/pending-secret.ts'
import { sendRecorded } from './send.ts'

export type Usable =
  | { kind: 'token'; token: SessionToken; client: ReadyCaller; use: 'reused' | 'new' }
  | { kind: 'none'; outcome: TokenOutcome }

/**
 * The held token while it may be reused: nothing that changes it was changed, and it is not within `renewBefore` of its
 * end. A revoked one is used all the same, to see what the API says of it. Else a new one. What a new one would need and
 * cannot be read (an assertion that is stale) does not keep the held one from being used.
 */
export async function usableToken(desk: Desk, subject: Subject, context: CallContext): Promise<Usable> {
  const { signal } = context
  const held = subject.id === null ? undefined : desk.session.tokens.get(subject.id)
  if (held === undefined || isDue(desk, subject, held) || !isOfSettings(held.reuseKey, subject)) {
    return newToken(desk, await readyToRequestToken(desk, subject, signal), context)
  }
  const calling = readyToCall(desk, subject, signal)
  const [caller, client] = await Promise.all([calling, readyToRequestToken(desk, subject, signal, calling)])
  if (!caller.ok) return { kind: 'none', outcome: { kind: 'not_sent', problems: caller.problems } }
  const isSame = !client.ok || held.reuseKey === reuseKeyOf(client.value)
  if (!isSame) return newToken(desk, client, context)
  return { kind: 'token', token: held, client: client.ok ? client.value : caller.value, use: 'reused' }
}

async function newToken(desk: Desk, client: Ready<ReadyClient>, context: CallContext): Promise<Usable> {
  if (!client.ok) return { kind: 'none', outcome: { kind: 'not_sent', problems: client.problems } }
  const { outcome, token } = await shared(desk, client.value, context)
  return token === null ? { kind: 'none', outcome } : { kind: 'token', token, client: client.value, use: 'new' }
}

/** Requests a token and holds it in memory as the environment's current one. */
export async function obtainToken(desk: Desk, subject: Subject, context: CallContext): Promise<TokenOutcome> {
  const client = await readyToRequestToken(desk, subject, context.signal)
  if (!client.ok) return { kind: 'not_sent', problems: client.problems }
  return (await shared(desk, client.value, context)).outcome
}

/** What the token endpoint is sent; the proof carries the newest nonce that is known. */
export async function tokenRequestOf(desk: Desk, { subject, credentials, dpop }: ReadyClient): Promise<HttpRequest> {
  const endpoint = tokenEndpoint({ subject })
  const request = await buildTokenRequest({ ...subject.value, token_endpoint: endpoint }, credentials, desk.ports)
  if (dpop === null) return request
  return { ...request, headers: [...request.headers, await proofHeader(desk, subject, dpop, request, null)] }
}

const tokenEndpoint = ({ subject }: Pick<ReadyClient, 'subject'>) => endpointOf(subject.value, 'token_endpoint')

/** Two simultaneous needs of the same token make one request. */
async function shared(desk: Desk, client: ReadyClient, { signal }: CallContext): Promise<Obtained> {
  const { flights } = desk.session
  const at = { method: client.credentials.method, url: tokenEndpoint(client) }
  const problems = clientProblems(desk, client.subject, at)
  if (problems.length > 0) return { outcome: { kind: 'not_sent', problems }, token: null }
  const key = reuseKeyOf(client)
  const start = () => {
    const flight = takeOff(
      (signal) => request(desk, client, { signal }),
      () => {
        if (flights.get(key) === flight) flights.delete(key)
      },
    )
    flights.set(key, flight)
    return flight
  }
  const obtained = await (flights.get(key) ?? start()).join(signal)
  if (obtained !== null) return obtained
  const message = 'Cancelled. Another request is still waiting for the same token.'
  return { outcome: { kind: 'not_sent', problems: [{ field: 'access_token', message }] }, token: null }
}

async function request(desk: Desk, client: ReadyClient, context: CallContext): Promise<Obtained> {
  const { subject } = client
  const about = { subject, purpose: 'token', authentication: client.credentials.method } as const
  const { proofFindings, ...sent } = await withNonce(desk, client, async (retryOf) =>
    sendRecorded(desk, await tokenRequestOf(desk, client), client.route, context, { ...about, retryOf }),
  )
  const { transcript, exchange, mask } = sent
  const judged = judgeTokenResponse(transcript, subject.value.scope)
  if (judged.kind !== 'issued') {
    const mayBeClient = judged.kind !== 'unreachable' && [400, 401, 403].includes(judged.status)
    const clientFindings = mayBeClient ? findingsOfClient(client, desk.ports.now()) : []
    const trialFindings = judged.kind === 'refused' ? refusedTrial(desk, subject) : []
    const findings = [...judged.findings, ...clientFindings, ...trialFindings, ...proofFindings]
    // What a source gave may be what it gave before a rotation.
    if (judged.kind === 'refused') forgetFetched(desk, subject.id)
    const outcome = { ...masked({ ...judged, findings }, mask), exchangeId: exchange.id }
    return { outcome, token: null }
  }
  const before = subject.id === null ? undefined : desk.session.tokens.get(subject.id)
  const repeated = before?.accessToken === judged.access_token ? before.held : null
  const described = describeToken(judged, client, sent)
  const earlier = repeated === null ? before : desk.session.previousTokens.get(before?.held.environmentId ?? '')
  const held = {
    ...described,
    revokedAt: repeated?.revokedAt ?? null,
    previousIssuedAt: earlier?.held.lifetime.issuedAt ?? null,
  }
  const obtained = { ...momentOf(desk.ports), now: held.lifetime.issuedAt }
  const token = { accessToken: judged.access_token, held, obtained, reuseKey: reuseKeyOf(client) }
  // It may have been deleted meanwhile, and then nothing of it is held.
  if (subject.id !== null && desk.ports.workspace.environments.get(subject.id) !== null) {
    proveSecrets(desk, subject)
    if (earlier !== undefined) desk.session.previousTokens.set(subject.id, earlier)
    desk.session.tokens.set(subject.id, token)
    desk.ports.notify({ kind: 'tokens_changed' })
  }
  const possession = judgePossession(held, bindingOf(client), transcript)
  const findings = [...judged.findings, ...repetition(repeated), ...possession, ...proofFindings]
  const outcome = { kind: 'issued', token: held, ...masked({ findings }, mask), exchangeId: exchange.id } as const
  return { outcome, token }
}

/** Without `jti` two tokens of one second are the same to the byte, and revoking one revokes both. @see RFC 7519 §4.1.7 */
function repetition(repeated: HeldToken | null): Finding[] {
  if (repeated === null) return []
  const [severity, revoked] = repeated.revokedAt === null ? (['info', 'no'] as const) : (['warning', 'yes'] as const)
  return [finding('token_repeated', severity, 'RFC 7519 §4.1.7', { revoked })]
}

/** An unknown end is not taken as the past: the token is used until an API refuses it. */
function isDue({ ports }: Desk, { value }: Subject, { held: { lifetime }, obtained }: SessionToken): boolean {
  const { issuedAt, expiresAt } = lifetime
  // By what went by since: a clock that was set back does not make a token last longer.
  return expiresAt !== null && expiresAt - issuedAt - value.renewBefore * 1000 <= elapsedSince(obtained, ports)
}

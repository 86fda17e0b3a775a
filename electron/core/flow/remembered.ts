import type { CallInput, CallOutput } from '../../contract/calls.ts'
import type { ApiCallOutcome, IntrospectionOutcome, RevocationOutcome, TokenOutcome } from '../../contract/outcome.ts'
import type { HeldToken } from '../../contract/token.ts'
import type { LastOutcome, RememberedCall } from '../../contract/last-outcome.ts'
import type { Flow, WithSession, WithWorkspace } from '../core-context.ts'
import type { Ports } from '../ports.ts'
import type { LastOutcomeMaps } from '../session.ts'
import { type EnvironmentDeps, findEnvironment, usePendingSecrets } from '../environment/current-environment.ts'
import { environmentGone } from '../environment/problems.ts'
import { heldToken } from './asked-token.ts'
import { type ApiSending, callApi, type CallDeps } from './call-api.ts'
import { introspect } from './introspect.ts'
import type { KeySetDeps } from './key-sets.ts'
import { obtainToken, usableToken } from './obtain-token.ts'
import { revoke } from './revoke.ts'

export type RememberedDeps = CallDeps & KeySetDeps & EnvironmentDeps & WithSession<'lastOutcomes'>

type OfEnvironment = CallInput<'requestToken'>

/*
 * What a person asks for, and what a run of the whole flow asks for. What each gave is remembered, so that every tab shows
 * the same.
 */

const gone = { kind: 'not_sent', problems: [environmentGone] } as const

export async function requestToken(deps: RememberedDeps, input: OfEnvironment, flow: Flow): Promise<TokenOutcome> {
  const environment = findEnvironment(deps, input.environmentId)
  if (environment === null) return gone
  return remembering(deps, 'requestToken', input, () => obtainToken(deps, usePendingSecrets(deps, environment), flow))
}

/** The held token where it may be used again; else a new one is requested. One that was revoked here would only show that. */
export async function reuseToken(
  deps: RememberedDeps,
  input: OfEnvironment,
  flow: Flow,
): Promise<{ use: 'reused'; token: HeldToken } | { use: 'new'; outcome: TokenOutcome }> {
  const environment = findEnvironment(deps, input.environmentId)
  if (environment === null) return { use: 'new', outcome: gone }
  const held = deps.session.tokens.get(input.environmentId)?.held
  if (held === undefined || held.revokedAt !== null) {
    return { use: 'new', outcome: await requestToken(deps, input, flow) }
  }
  const of = held.exchangeId
  const usable = await usableToken(deps, environment, flow)
  if (usable.kind === 'token' && usable.use === 'reused') return { use: 'reused', token: usable.token.held }
  remember(deps, 'requestToken', { input, outcome: usable.outcome, of })
  return { use: 'new', outcome: usable.outcome }
}

export async function introspectToken(
  deps: RememberedDeps,
  input: CallInput<'introspectToken'>,
  flow: Flow,
): Promise<IntrospectionOutcome> {
  const environment = findEnvironment(deps, input.environmentId)
  if (environment === null) return gone
  const held = deps.session.tokens.get(input.environmentId)
  const token = held && heldToken(held)
  return remembering(deps, 'introspectToken', input, () => introspect(deps, environment, token, input.style, flow))
}

export async function revokeToken(deps: RememberedDeps, input: OfEnvironment, flow: Flow): Promise<RevocationOutcome> {
  const environment = findEnvironment(deps, input.environmentId)
  if (environment === null) return gone
  return remembering(deps, 'revokeToken', input, () => revoke(deps, environment, flow))
}

export async function sendApiCall(
  deps: RememberedDeps,
  input: CallInput<'sendApiCall'>,
  flow: Flow,
  how: Pick<ApiSending, 'choose' | 'mayRenew'> = {},
): Promise<ApiCallOutcome> {
  const environment = findEnvironment(deps, input.environmentId)
  if (environment === null) return gone
  const { request, token } = input
  const sending = { ...how, request, ...(token !== undefined && { token }) }
  const call = async () => (await callApi(deps, environment, sending, ofCall(flow, input.callId))).outcome
  return remembering(deps, 'sendApiCall', withoutPasted(input), call)
}

/** A pasted token is kept nowhere. */
function withoutPasted({ token, ...input }: CallInput<'sendApiCall'>): CallInput<'sendApiCall'> {
  return token === undefined || token.kind === 'pasted' ? input : { ...input, token }
}

const ofCall = (flow: Flow, callId: string | undefined): Flow => (callId === undefined ? flow : { ...flow, callId })

type OutcomeDeps = WithSession<'lastOutcomes' | 'tokens'> & WithWorkspace<'environments'> & Pick<Ports, 'now'>

/** Of each call. The answer to an introspection may have a megabyte. */
const mostKept = 50

/** Makes a call, and keeps what it gave, while the app runs, as the last of its environment, or of its API call. */
async function remembering<Name extends RememberedCall>(
  { session, workspace, now }: OutcomeDeps,
  name: Name,
  input: LastOutcome<Name>['input'] & CallInput<Name>,
  run: () => Promise<CallOutput<Name> & LastOutcome<Name>['outcome']>,
): Promise<CallOutput<Name>> {
  const of = heldExchange({ session }, input.environmentId)
  const outcome = await run()
  remember({ session, workspace, now }, name, { input, outcome, of })
  return outcome
}

/** The exchange of the token that is held; empty where none is. */
const heldExchange = ({ session }: WithSession<'tokens'>, environmentId: string): string =>
  session.tokens.get(environmentId)?.held.exchangeId ?? ''

/** Keeps what a call gave as the last of its environment, or of its API call. */
function remember<Name extends RememberedCall>(
  { session, workspace, now }: OutcomeDeps,
  name: Name,
  { input, outcome, of }: Omit<LastOutcome<Name>, 'at'>,
): void {
  // It may have been deleted meanwhile, and then nothing of it is kept.
  if (!workspace.environments.has(input.environmentId)) return
  const outcomes: LastOutcomeMaps[Name] = session.lastOutcomes[name]
  const key = keyOf(input)
  outcomes.delete(key)
  outcomes.set(key, { input, outcome, of, at: now() })
  const [oldest] = outcomes.keys()
  if (oldest !== undefined && outcomes.size > mostKept) outcomes.delete(oldest)
}

const keyOf = ({ environmentId, callId = '' }: { environmentId: string; callId?: string | undefined }) =>
  `${environmentId} ${callId}`

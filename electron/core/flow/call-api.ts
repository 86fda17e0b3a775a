import type { ApiRequest, ApiTokenChoice } from '../../contract/api-call.ts'
import type { ApiCallOutcome, TokenOutcome } from '../../contract/outcome.ts'
import type { FieldProblem } from '../../contract/problem.ts'
import { hasClientCertificate } from '../../common/endpoints.ts'
import { sendableToken } from '../../vocabulary/token-rules.ts'
import { buildRequest, type BuiltRequest } from '../api-request/build.ts'
import { prepareConnection } from '../client/prepared-client.ts'
import type { WithWorkspace, Flow } from '../core-context.ts'
import { type BindingDeps, secretVariableProblems, tokenProblems } from '../environment/binding-problems.ts'
import type { CurrentEnvironment } from '../environment/current-environment.ts'
import { notPrepared, type Prepared } from '../environment/problems.ts'
import type { ResolveDeps } from '../environment/resolve-environment.ts'
import { failedRenewal } from '../oauth/failed-renewal.ts'
import type { Ports } from '../ports.ts'
import { problem, problemAt } from '../problem.ts'
import { withoutBearer } from '../token/decode/decode.ts'
import { resolveSecretCall } from '../variables/resolve-call.ts'
import { type Carrier, carrierOf, pastedCarrier, withoutToken } from './carrier.ts'
import { type ObtainDeps, renewedToken, usableToken, type WithToken } from './obtain-token.ts'
import { type SendApiDeps, sendApi, type Sent } from './send-api.ts'

export type CallDeps = WithWorkspace<'workspaceVariables'> & SendApiDeps & BindingDeps & Pick<Ports, 'readFile'>

/** A call to be sent once. */
export interface ApiSending {
  request: ApiRequest
  /** Absent is as the request says. */
  token?: ApiTokenChoice
  /** Which token of the environment; by default the held one, or a new one where that may not be reused. */
  choose?: typeof usableToken
  /** False sends the call once and no more, also after 401. */
  mayRenew?: boolean
  /** False leaves out why it failed. */
  isDiagnosed?: boolean
}

/** What a call gave; `sent` is what came of the last request, where one left. */
export interface Called {
  outcome: ApiCallOutcome
  sent: Sent | null
}

/** Calls a protected API. Nothing leaves this computer, not even for a token, before the call itself can be sent. */
export async function callApi(
  deps: CallDeps,
  environment: CurrentEnvironment,
  sending: ApiSending,
  flow: Flow,
): Promise<Called> {
  const { request, choose = usableToken, mayRenew = true, isDiagnosed = true } = sending
  const prepared = await prepareCall(deps, environment, sending, flow.signal)
  if (!prepared.ok) return notSent(prepared.problems)
  const { built, token } = prepared.value
  const chosen = await carrierFor(deps, environment, token, choose, flow)
  if (chosen.kind === 'none') return { outcome: { kind: 'no_token', token: chosen.outcome }, sent: null }
  if (chosen.kind === 'not_sent') return notSent(chosen.problems)
  const { carrier } = chosen
  const first = await sendApi(deps, { built, request, isDiagnosed }, carrier, flow)
  const isWanted = mayRenew && request.renewOn401 && carrier.use === 'reused' && isRefused(first) && first.hadToken
  if (!isWanted || flow.signal.aborted) return { outcome: first.outcome, sent: first }
  return retry(deps, environment, { built, request, isDiagnosed }, { carrier, first }, flow)
}

/** Calls a protected API with this token, no matter which one the environment holds. */
export async function callWithToken(
  deps: CallDeps,
  request: ApiRequest,
  usable: WithToken,
  flow: Flow,
): Promise<ApiCallOutcome> {
  const prepared = await prepareCall(deps, usable.client.environment, { request }, flow.signal)
  if (!prepared.ok) return { kind: 'not_sent', problems: prepared.problems }
  const { built, token } = prepared.value
  const carrier = token.kind === 'none' ? withoutToken(usable.client) : carrierOf(usable)
  return (await sendApi(deps, { built, request, isDiagnosed: true }, carrier, flow)).outcome
}

/** A token of the environment, one that was pasted and may be sent, or none. */
export type PreparedToken = { kind: 'environment' } | { kind: 'none' } | { kind: 'pasted'; accessToken: string }

/** `hidden`: the values of secret variables in it. */
export type PreparedRequest = BuiltRequest & { hidden: readonly string[] }

/** The request without its token, its variables resolved, checked and built, and the choice of the token; its files are read now. */
export async function prepareCall(
  deps: ResolveDeps & WithWorkspace<'workspaceVariables'> & Pick<Ports, 'readFile' | 'newId'>,
  environment: CurrentEnvironment,
  { request, token: choice = { kind: request.authorization } }: Pick<ApiSending, 'request' | 'token'>,
  signal: AbortSignal,
  secrets: 'values' | 'names' = 'values',
): Promise<Prepared<{ built: PreparedRequest; token: PreparedToken }>> {
  const token = choice.kind === 'pasted' ? pasted(choice.token) : choice
  if (token === null) return notPrepared(problemAt('access_token', problem('pasted_token_unfit')))
  const resolved = await resolveSecretCall(deps, environment, request, secrets, signal)
  if (!resolved.ok) return resolved
  const { hidden } = resolved.value
  const built = await buildRequest(deps, resolved.value.request, token.kind !== 'none')
  if (!built.ok) return built
  // A client certificate proves who asks, with a token or without.
  const isBound = token.kind !== 'none' || hasClientCertificate(environment.value)
  const problems = [
    ...(isBound ? tokenProblems(deps, environment, built.value.url, request.url) : []),
    ...(hidden.length > 0 ? secretVariableProblems(deps, environment, built.value.url) : []),
  ]
  return problems.length > 0
    ? notPrepared(...problems)
    : { ok: true, value: { built: { ...built.value, hidden }, token } }
}

function pasted(text: string): PreparedToken | null {
  const accessToken = withoutBearer(text)
  // A scheme alone is a token that was not copied.
  const isToken = sendableToken.test(accessToken) && !/^(?:bearer|dpop)$/i.test(accessToken)
  return isToken ? { kind: 'pasted', accessToken } : null
}

type Chosen =
  | { kind: 'carrier'; carrier: Carrier }
  | { kind: 'none'; outcome: TokenOutcome }
  | { kind: 'not_sent'; problems: readonly FieldProblem[] }

/** What goes along with the call; a token of the environment is requested where none may be reused. */
export async function carrierFor(
  deps: ObtainDeps,
  environment: CurrentEnvironment,
  token: PreparedToken,
  choose: typeof usableToken,
  flow: Flow,
): Promise<Chosen> {
  if (token.kind === 'environment') {
    const usable = await choose(deps, environment, flow)
    return usable.kind === 'none' ? usable : { kind: 'carrier', carrier: carrierOf(usable) }
  }
  const client = await prepareConnection(deps, environment, flow.signal)
  if (!client.ok) return { kind: 'not_sent', problems: client.problems }
  const carrier = token.kind === 'none' ? withoutToken(client.value) : pastedCarrier(client.value, token.accessToken)
  return { kind: 'carrier', carrier }
}

const notSent = (problems: readonly FieldProblem[]): Called => ({
  outcome: { kind: 'not_sent', problems },
  sent: null,
})

const isRefused = ({ outcome }: Sent): boolean => outcome.kind === 'answered' && outcome.status === 401

/** One new token after a 401, and the call once more with it. Where none can be had, the 401 is what came of the call. */
async function retry(
  deps: CallDeps,
  environment: CurrentEnvironment,
  sending: Parameters<typeof sendApi>[1],
  { carrier, first }: { carrier: Carrier; first: Sent },
  flow: Flow,
): Promise<Called> {
  const refused = carrier.carried?.accessToken ?? ''
  const renewed = await renewedToken(deps, environment, refused, { ...flow, causedBy: first.exchange.id })
  if (renewed.kind === 'token' && renewed.token.accessToken !== refused) {
    const again = { ...carrierOf(renewed), use: 'renewed', causedBy: renewed.token.held.exchangeId } as const
    const second = await sendApi(deps, sending, again, flow)
    return { outcome: second.outcome, sent: second }
  }
  const why = failedRenewal(renewed.kind === 'none' ? renewed.outcome : null)
  return { outcome: { ...first.outcome, findings: [...first.outcome.findings, why] }, sent: first }
}

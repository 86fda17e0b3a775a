import type { AuthMethod } from '../../contract/client-authentication.ts'
import type { EnvironmentInput } from '../../contract/environment.ts'
import type { Body, Exchange, ExchangeRequest, Purpose } from '../../contract/exchange.ts'
import type { ConnectionOptions } from '../client/connection-options.ts'
import type { Flow, WithListener, WithSession, WithWorkspace } from '../core-context.ts'
import type { ResolvedEnvironment } from '../environment/resolve-environment.ts'
import type { HttpRequest, SendOptions, Transcript, Transport } from '../http/transcript.ts'
import { carriesToken } from '../oauth/api-without-token.ts'
import type { Ports } from '../ports.ts'
import type { Mask } from '../redaction/mask.ts'
import { maskedUrl, maskOf, maskOfExchange, redact } from '../redaction/redact.ts'
import { systemFailureOf } from '../system-failure.ts'
import { type Concluded, conclusionOf } from './conclusion.ts'
import { type Redactable, redactOutcome } from './redact-outcome.ts'
import { reportProgress } from './report-progress.ts'

export type RecordDeps = Pick<Ports, 'newId' | 'notify'> &
  WithWorkspace<'exchanges'> &
  WithSession<'tokens' | 'oneTimeSecrets'> &
  Partial<WithListener>
export type PerformDeps = RecordDeps & Pick<Ports, 'transport' | 'version'>

/** All that is known of a request beside the request itself, made once. */
export interface RequestContext extends Flow {
  environment: ResolvedEnvironment
  connection: ConnectionOptions
  purpose: Purpose
  /** How the request authenticates as the client of the environment; null when it does not. */
  authentication: AuthMethod | null
  /** The token that the request carries, which need not be the held one when the answer comes; null when it carries none. */
  accessToken: string | null
  /** True has a connection opened for the request alone. */
  fresh?: boolean
}

/** The exchange that this one follows from. */
export type Relation = Partial<Pick<Exchange, 'redirectedFrom' | 'retryOf'>>

/** The masked body of a large answer, of which the transcript has the beginning only, and the id that it is kept by. */
export type Large = Pick<Exchange, 'id'> & { body: Body }

export interface Performed {
  transcript: Transcript
  exchange: Exchange
  /** Hides in an outcome what the exchange must not show: nothing of an answer is passed on without it. */
  mask: Mask
  /** Keeps what came of it, masked; `issued` is the token that it issued. */
  conclude: (outcome: Concluded, issued?: string) => void
}

/** Sends a request to a protocol endpoint, records the exchange, and judges the answer. Redirects are not followed. */
export async function perform<Outcome extends Redactable & Concluded>(
  deps: PerformDeps,
  context: RequestContext,
  request: HttpRequest,
  judge: (performed: Performed) => Outcome | Promise<Outcome>,
): Promise<Outcome & { exchangeId: string }> {
  const performed = await sendRecorded(deps, context, request)
  return outcomeOf(performed, await judge(performed))
}

/** The outcome as it may leave core: without secrets, and with the id of its exchange, beside which it is kept. */
export function outcomeOf<const Outcome extends Redactable & Concluded>(
  { exchange, mask, conclude }: Performed,
  outcome: Outcome,
  issued?: string,
) {
  const redacted = redactOutcome(outcome, mask)
  conclude(redacted, issued)
  return { ...redacted, exchangeId: exchange.id }
}

/** An answer over 1 MiB is no protocol message. */
const protocolMaxBytes = 1 << 20

export async function sendRecorded(
  deps: PerformDeps,
  context: RequestContext,
  request: HttpRequest,
  relation: Relation = {},
): Promise<Performed> {
  const transport = transportOf(deps, context)
  const transcript = await transport(withUserAgent(deps, request), sendOptions(deps, context, protocolMaxBytes))
  return record(deps, context, transcript, relation)
}

export function sendOptions(
  { notify }: Pick<Ports, 'notify'>,
  { connection, signal, flowId, purpose, fresh = false }: RequestContext,
  maxBytes: number,
): SendOptions {
  const onPhase = reportProgress((phase) => notify({ kind: 'exchange_progress', flowId, purpose, phase }))
  return { network: connection.network, limits: connection.timeLimits, signal, maxBytes, fresh, onPhase }
}

/** Tells the observer of the flow, where there is one, of each request: of redirects as well, which share their options. */
export function transportOf(
  deps: Pick<PerformDeps, 'transport' | 'session'>,
  { observer, purpose, environment, accessToken, hidden }: RequestContext,
): Transport {
  if (observer === undefined) return deps.transport
  const mask = maskOf(secretsOf(deps, environment, accessToken, hidden))
  return (request, options) => {
    const onPhase = observer.onRequest({ purpose, method: request.method, url: maskedUrl(request.url, mask) })
    return deps.transport(request, { ...options, onPhase })
  }
}

/** Masks what happened, stores it, and notifies the window. The only way from a transcript to an exchange. */
export function record(
  deps: RecordDeps,
  context: RequestContext,
  transcript: Transcript,
  { redirectedFrom = null, retryOf = null }: Relation,
  large: Large | null = null,
): Performed {
  const { environment, purpose, authentication, accessToken, hidden, flowId, causedBy, callId, observer } = context
  const mask = maskOfExchange(transcript, secretsOf(deps, environment, accessToken, hidden))
  const facts = {
    id: large?.id ?? deps.newId(),
    flowId,
    environmentId: environment.id,
    purpose,
    clientAuthentication: describeAuthentication(environment.value, authentication),
    redirectedFrom,
    retryOf,
    // One request follows from one other.
    causedBy: redirectedFrom === null && retryOf === null ? (causedBy ?? null) : null,
    ...(purpose === 'api' && callId !== undefined && { callId }),
    ...(context.isOfWatch === true && { isOfWatch: true as const }),
    ...(context.isOfProbe === true && { isOfProbe: true as const }),
  }
  const exchange = redact(transcript, facts, mask, large?.body)
  const isKept = attempt(deps, () => deps.workspace.exchanges.add(exchange))
  observer?.onExchange(exchange, mask)
  // What was asked for was for one request.
  if (environment.id !== null) deps.session.oneTimeSecrets.delete(environment.id)
  deps.notify({ kind: 'exchanges_changed' })
  const carried = purpose === 'api' && !carriesToken(transcript.request) ? null : accessToken
  const about = { environmentName: environment.value.name, mask, carried }
  return {
    transcript,
    exchange,
    mask,
    conclude: (outcome, issued) => {
      const conclusion = conclusionOf(outcome, issued, about)
      if (isKept) attempt(deps, () => deps.workspace.exchanges.conclude(exchange.id, conclusion))
      deps.onConcluded?.({ exchange, conclusion, environment })
    },
  }
}

/** A full disk does not cost a person the answer that came: it is shown all the same, with a warning. */
function attempt({ notify }: Pick<RecordDeps, 'notify'>, write: () => void): boolean {
  try {
    write()
    return true
  } catch (error) {
    notify({ kind: 'exchange_not_recorded', failure: systemFailureOf(error) })
    return false
  }
}

/** A typed User-Agent is sent as it is. */
export function withUserAgent<Request extends HttpRequest>(
  { version }: Pick<Ports, 'version'>,
  request: Request,
): Request {
  if (request.headers.some(([name]) => name.toLowerCase() === 'user-agent')) return request
  return { ...request, headers: [['User-Agent', `client-credentials-explorer/${version}`], ...request.headers] }
}

export function describeAuthentication(
  { client_id, basicEncoding }: EnvironmentInput,
  method: AuthMethod | null,
): ExchangeRequest['clientAuthentication'] {
  return method === null ? null : { method, basicEncoding, client_id }
}

/** What may cross the network and must not be shown; `accessToken` is one that need not be held. Private keys never do. */
export function secretsOf(
  { session }: WithSession<'tokens'>,
  { id, secrets }: ResolvedEnvironment,
  accessToken: string | null,
  hidden: readonly string[] = [],
): string[] {
  const held = id === null ? undefined : session.tokens.get(id)?.accessToken
  return [secrets.client_secret, secrets.proxy_password, held, accessToken, ...hidden].flatMap((secret) =>
    secret ? [secret] : [],
  )
}

import type { EnvironmentInput } from '../../contract/environment.ts'
import type { Exchange, ExchangeRequest, Purpose } from '../../contract/exchange.ts'
import type { AuthMethod } from '../../contract/client-authentication.ts'
import { type Mask, maskOfExchange, redact } from '../redaction/redact.ts'
import type { HttpRequest, SendOptions, Transcript } from '../http/transcript.ts'
import type { CallContext, CoreContext, CurrentEnvironment } from '../environment/current-environment.ts'
import type { ConnectionOptions } from '../client/connection-options.ts'
import { systemFailureOf } from '../system-failure.ts'

/** An answer over 1 MiB is no protocol message. */
const protocolMaxBytes = 1 << 20

export interface About {
  environment: CurrentEnvironment
  purpose: Purpose
  /** How the request authenticates as the client of the environment; null when it does not. */
  authentication: AuthMethod | null
  /** The token that the request carries; it may not be the environment's current one any more when the answer comes. */
  accessToken?: string | null
  redirectedFrom?: string | null
  retryOf?: string | null
}

export interface Sent {
  transcript: Transcript
  exchange: Exchange
  /** Hides in an outcome what the exchange must not show: nothing that was answered is passed on without it. */
  mask: Mask
}

export function sendOptions(
  { network, timeLimits }: ConnectionOptions,
  { signal }: CallContext,
  maxBytes: number,
): SendOptions {
  return { network, limits: timeLimits, signal, maxBytes }
}

/** Sends a request to a protocol endpoint and records the exchange. Redirects are not followed. */
export async function sendRecorded(
  core: CoreContext,
  request: HttpRequest,
  connection: ConnectionOptions,
  context: CallContext,
  about: About,
): Promise<Sent> {
  const options = sendOptions(connection, context, protocolMaxBytes)
  const transcript = await core.ports.transport(withUserAgent(core, request), options)
  return record(core, transcript, about)
}

/** Masks what happened, stores it, and tells the window. The only way from a transcript to an exchange. */
export function record(core: CoreContext, transcript: Transcript, about: About): Sent {
  const { environment, purpose, authentication, accessToken = null, redirectedFrom = null, retryOf = null } = about
  const { ports } = core
  const mask = maskOfExchange(transcript, secretsOf(core, environment, accessToken))
  const facts = {
    id: ports.newId(),
    environmentId: environment.id,
    purpose,
    clientAuthentication: describeAuthentication(environment.value, authentication),
    redirectedFrom,
    retryOf,
  }
  const exchange = redact(transcript, facts, mask)
  keep(ports, exchange)
  // What was asked for was for one request.
  if (environment.id !== null) core.session.oneTimeSecrets.delete(environment.id)
  ports.notify({ kind: 'exchange_recorded', id: exchange.id })
  return { transcript, exchange, mask }
}

/** A full disk does not cost a person the answer that came: it is shown all the same, and what was not kept is told. */
function keep({ workspace, notify }: CoreContext['ports'], exchange: Exchange): void {
  try {
    workspace.exchanges.add(exchange)
  } catch (error) {
    notify({ kind: 'exchange_not_recorded', failure: systemFailureOf(error) })
  }
}

export function withUserAgent({ ports }: CoreContext, request: HttpRequest): HttpRequest {
  return { ...request, headers: [['User-Agent', `client-credentials-explorer/${ports.version}`], ...request.headers] }
}

export function describeAuthentication(
  { client_id, basicEncoding }: EnvironmentInput,
  method: AuthMethod | null,
): ExchangeRequest['clientAuthentication'] {
  return method === null ? null : { method, basicEncoding, client_id }
}

/** What may cross the network and must not be shown; `accessToken` is one that need not be held. Private keys never do. */
export function secretsOf(
  { session }: CoreContext,
  { id, secrets }: CurrentEnvironment,
  accessToken: string | null = null,
): string[] {
  const held = id === null ? undefined : session.tokens.get(id)?.accessToken
  return [secrets.client_secret, secrets.proxy_password, held, accessToken].flatMap((secret) =>
    secret ? [secret] : [],
  )
}

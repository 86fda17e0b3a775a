import type { EnvironmentInput } from '../../contract/environment.ts'
import type { Exchange, ExchangeRequest, Purpose } from '../../contract/exchange.ts'
import type { AuthMethod } from '../../contract/client-authentication.ts'
import { type Mask, maskOfExchange, redact } from '../redaction/redact.ts'
import type { HttpRequest, SendOptions, Transcript } from '../http/transcript.ts'
import type { CallContext, Desk, Subject } from '../environment/desk.ts'
import type { Route } from '../client/route.ts'
import { wordsOf } from '../error-message.ts'

/** An answer over 1 MiB is no protocol message. */
const protocolMaxBytes = 1 << 20

export interface About {
  subject: Subject
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

export function sendOptions({ network, timeLimits }: Route, { signal }: CallContext, maxBytes: number): SendOptions {
  return { network, limits: timeLimits, signal, maxBytes }
}

/** Sends a request to a protocol endpoint and records the exchange. Redirects are not followed. */
export async function sendRecorded(
  desk: Desk,
  request: HttpRequest,
  route: Route,
  context: CallContext,
  about: About,
): Promise<Sent> {
  const options = sendOptions(route, context, protocolMaxBytes)
  const transcript = await desk.ports.transport(withUserAgent(desk, request), options)
  return record(desk, transcript, about)
}

/** Masks what happened, stores it, and tells the window. The only way from a transcript to an exchange. */
export function record(desk: Desk, transcript: Transcript, about: About): Sent {
  const { subject, purpose, authentication, accessToken = null, redirectedFrom = null, retryOf = null } = about
  const { ports } = desk
  const mask = maskOfExchange(transcript, secretsOf(desk, subject, accessToken))
  const facts = {
    id: ports.newId(),
    environmentId: subject.id,
    purpose,
    clientAuthentication: describeAuthentication(subject.value, authentication),
    redirectedFrom,
    retryOf,
  }
  const exchange = redact(transcript, facts, mask)
  keep(ports, exchange)
  // What was asked for was for one request.
  if (subject.id !== null) desk.session.answers.delete(subject.id)
  ports.notify({ kind: 'exchange_recorded', id: exchange.id })
  return { transcript, exchange, mask }
}

/** A full disk does not cost a person the answer that came: it is shown all the same, and what was not kept is told. */
function keep({ workspace, notify }: Desk['ports'], exchange: Exchange): void {
  try {
    workspace.exchanges.add(exchange)
  } catch (error) {
    const message = wordsOf(error)
    notify({ kind: 'warning', title: 'This request is not recorded', message })
  }
}

export function withUserAgent({ ports }: Desk, request: HttpRequest): HttpRequest {
  return { ...request, headers: [['User-Agent', `client-credentials-explorer/${ports.version}`], ...request.headers] }
}

export function describeAuthentication(
  { client_id, basicEncoding }: EnvironmentInput,
  method: AuthMethod | null,
): ExchangeRequest['clientAuthentication'] {
  return method === null ? null : { method, basicEncoding, client_id }
}

/** What may cross the network and must not be shown; `accessToken` is one that need not be held. Private keys never do. */
export function secretsOf({ session }: Desk, { id, secrets }: Subject, accessToken: string | null = null): string[] {
  const held = id === null ? undefined : session.tokens.get(id)?.accessToken
  return [secrets.client_secret, secrets.proxy_password, held, accessToken].flatMap((secret) =>
    secret ? [secret] : [],
  )
}

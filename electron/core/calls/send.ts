import type { Environment } from '../../contract/environment.ts'
import type { Exchange, Purpose } from '../../contract/exchange.ts'
import { redact } from '../http/redact.ts'
import type { HttpRequest, SendOptions, Transcript } from '../http/transcript.ts'
import { type CallContext, clientSecretOf, type Desk } from './desk.ts'

/** Connection 10 s, first byte 30 s, whole answer 120 s; an answer over 1 MiB is no protocol message. */
export const protocolLimits: Omit<SendOptions, 'signal'> = {
  limits: { connect: 10_000, firstByte: 30_000, total: 120_000 },
  maxBytes: 1 << 20,
}

export interface Purposeful {
  environment: Environment | null
  purpose: Purpose
  /** True when the request authenticates as the client of the environment. */
  authenticated?: boolean
}

/** Sends a request to a protocol endpoint and records the exchange. Redirects are not followed. */
export async function sendRecorded(
  desk: Desk,
  request: HttpRequest,
  { signal }: CallContext,
  about: Purposeful,
): Promise<{ transcript: Transcript; exchange: Exchange }> {
  const transcript = await desk.ports.transport(withUserAgent(desk, request), { ...protocolLimits, signal })
  return { transcript, exchange: record(desk, transcript, about, null) }
}

/** Masks what happened, stores it, and tells the window. The only way from a transcript to an exchange. */
export function record(
  { ports, session }: Desk,
  transcript: Transcript,
  { environment, purpose, authenticated = false }: Purposeful,
  redirectedFrom: string | null,
): Exchange {
  const secrets = environment === null ? [] : secretsOf({ ports, session }, environment)
  const exchange = redact(transcript, {
    id: ports.newId(),
    environmentId: environment?.id ?? null,
    purpose,
    secrets,
    clientAuthentication:
      environment === null || !authenticated
        ? null
        : { method: environment.token_endpoint_auth_method, client_id: environment.client_id },
    redirectedFrom,
  })
  ports.workspace.exchanges.add(exchange)
  ports.notify({ kind: 'exchange_recorded', id: exchange.id })
  return exchange
}

export function withUserAgent({ ports }: Desk, request: HttpRequest): HttpRequest {
  return { ...request, headers: [['User-Agent', `client-credentials-explorer/${ports.version}`], ...request.headers] }
}

function secretsOf(desk: Desk, environment: Environment): string[] {
  const token = desk.session.tokens.get(environment.id)?.accessToken
  return [clientSecretOf(desk, environment), token ?? ''].filter((secret) => secret !== '')
}

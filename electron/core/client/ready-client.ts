import { createHash, createPublicKey } from 'node:crypto'
import type { AuthMethod } from '../../contract/client-authentication.ts'
import type { EnvironmentInput } from '../../contract/environment.ts'
import type { SecretName } from '../../contract/secret.ts'
import type { Binding } from '../../contract/token.ts'
import type { ClientCredentials } from '../oauth/client-auth/client-authentication.ts'
import type { DpopKey } from '../oauth/dpop.ts'
import { headerProblems, parameterProblems } from '../oauth/request-problems.ts'
import { endpointOf } from '../oauth/endpoints.ts'
import { neededToAuthenticate, neededToProve, neededToTravel } from '../secrets/needed.ts'
import { clientOf } from './credentials.ts'
import type { Desk, Subject } from '../environment/desk.ts'
import { dpopKeyFor } from './dpop-key.ts'
import { bindingProblems } from '../environment/origins.ts'
import { endpointProblems, type Ready } from '../environment/problems.ts'
import { reuseKey } from '../flow/token-cache.ts'
import { withSecrets } from '../environment/reading-secrets.ts'
import { type Routed, routeOf } from './route.ts'

/** What a request with a token needs: how it travels, and the key that the token is bound to. */
export interface ReadyCaller extends Routed {
  dpop: DpopKey | null
}

/** Everything that a client needs to ask the authorization server, read and checked. */
export interface ReadyClient extends ReadyCaller {
  credentials: ClientCredentials
}

export async function readyToCall(desk: Desk, unread: Subject, signal: AbortSignal): Promise<Ready<ReadyCaller>> {
  const read = await withSecrets(desk, unread, neededToProve(unread.value), signal)
  if (!read.ok) return read
  const [routed, dpop] = await Promise.all([routeOf(desk, read.value, signal), dpopKeyFor(desk.session, read.value)])
  return routed.ok && dpop.ok
    ? { ok: true, value: { ...routed.value, dpop: dpop.value } }
    : { ok: false, problems: [routed, dpop].flatMap((part) => (part.ok ? [] : part.problems)) }
}

/**
 * Makes a caller ready to request a token as well, or names every field that keeps it from being so. Nothing is read while
 * any of it may not go where it would go.
 */
export async function readyToRequestToken(
  desk: Desk,
  unread: Subject,
  signal: AbortSignal,
  caller: Promise<Ready<ReadyCaller>> | null = null,
): Promise<Ready<ReadyClient>> {
  const { value } = unread
  const client = { method: value.token_endpoint_auth_method, url: endpointOf(value, 'token_endpoint') }
  const unbound = bindingProblems(desk, unread, neededToAsk(value, client.method), client)
  if (unbound.length > 0)
    return { ok: false, problems: [...endpointProblems(desk, value, 'token_endpoint'), ...unbound] }
  const [credentials, called] = await Promise.all([
    credentialsOf(desk, unread, signal),
    caller ?? readyToCall(desk, unread, signal),
  ])
  const problems = [
    ...endpointProblems(desk, value, 'token_endpoint'),
    ...[credentials, called].flatMap((part) => (part.ok ? [] : part.problems)),
    ...parameterProblems(value.parameters),
    ...headerProblems(value.headers),
  ]
  return credentials.ok && called.ok && problems.length === 0
    ? { ok: true, value: withClient(called.value, credentials.value) }
    : { ok: false, problems }
}

/** Every secret that a request to the authorization server may need. */
export const neededToAsk = (value: EnvironmentInput, method: AuthMethod | null): SecretName[] => [
  ...neededToTravel(value),
  ...neededToProve(value),
  ...(method === null ? [] : neededToAuthenticate(value, method)),
]

interface WithCredentials {
  subject: Subject
  credentials: ClientCredentials
}

/** What a client proves itself with, and the subject with the secrets that were read for it. */
export async function credentialsOf(
  desk: Desk,
  unread: Subject,
  signal: AbortSignal,
  method: AuthMethod = unread.value.token_endpoint_auth_method,
): Promise<Ready<WithCredentials>> {
  const read = await withSecrets(desk, unread, neededToAuthenticate(unread.value, method), signal)
  if (!read.ok) return read
  const credentials = await clientOf(desk.ports, read.value, method)
  return credentials.ok ? { ok: true, value: { subject: read.value, credentials: credentials.value } } : credentials
}

/** Together they know every secret that was read. */
export function withClient<Caller extends Routed>(
  caller: Caller,
  { subject, credentials }: WithCredentials,
): Caller & { credentials: ClientCredentials } {
  const secrets = { ...caller.subject.secrets, ...subject.secrets }
  return { ...caller, subject: { ...caller.subject, secrets }, credentials }
}

/** Names everything that changes the tokens of this client. */
export function reuseKeyOf({ subject, credentials, route, dpop }: ReadyClient): string {
  const key = credentials.method === 'private_key_jwt' ? keyDigest(credentials.key) : null
  return reuseKey(subject, [key, route.certificate?.thumbprint ?? null, dpop?.thumbprint ?? null])
}

/** What a token that this client gets can be bound to: the DPoP key before the certificate. */
export function bindingOf({ dpop, route }: ReadyCaller): Binding | null {
  if (dpop !== null) return { kind: 'dpop', thumbprint: dpop.thumbprint }
  return route.certificate === null ? null : { kind: 'certificate', thumbprint: route.certificate.thumbprint }
}

function keyDigest(key: Parameters<typeof createPublicKey>[0]): string {
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' })
  return createHash('sha256').update(spki).digest('base64url')
}

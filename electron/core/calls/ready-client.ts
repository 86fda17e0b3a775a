import { createHash, createPublicKey } from 'node:crypto'
import type { Binding } from '../../contract/token.ts'
import type { ClientCredentials } from '../oauth/client-auth/client-authentication.ts'
import type { DpopKey } from '../oauth/dpop.ts'
import { headerProblems, parameterProblems } from '../oauth/request-problems.ts'
import { clientOf } from './client.ts'
import type { Desk, Subject } from './desk.ts'
import { dpopKeyFor } from './dpop.ts'
import { endpointProblems, type Ready } from './problems.ts'
import { reuseKey } from './reuse.ts'
import { type Route, routeOf } from './route.ts'

/** What a request with a token needs: how it travels, and the key that the token is bound to. */
export interface ReadyCaller {
  subject: Subject
  route: Route
  dpop: DpopKey | null
}

/** Everything that a client needs to ask the authorization server, read and checked. */
export interface ReadyClient extends ReadyCaller {
  credentials: ClientCredentials
}

export async function readyToCall({ ports, session }: Desk, subject: Subject): Promise<Ready<ReadyCaller>> {
  const [route, dpop] = await Promise.all([
    routeOf(ports, subject.value, subject.secrets),
    dpopKeyFor(session, subject),
  ])
  return route.ok && dpop.ok
    ? { ok: true, value: { subject, route: route.value, dpop: dpop.value } }
    : { ok: false, problems: [route, dpop].flatMap((part) => (part.ok ? [] : part.problems)) }
}

/** Makes a caller ready to request a token as well, or names every field that keeps it from being so. */
export async function readyToRequestToken(
  desk: Desk,
  subject: Subject,
  caller: Promise<Ready<ReadyCaller>> = readyToCall(desk, subject),
): Promise<Ready<ReadyClient>> {
  const { value } = subject
  const [credentials, called] = await Promise.all([clientOf(desk.ports, subject), caller])
  const problems = [
    ...endpointProblems(desk, value, 'token_endpoint'),
    ...[credentials, called].flatMap((part) => (part.ok ? [] : part.problems)),
    ...parameterProblems(value.parameters),
    ...headerProblems(value.headers),
  ]
  return credentials.ok && called.ok && problems.length === 0
    ? { ok: true, value: { ...called.value, credentials: credentials.value } }
    : { ok: false, problems }
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

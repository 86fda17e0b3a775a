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

/** Everything that a client needs to ask the authorization server, read and checked. */
export interface ReadyClient {
  subject: Subject
  credentials: ClientCredentials
  route: Route
  dpop: DpopKey | null
}

/** Makes a client ready to request a token, or names every field that keeps it from being so. */
export async function readyToRequestToken(desk: Desk, subject: Subject): Promise<Ready<ReadyClient>> {
  const { ports, session } = desk
  const { value, secrets } = subject
  const [credentials, route, dpop] = await Promise.all([
    clientOf(ports, subject),
    routeOf(ports, value, secrets),
    dpopKeyFor(session, subject),
  ])
  const problems = [
    ...endpointProblems(desk, value, 'token_endpoint'),
    ...[credentials, route, dpop].flatMap((part) => (part.ok ? [] : part.problems)),
    ...parameterProblems(value.parameters),
    ...headerProblems(value.headers),
  ]
  return credentials.ok && route.ok && dpop.ok && problems.length === 0
    ? { ok: true, value: { subject, credentials: credentials.value, route: route.value, dpop: dpop.value } }
    : { ok: false, problems }
}

/** Names everything that changes the tokens of this client. */
export function reuseKeyOf({ subject, credentials, route, dpop }: ReadyClient): string {
  const key = credentials.method === 'private_key_jwt' ? keyDigest(credentials.key) : null
  return reuseKey(subject, [key, route.certificate?.thumbprint ?? null, dpop?.thumbprint ?? null])
}

/** What a token that this client gets can be bound to: the DPoP key before the certificate. */
export function bindingOf({ dpop, route }: Pick<ReadyClient, 'dpop' | 'route'>): Binding | null {
  if (dpop !== null) return { kind: 'dpop', thumbprint: dpop.thumbprint }
  return route.certificate === null ? null : { kind: 'certificate', thumbprint: route.certificate.thumbprint }
}

function keyDigest(key: Parameters<typeof createPublicKey>[0]): string {
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' })
  return createHash('sha256').update(spki).digest('base64url')
}

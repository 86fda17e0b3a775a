import type { Environment } from '../../contract/environment.ts'
import type { Ports } from '../ports.ts'
import { sandboxClientSecret, withSandboxEndpoints } from '../sandbox-environment.ts'
import { createSession, type Session } from '../session.ts'
import type { StoredEnvironment } from '../workspace/environments.ts'

/** What a host adds to each call. */
export interface CallContext {
  signal: AbortSignal
}

/** What all calls share: the ports, and what lives in memory. */
export interface Desk {
  ports: Ports
  session: Session
}

export function createDesk(ports: Ports): Desk {
  return { ports, session: createSession() }
}

/** The environment as it is now: with the sandbox's endpoints, and with the state of its secret. */
export function presentEnvironment(desk: Desk, { id, builtIn, value }: StoredEnvironment): Environment {
  const current = withSandboxEndpoints(value, desk.ports.sandbox.facts())
  const clientSecret = clientSecretOf(desk, { id, ...current }) === '' ? 'none' : 'session'
  return { id, builtIn, ...current, clientSecret }
}

export function findEnvironment(desk: Desk, environmentId: string): Environment | null {
  const stored = desk.ports.workspace.environments.get(environmentId)
  return stored === null ? null : presentEnvironment(desk, stored)
}

/** The client secret, or an empty string: set in this session, or made by the running sandbox. */
export function clientSecretOf(desk: Desk, environment: { id: string } & StoredEnvironment['value']): string {
  const typed = desk.session.clientSecrets.get(environment.id)
  return typed ?? sandboxClientSecret(environment, desk.ports.sandbox.facts()) ?? ''
}

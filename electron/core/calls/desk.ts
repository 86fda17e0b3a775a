import type { Environment, EnvironmentInput } from '../../contract/environment.ts'
import type { TypedSecrets } from '../../contract/secret.ts'
import type { Ports } from '../ports.ts'
import { sandboxSecrets, withSandbox } from '../sandbox-environment.ts'
import { statesOf } from '../secrets.ts'
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

/** An environment as a request needs it: as it is now, with its secrets. `id` is null while it was never saved. */
export interface Subject {
  id: string | null
  value: EnvironmentInput
  secrets: TypedSecrets
}

export function createDesk(ports: Ports): Desk {
  return { ports, session: createSession() }
}

/** The environment as it is now: with what the running sandbox lays over it, and with the state of its secrets. */
export function presentEnvironment(desk: Desk, { id, builtIn, value }: StoredEnvironment): Environment {
  const subject = subjectOf(desk, id, value)
  return { id, builtIn, ...subject.value, secrets: statesOf(subject.secrets) }
}

export function findSubject(desk: Desk, environmentId: string): Subject | null {
  const stored = desk.ports.workspace.environments.get(environmentId)
  return stored === null ? null : subjectOf(desk, stored.id, stored.value)
}

/** `typed` secrets win over those that were set, and those over what the running sandbox made. */
export function subjectOf(
  { ports, session }: Desk,
  id: string | null,
  value: EnvironmentInput,
  typed: TypedSecrets = {},
): Subject {
  const facts = ports.sandbox.facts()
  const current = withSandbox(value, facts)
  const set = id === null ? {} : (session.secrets.get(id) ?? {})
  return { id, value: current, secrets: { ...sandboxSecrets(current, facts), ...set, ...typed } }
}

import type { AuditEvent } from '../../contract/audit.ts'
import type { Ports } from '../ports.ts'
import { systemFailureOf } from '../system-failure.ts'

export type AuditDeps = Pick<Ports, 'newId' | 'now'> & { workspace: Pick<Ports['workspace'], 'audit'> }

/** Records what is done with secrets, before it is done. @throws when it cannot be recorded; it is not done then */
export function recordEvent(
  { workspace, newId, now }: AuditDeps,
  kind: AuditEvent['kind'],
  environmentId: string | null,
  detail: Record<string, string> = {},
): void {
  workspace.audit.add({ id: newId(), at: now(), kind, environmentId, detail: cut(detail) })
}

/** Longer texts, which come from servers, are cut. */
const mostOfValue = 1000

const cut = (detail: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(detail).map(([name, value]) => [name, value.slice(0, mostOfValue)]))

/**
 * Records what was done already, or is done in the transaction that is under way: where it cannot be recorded, that is a warning,
 * and not a failure of what was done.
 */
export function recordDone(
  deps: AuditDeps & Pick<Ports, 'notify'>,
  kind: AuditEvent['kind'],
  environmentId: string | null,
  detail: Record<string, string> = {},
): void {
  try {
    recordEvent(deps, kind, environmentId, detail)
  } catch (error) {
    deps.notify({ kind: 'audit_not_recorded', failure: systemFailureOf(error) })
  }
}

/** How long entries are gathered, in milliseconds: a token is shown before they are written. */
const gatheredFor = 1000

/** Records within a second what happened while something else is waited for, together with what else happens meanwhile. */
export function recordSoon(
  { workspace, newId, now, notify }: AuditDeps & Pick<Ports, 'notify'>,
  kind: AuditEvent['kind'],
  environmentId: string | null,
  detail: Record<string, string>,
): void {
  const { audit } = workspace
  if (!audit.addSoon({ id: newId(), at: now(), kind, environmentId, detail: cut(detail) })) return
  const write = (): void => {
    try {
      audit.flush()
    } catch (error) {
      notify({ kind: 'audit_not_recorded', failure: systemFailureOf(error) })
    }
  }
  setTimeout(write, gatheredFor).unref()
}

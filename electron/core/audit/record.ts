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
  workspace.audit.add({ id: newId(), at: now(), kind, environmentId, detail })
}

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

import type { Api } from '../../contract/calls.ts'
import type { AuditEvent } from '../../contract/secret-storage.ts'
import type { Ports } from '../ports.ts'
import type { CallContext, CoreContext } from '../environment/current-environment.ts'
import { systemFailureOf } from '../system-failure.ts'

/** Records what is done with secrets, before it is done. @throws when it cannot be recorded; it is not done then */
export function recordEvent(
  { workspace, newId, now }: Pick<Ports, 'workspace' | 'newId' | 'now'>,
  kind: AuditEvent['kind'],
  environmentId: string | null,
  detail: Record<string, string> = {},
): void {
  workspace.audit.add({ id: newId(), at: now(), kind, environmentId, detail })
}

/** Records what was done already: where it cannot be, that is a warning, and not a failure of what was done. */
export function recordDone(
  ports: Pick<Ports, 'workspace' | 'newId' | 'now' | 'notify'>,
  kind: AuditEvent['kind'],
  environmentId: string | null,
  detail: Record<string, string>,
): void {
  try {
    recordEvent(ports, kind, environmentId, detail)
  } catch (error) {
    ports.notify({ kind: 'audit_not_recorded', failure: systemFailureOf(error) })
  }
}

export function auditCalls({ ports }: CoreContext): Pick<Api<CallContext>, 'listAuditEvents'> {
  return { listAuditEvents: async ({ limit }) => ports.workspace.audit.list(limit) }
}

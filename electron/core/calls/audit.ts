import type { Api } from '../../contract/calls.ts'
import type { AuditEvent } from '../../contract/secret-storage.ts'
import type { Ports } from '../ports.ts'
import type { CallContext, CoreContext } from '../environment/current-environment.ts'
import { errorMessage } from '../error-message.ts'

/** Records what is done with secrets, before it is done. @throws when it cannot be recorded; it is not done then */
export function recordEvent(
  { workspace, newId, now }: Pick<Ports, 'workspace' | 'newId' | 'now'>,
  kind: AuditEvent['kind'],
  environmentId: string | null,
  detail: Record<string, string> = {},
): void {
  workspace.audit.add({ id: newId(), at: now(), kind, environmentId, detail })
}

/** Records what was done already: that it cannot be recorded is told, and does not make it look as if it had failed. */
export function recordDone(
  ports: Pick<Ports, 'workspace' | 'newId' | 'now' | 'notify'>,
  kind: AuditEvent['kind'],
  environmentId: string | null,
  detail: Record<string, string>,
): void {
  try {
    recordEvent(ports, kind, environmentId, detail)
  } catch (error) {
    const message = errorMessage(error)
    ports.notify({ kind: 'warning', title: 'What was done with secrets is not recorded', message })
  }
}

export function auditCalls({ ports }: CoreContext): Pick<Api<CallContext>, 'listAuditEvents'> {
  return { listAuditEvents: async ({ limit }) => ports.workspace.audit.list(limit) }
}

import type { WithWorkspace } from '../core-context.ts'
import type { Ports } from '../ports.ts'

/** Has new entries of the audit trail sealed, and the window hear of them, once for all that are written together. */
export function followAudit({
  workspace,
  keepAuditSealed,
  notify,
}: Pick<Ports, 'notify'> & WithWorkspace<'audit'> & { keepAuditSealed: () => Promise<unknown> }): void {
  let isSaid = true
  workspace.audit.onAdded((areSealed) => {
    // What waits for its seal is sealed soon; where that fails, with the next entry.
    if (!areSealed) void keepAuditSealed().catch(() => {})
    if (!isSaid) return
    isSaid = false
    queueMicrotask(() => {
      isSaid = true
      notify({ kind: 'audit_changed' })
    })
  })
}

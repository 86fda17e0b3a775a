import type { AuditEvent } from '../../electron/contract/audit.ts'
import type { Workspace } from '../../electron/core/workspace/workspace.ts'

/** At most so many events of the audit trail, newest first. */
export function newestEvents({ audit }: Pick<Workspace, 'audit'>, most: number): AuditEvent[] {
  return audit.events(audit.bounds().last, most).events.map(({ event }) => event)
}

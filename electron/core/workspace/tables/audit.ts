import type { DatabaseSync } from 'node:sqlite'
import { type AuditEvent, auditEventSchema } from '../../../contract/audit.ts'
import { checkedTable, type DamageListener, readJson } from './checked-table.ts'

export type AuditTable = ReturnType<typeof auditTable>

export function auditTable(database: DatabaseSync, noticed: DamageListener = () => {}) {
  const rows = checkedTable(database, 'audit_events', ['id'], noticed)
  const list = rows.select('ORDER BY at DESC, rowid DESC LIMIT ?')

  return {
    add: (event: AuditEvent): void => {
      rows.put({ id: event.id, at: event.at, value: JSON.stringify(event) })
    },
    /** Newest first. A row that cannot be read, or is not as it was written, stays, and is left out. */
    list: (limit: number): AuditEvent[] => list(limit).flatMap((row) => readJson(auditEventSchema, row['value']) ?? []),
  }
}

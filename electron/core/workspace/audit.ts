import type { DatabaseSync } from 'node:sqlite'
import { type AuditEvent, auditEventSchema } from '../../contract/secret-storage.ts'
import { readJson } from './read-json.ts'

export type AuditTable = ReturnType<typeof auditTable>

export function auditTable(database: DatabaseSync) {
  const insert = database.prepare('INSERT INTO audit_events (id, at, value) VALUES (?, ?, ?)')
  const list = database.prepare('SELECT value FROM audit_events ORDER BY at DESC, rowid DESC LIMIT ?')

  return {
    add: (event: AuditEvent): void => {
      insert.run(event.id, event.at, JSON.stringify(event))
    },
    /** Newest first. A row that cannot be read stays, and is left out. */
    list: (limit: number): AuditEvent[] =>
      list.all(limit).flatMap((row) => readJson(auditEventSchema, row['value']) ?? []),
  }
}

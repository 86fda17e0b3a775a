import { setImmediate as pause } from 'node:timers/promises'
import type { DatabaseSync } from 'node:sqlite'
import type { AuditEvent } from '../../../electron/contract/audit.ts'
import { auditKeyName, type AuditKeys, auditKeysOf, newAuditKey } from '../../../electron/core/audit/audit-keys.ts'
import { auditTrail } from '../../../electron/core/audit/trail.ts'
import { verifyTrail } from '../../../electron/core/audit/verify.ts'
import { createDatabase } from '../../../electron/core/workspace/create.ts'
import { auditTable } from '../../../electron/core/workspace/tables/audit.ts'
import { checkedTable, type Row } from '../../../electron/core/workspace/tables/checked-table.ts'
import { sealedTable } from '../../../electron/core/workspace/tables/sealed.ts'
import { atomicOf } from '../../../electron/core/workspace/tables/transaction.ts'
import { auditLimits } from '../../../electron/vocabulary/audit.ts'

export const eventOf = (number: number): AuditEvent => ({
  id: `event-${number}`,
  at: 1_700_000_000_000 + number,
  kind: 'secret_copied',
  environmentId: number % 3 === 0 ? null : 'orders',
  detail: { secret: 'client_secret', count: String(number) },
})

export const madeKeys = (): AuditKeys => {
  const keys = auditKeysOf(newAuditKey())
  if (keys === null) throw new Error('not expected')
  return keys
}

export type TestTrail = ReturnType<typeof openTrail>

/** A trail over a database, whose key lies beside it as it is: what seals it is tested elsewhere. */
export function openTrail(
  database: DatabaseSync = createDatabase(':memory:'),
  limits: { entries: number; atOnce: number } = auditLimits,
) {
  const values = sealedTable(database)
  const trail = auditTrail(auditTable(database), values, atomicOf(database), limits)
  const rows = checkedTable(database, 'audit_events', ['number'])
  const all = rows.selectAll('ORDER BY number')
  return {
    database,
    trail,
    /** Stores a key and begins a chain under it, or takes the one that is given. */
    begin: (keys: AuditKeys = madeKeys()): AuditKeys => {
      const of = Buffer.from(newAuditKey())
      values.put(auditKeyName, of)
      trail.begin(keys)
      trail.open(keys, of)
      return keys
    },
    /** As another process does that opens what is stored. */
    open: (keys: AuditKeys): void => trail.open(keys, values.get(auditKeyName) ?? new Uint8Array()),
    fill: (count: number, from = 1): void => {
      for (let number = from; number < from + count; number += 1) trail.add(eventOf(number))
    },
    verify: () => {
      const current = trail.current()
      if (current === null) throw new Error('There is no key.')
      return verifyTrail({ ...current, lostHead: trail.lostHead(), rows: trail.rows, outside: trail.outside, pause })
    },
    all,
    /** Puts these rows in the place of all, with the checksums that they have. */
    replaceAll: (changed: readonly Row[]): void => {
      database.exec('DELETE FROM audit_events')
      for (const row of changed) rows.insert(row)
    },
    /** A row as somebody makes it who knows how checksums are made. */
    withChecksum: (row: Row): Row => rows.sealed(row),
  }
}

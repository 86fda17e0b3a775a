import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { z } from 'zod'
import { type AuditEvent, auditEventSchema } from '../../../contract/audit.ts'
import { checkedTable, type DamageListener, readJson, type Row, withNumbers } from './checked-table.ts'

/** An entry of the audit trail as it is stored. */
export interface AuditRow {
  /** From 1, without gaps. */
  number: number
  id: string
  /** Milliseconds since 1970. */
  at: number
  /** JSON of the event. */
  value: string
  /** See `audit/seal.ts`; null until there is a key. */
  seal: Uint8Array | null
  /** Whether its checksum is right. */
  isAsWritten: boolean
}

export type AuditTable = ReturnType<typeof auditTable>

/** No trail gets as far; a row beyond it, or before 1, is none of ours. What it has for a number need not fit JavaScript's. */
export const mostNumber = 2 ** 52

/** The rows of the audit trail and its sealed head. What they mean is in `core/audit`. */
export function auditTable(database: DatabaseSync, noticed: DamageListener = () => {}) {
  let damaged = new Set<Row>()
  const rows = checkedTable(database, 'audit_events', ['number'], (table, row) => {
    damaged.add(row)
    noticed(table, row)
  })
  const heads = checkedTable(database, 'audit_head', ['id'], noticed)
  const between = rows.selectAll('WHERE number > ? AND number <= ? ORDER BY number LIMIT ?')
  const backwards = rows.selectAll('WHERE number BETWEEN 1 AND ? ORDER BY number DESC LIMIT ?')
  const one = heads.selectAll('WHERE id = 1')
  const first = database.prepare(
    `SELECT number FROM audit_events WHERE number BETWEEN 1 AND ${mostNumber} ORDER BY number LIMIT 1`,
  )
  const last = database.prepare(
    `SELECT number FROM audit_events WHERE number BETWEEN 1 AND ${mostNumber} ORDER BY number DESC LIMIT 1`,
  )
  const lastSealed = database.prepare(
    `SELECT number FROM audit_events WHERE number BETWEEN 1 AND ${mostNumber} AND seal IS NOT NULL
     ORDER BY number DESC LIMIT 1`,
  )
  const below = database.prepare(
    `SELECT max(number, ${Number.MIN_SAFE_INTEGER}) AS number FROM audit_events WHERE number < 1 ORDER BY number LIMIT 1`,
  )
  const beyond = database.prepare(`SELECT 1 FROM audit_events WHERE number > ${mostNumber} LIMIT 1`)
  const counted = database.prepare('SELECT count(*) AS number FROM audit_events')
  const numberBy = (statement: StatementSync): number => Number(statement.get()?.['number'] ?? 0)
  const nameOf = database.prepare(
    "SELECT json_extract(value, '$.name') AS name FROM environments WHERE id = ? AND json_valid(value)",
  )
  const remove = database.prepare('DELETE FROM audit_events WHERE number <= ?')

  function read(select: () => Row[]): AuditRow[] {
    damaged = new Set()
    return select().map((row) => rowOf(row, !damaged.has(row)))
  }

  return {
    /** The numbers of the first and the last row; 0 without any. */
    bounds: (): { first: number; last: number } => ({ first: numberBy(first), last: numberBy(last) }),
    /** How many there are. Reads all of an index, unlike the others. */
    count: (): number => numberBy(counted),
    /** The number of the last row with a seal; 0 without any. */
    lastSealed: (): number => numberBy(lastSealed),
    /** Rows after a number up to another, in order, damaged ones too. */
    rows: (after: number, upTo: number, limit: number): AuditRow[] => read(() => between(after, upTo, limit)),
    /**
     * At most so many events from a number backwards, and the number to go on from; null at the end. A row that cannot be read,
     * or is not as it was written, stays, and is left out.
     */
    events: (upTo: number, limit: number): { events: { row: AuditRow; event: AuditEvent }[]; next: number | null } => {
      const found = read(() => backwards(upTo, limit))
      const events = found.flatMap((row) => {
        const event = row.isAsWritten ? readJson(auditEventSchema, row.value) : null
        return event === null ? [] : [{ row, event }]
      })
      const end = found.length < limit ? undefined : found.at(-1)
      return { events, next: end === undefined ? null : end.number - 1 }
    },
    /** Of rows that no trail has: the lowest number where one is before the first, and what follows all numbers where one is beyond. */
    outside: (): { below: number | null; beyond: number | null } => ({
      below: below.get() === undefined ? null : numberBy(below),
      beyond: beyond.get() === undefined ? null : mostNumber + 1,
    }),
    /** Writes all of a row. The checksum of one that is damaged stays wrong. */
    put: ({ number, id, at, value, seal, isAsWritten }: AuditRow): void => {
      const row = { number, id, at, value, seal: seal === null ? null : Uint8Array.from(seal) }
      if (isAsWritten) rows.put(row)
      else rows.update({ ...row, checksum: new Uint8Array(16) })
    },
    removeUpTo: (number: number): void => {
      remove.run(number)
    },
    /** The head, and in the clear the number of the last entry that was sealed; null when there is none. */
    head: (): { last: number; sealed: Uint8Array } | null => {
      const [row] = one()
      const { data } = headRowSchema.safeParse(row)
      return data ?? null
    },
    putHead: (last: number, sealed: Uint8Array): void => {
      heads.put({ id: 1, last, sealed: Uint8Array.from(sealed) })
    },
    /** The name of an environment, also of one that is set aside; empty when it is not known. */
    environmentName: (id: string): string => String(nameOf.get(id)?.['name'] ?? ''),
  }
}

const headRowSchema = z.object({ last: z.number().max(mostNumber), sealed: z.instanceof(Uint8Array) })

function rowOf(row: Row, isAsWritten: boolean): AuditRow {
  const { number, id, at, value, seal } = withNumbers(row)
  return {
    number: Number(number),
    id: String(id),
    at: Number(at),
    value: String(value),
    seal: seal instanceof Uint8Array ? seal : null,
    isAsWritten,
  }
}

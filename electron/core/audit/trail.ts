import type { AuditEvent } from '../../contract/audit.ts'
import { auditLimits } from '../../vocabulary/audit.ts'
import { type AuditRow, type AuditTable, mostNumber } from '../workspace/tables/audit.ts'
import type { SealedTable } from '../workspace/tables/sealed.ts'
import { auditKeyName, type AuditKeys } from './audit-keys.ts'
import { gathered } from './gathered.ts'
import { type AuditHead, newHead, openHead, sealHead, toBytes, toText } from './head.ts'
import { linkOf, noLink, sealOf } from './seal.ts'

export type AuditTrail = ReturnType<typeof auditTrail>

/** All of the work or, when it throws, nothing, also within a transaction that goes on. */
export type Atomic = (<Result>(work: () => Result) => Result) & { isWithin: () => boolean }

/**
 * The chain of what was done. With the key at hand an entry is sealed as it is written; without, it waits, and is sealed in
 * its order once there is a key. Two processes may write: each looks at what is stored, in a transaction of its own.
 */
export function auditTrail(
  table: AuditTable,
  values: Pick<SealedTable, 'get'>,
  atomic: Atomic,
  limits: { entries: number; atOnce: number } = auditLimits,
) {
  let held: { keys: AuditKeys; of: Uint8Array } | null = null
  /** What this process wrote without a key, by number: no one else can have changed it when it is sealed as this. */
  const waiting = new Map<number, string>()
  let added: (areSealed: boolean) => void = () => {}

  /** Null when there is none at hand, or another process has stored another one since. */
  function currentKeys(): AuditKeys | null {
    const stored = values.get(auditKeyName)
    return held !== null && stored !== null && Buffer.compare(stored, held.of) === 0 ? held.keys : null
  }

  /** The head as it is; where it is missing or not ours, one that goes on from what is there, and says so. */
  function headNow(keys: AuditKeys): AuditHead {
    const stored = table.head()
    return openHead(keys, stored?.sealed ?? null) ?? lostHead(table)
  }

  function write(keys: AuditKeys, row: AuditRow, head: AuditHead): AuditHead {
    const seal = sealOf(keys, row, toBytes(head.link))
    table.put({ ...row, seal })
    return { ...head, last: row.number, link: toText(linkOf(seal)) }
  }

  const keep = (keys: AuditKeys, head: AuditHead): void => table.putHead(head.last, sealHead(keys, head))

  /** Gives whether it was sealed at once. */
  function append({ id, at, kind, environmentId, detail }: AuditEvent): boolean {
    const keys = currentKeys()
    const head = keys === null ? null : headNow(keys)
    const lastRow = table.bounds().last
    // Where the last entries were removed, their numbers stay free.
    const last = Math.max(lastRow, head?.last ?? table.head()?.last ?? 0)
    const environment = environmentId === null ? '' : table.environmentName(environmentId)
    const named = environment === '' ? detail : { ...detail, environment }
    const value = JSON.stringify({ id, at, kind, environmentId, detail: named } satisfies AuditEvent)
    const row = { number: last + 1, id, at, value, seal: null, isAsWritten: true }
    if (keys !== null && head !== null && head.last === last) {
      keep(keys, write(keys, row, head))
      return true
    }
    table.put(row)
    waiting.set(row.number, textOf(row))
    return false
  }

  /** Removes the oldest entries of a trail that is too long. What waits for its seal, or cannot be sealed now, stays. */
  function shorten(event: Pick<AuditEvent, 'id' | 'at'>): void {
    const { first, last } = table.bounds()
    if (last - first < limits.entries + limits.atOnce) return
    const upTo = last - limits.entries
    const keys = currentKeys()
    const stored = table.head()
    if (keys === null && stored !== null) return
    if (keys !== null) {
      const head = headNow(keys)
      const [row] = table.rows(upTo - 1, upTo, 1)
      if (head.last < upTo || row === undefined || row.seal === null) return
      keep(keys, { ...head, first: upTo + 1, before: toText(linkOf(row.seal)) })
    }
    table.removeUpTo(upTo)
    const detail = { from: String(first), to: String(upTo) }
    append({ id: `${event.id}-shortened`, at: event.at, kind: 'trail_shortened', environmentId: null, detail })
  }

  /** All of them, or nothing. */
  function addAll(events: readonly AuditEvent[]): void {
    const areSealed = atomic(() => {
      const sealed = events.map((event) => append(event))
      const [newest] = events
      if (newest !== undefined) shorten(newest)
      return sealed
    })
    added(!areSealed.includes(false))
  }

  const gathering = gathered({ addAll, isWithin: atomic.isWithin })

  return {
    add: gathering.add,
    addSoon: gathering.addSoon,
    flush: gathering.flush,
    events: table.events,
    outside: table.outside,
    bounds: (): ReturnType<AuditTable['bounds']> => gathering.flushed(table.bounds),
    count: (): number => gathering.flushed(table.count),
    rows: table.rows,
    environmentName: table.environmentName,
    /** The number of the last entry that is sealed, 0 without any. */
    sealedUpTo: (): number => table.head()?.last ?? 0,
    /** Has somebody hear of new entries, and whether each is sealed or one waits for a key. */
    onAdded: (listener: (areSealed: boolean) => void): void => {
      added = listener
    },
    /** Takes the key that was read from the sealed value `of`. */
    open: (keys: AuditKeys, of: Uint8Array): void => {
      held = { keys, of: Uint8Array.from(of) }
    },
    /** The key that is at hand and the head, as they are now; `head` is null when it is missing, or not ours. */
    current: (): { keys: AuditKeys; head: AuditHead | null } | null => {
      const keys = currentKeys()
      return keys === null ? null : { keys, head: openHead(keys, table.head()?.sealed ?? null) }
    },
    lostHead: (): AuditHead => lostHead(table),
    /**
     * Begins a chain under a key that is being stored, over what is there. Gives how many entries that are which this process has
     * not written, and whether another key had sealed some.
     */
    begin: (keys: AuditKeys): { found: number; isAgain: boolean } => {
      const { first, last } = table.bounds()
      const own = [...waiting.keys()].filter((number) => number <= last).length
      const found = table.count() - own
      keep(keys, newHead(Math.max(first, 1), found === 0 ? 0 : last))
      return { found, isAgain: table.lastSealed() > 0 }
    },
    /**
     * Seals the next entries that wait. Gives how many, and those among them that this process has not written, so that nobody
     * knows whether they are as they were written.
     */
    sealNext: (limit: number): { sealed: number; found: number[] } =>
      atomic(() => {
        const keys = currentKeys()
        const none = { sealed: 0, found: [] }
        if (keys === null) return none
        let head = headNow(keys)
        const rows = table.rows(head.last, mostNumber, limit)
        if (rows.length === 0) return none
        const found: number[] = []
        for (const row of rows) {
          if (row.number > head.asFound && waiting.get(row.number) !== textOf(row)) found.push(row.number)
          head = write(keys, row, head)
          waiting.delete(row.number)
        }
        keep(keys, head)
        return { sealed: rows.length, found }
      }),
  }
}

const textOf = ({ id, at, value }: AuditRow): string => JSON.stringify([id, at, value])

function lostHead(table: AuditTable): AuditHead {
  const { first } = table.bounds()
  const last = table.lastSealed()
  const [row] = last === 0 ? [] : table.rows(last - 1, last, 1)
  const link = row === undefined || row.seal === null ? noLink : linkOf(row.seal)
  const before = first <= 1 ? toText(noLink) : null
  return { first: Math.max(first, 1), before, last, link: toText(link), asFound: 0, lostBefore: last + 1 }
}

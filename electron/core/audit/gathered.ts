import type { AuditEvent } from '../../contract/audit.ts'

/** Entries that are kept in memory while they cannot be written. */
const most = 1000

/** Entries of what is over already are gathered, so that many of them are one transaction. */
export function gathered({
  addAll,
  isWithin,
}: {
  /** All of them, or nothing. */
  addAll: (events: readonly AuditEvent[]) => void
  /** Whether a transaction is under way. */
  isWithin: () => boolean
}) {
  let waiting: AuditEvent[] = []

  /** What cannot be written stays, for the next that can. */
  function write(...events: readonly AuditEvent[]): void {
    addAll([...waiting, ...events])
    waiting = []
  }

  const flush = (): void => {
    if (waiting.length > 0 && !isWithin()) write()
  }

  return {
    /** @throws when it cannot be written, and nothing is changed then */
    add: (event: AuditEvent): void => {
      // What is gathered must not be undone with a transaction that is under way.
      if (isWithin()) addAll([event])
      else write(event)
    },
    /** Keeps it in memory until `flush`, or the next that is added or read. True for the first. */
    addSoon: (event: AuditEvent): boolean => {
      waiting = [...waiting, event].slice(-most)
      return waiting.length === 1
    },
    flush,
    /** What is gathered is part of what is read; where it cannot be written, reading goes on. */
    flushed: <Result>(read: () => Result): Result => {
      try {
        flush()
      } catch {
        // The next entry that cannot be written says so.
      }
      return read()
    },
  }
}

import { setImmediate as pause } from 'node:timers/promises'
import type { AuditEntry, AuditFilter, AuditPage } from '../../contract/audit.ts'
import { entryMaker, isEveryEntry, matcherOf, type StoredEntry } from './entries.ts'
import type { AuditTrail } from './trail.ts'

type Trail = Pick<AuditTrail, 'bounds' | 'count' | 'events' | 'sealedUpTo' | 'environmentName'>

/** Entries that are read between two breaths: about 5 ms. */
const atOnce = 150

/** Every entry that matches, newest first, without holding the thread. */
export async function* matchingEntries(audit: Trail, filter: AuditFilter): AsyncGenerator<StoredEntry[]> {
  const make = entryMaker(audit)
  const isMatch = matcherOf(filter)
  let upTo: number | null = audit.bounds().last
  // By what is there, and not by numbers: somebody may have added one that is far off.
  while (upTo !== null) {
    const { events, next }: ReturnType<Trail['events']> = audit.events(upTo, atOnce)
    yield events.map(make).filter(({ entry }) => isMatch(entry))
    upTo = next
    await pause()
  }
}

/** Pages of the trail. What the last filter found is kept, for its next pages, until the trail changes. */
export function entryFinder(audit: Trail) {
  let found: { of: string; entries: Promise<readonly AuditEntry[]> } | null = null

  async function all(filter: AuditFilter): Promise<readonly AuditEntry[]> {
    const entries: AuditEntry[] = []
    for await (const part of matchingEntries(audit, filter)) for (const { entry } of part) entries.push(entry)
    return entries
  }

  return async (filter: AuditFilter, skip: number, count: number): Promise<AuditPage> => {
    const { first, last } = audit.bounds()
    const stored = last === 0 ? 0 : last - first + 1
    if (isEveryEntry(filter) && audit.count() === stored) {
      const entries = audit.events(last - skip, count).events.map(entryMaker(audit))
      return { entries: entries.map(({ entry }) => entry), found: stored }
    }
    const of = JSON.stringify([filter, first, last, audit.sealedUpTo()])
    if (found?.of !== of) {
      const entries = all(filter)
      found = { of, entries }
      entries.catch(() => {
        found = null
      })
    }
    const entries = await found.entries
    return { entries: entries.slice(skip, skip + count), found: entries.length }
  }
}

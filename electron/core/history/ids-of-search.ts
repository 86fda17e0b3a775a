import type { HistoryReading } from './history-reading.ts'

/** Ids that are asked for at once: what the thread gives is copied on main. */
const atOnce = 2000

/** All that a search found, newest first; none where it is no longer kept. */
export async function idsOfSearch(history: Pick<HistoryReading, 'ids'>, searchId: string): Promise<string[]> {
  const all: string[] = []
  for (let from = 0; ; from += atOnce) {
    const some = await history.ids(searchId, from, atOnce)
    if (some === null || some.length === 0) return all
    for (const id of some) all.push(id)
  }
}

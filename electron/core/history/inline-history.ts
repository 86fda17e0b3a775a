import type { DatabaseSync } from 'node:sqlite'
import { History } from './history.ts'
import type { HistoryReading } from './history-reading.ts'
import { indexInMemory } from './index-file.ts'

/** The history of a workspace in memory, which no thread can open. */
export function inlineHistory(workspace: DatabaseSync): HistoryReading {
  const history = new History(workspace, indexInMemory())
  const upToDate = (): History => {
    history.catchUp(Infinity)
    return history
  }
  return {
    search: async (filter) => upToDate().search(filter),
    read: async (searchId, from, count) => upToDate().read(searchId, from, count),
    place: async (searchId, id) => upToDate().place(searchId, id),
    ids: async (searchId, from, count) => upToDate().ids(searchId, from, count),
    facts: async () => upToDate().facts(),
    beginExport: async (chosen, options) => upToDate().beginExport(chosen, options),
    nextPart: async (exportId) => history.nextPart(exportId),
    endExport: async (exportId) => history.endExport(exportId),
    activity: async (environmentId, range, now) => upToDate().activity(environmentId, range, now),
    review: async (environmentId, now) => upToDate().review(environmentId, now),
    changed: () => {},
  }
}

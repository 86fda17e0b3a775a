import type { WithWorkspace } from '../core-context.ts'
import type { ToRemove } from './removal-thread-program.ts'
import { RemovalThread } from './removal-thread.ts'

export type RemoveDeps = WithWorkspace<'exchanges' | 'onlyConnection' | 'path'>

/** Deletes exchanges for good, by a thread where they are in a file; `close` ends it. */
export function exchangeRemover({ workspace }: RemoveDeps) {
  const { exchanges, onlyConnection, path } = workspace
  const thread = onlyConnection === null ? new RemovalThread(path) : null
  return {
    /** How many of them there were. */
    remove: async ({ ids, keeps }: ToRemove): Promise<number> => {
      if (thread === null) return exchanges.delete(ids, keeps)
      const [inMemory, onDisk] = [true, false].map((is) => ids.filter((id) => exchanges.isInMemory(id) === is))
      const gone = await thread.remove({ ids: onDisk ?? [], keeps })
      if (gone.length > 0) exchanges.areGone(gone)
      return gone.length + exchanges.delete(inMemory ?? [])
    },
    close: async (): Promise<void> => thread?.close(),
  }
}

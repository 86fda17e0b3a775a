import type { DatabaseSync } from 'node:sqlite'
import type { IndexWriter } from './index-writer.ts'

/** Portions of a transaction: FTS5 is slow to end one. */
const portions = 20

export interface TogetherWriter extends IndexWriter {
  commit: () => void
  rollBack: () => void
}

/** Writes portions together, a few in each transaction; the last ones with `commit`. */
export function writeTogether(index: DatabaseSync, writer: IndexWriter): TogetherWriter {
  let written = 0

  function commit(): void {
    if (index.isTransaction) index.exec('COMMIT')
    written = 0
  }

  function write(work: () => void): void {
    if (!index.isTransaction) index.exec('BEGIN IMMEDIATE')
    work()
    written += 1
    if (written >= portions) commit()
  }

  return {
    put: (all) => write(() => writer.put(all)),
    remove: (ids) => write(() => writer.remove(ids)),
    commit,
    rollBack: () => {
      written = 0
      // A full disk may have rolled back already.
      if (index.isTransaction) index.exec('ROLLBACK')
    },
  }
}

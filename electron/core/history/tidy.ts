import type { DatabaseSync } from 'node:sqlite'

/** Pages that a step writes at most. */
const pages = 200

/**
 * Takes the words of what was deleted out of the index: FTS5 only marks them, until it writes the rest again. Gives a step, which
 * is false when nothing is left to do.
 */
export function tidier(index: DatabaseSync): () => boolean {
  const owed = index.prepare('SELECT removed FROM owed')
  const paid = index.prepare('UPDATE owed SET removed = removed - ?')
  const changes = index.prepare('SELECT total_changes() AS count')
  const begin = index.prepare(`INSERT INTO words (words, rank) VALUES ('merge', -${pages})`)
  const goOn = index.prepare(`INSERT INTO words (words, rank) VALUES ('merge', ${pages})`)
  let removed = 0

  return () => {
    const now = Number(owed.get()?.['removed'] ?? 0)
    if (now === 0) return false
    const before = Number(changes.get()?.['count'])
    if (removed === 0) begin.run()
    else goOn.run()
    if (removed === 0) removed = now
    // Less than two changes are none. @see https://www.sqlite.org/fts5.html#the_merge_command
    if (Number(changes.get()?.['count']) - before >= 2) return true
    paid.run(removed)
    removed = 0
    // The log has them still, until it is written over.
    index.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    return true
  }
}

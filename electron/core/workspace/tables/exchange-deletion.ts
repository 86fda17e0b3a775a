import type { DatabaseSync } from 'node:sqlite'

/** What stays when exchanges are deleted: pinned ones; those and the ones with a note. */
export type Keeps = 'nothing' | 'pinned' | 'marked'

/** Deletes an exchange with what belongs to it; false when it is not there, or is kept. */
export function exchangeDeletion(database: DatabaseSync): (id: string, keeps?: Keeps) => boolean {
  const statements = {
    nothing: database.prepare('DELETE FROM exchanges WHERE id = ?'),
    pinned: database.prepare(
      `DELETE FROM exchanges WHERE id = ?1
       AND NOT EXISTS (SELECT 1 FROM exchange_marks WHERE exchange_id = ?1 AND is_pinned = 1)`,
    ),
    marked: database.prepare(
      'DELETE FROM exchanges WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM exchange_marks WHERE exchange_id = ?1)',
    ),
  }
  return (id, keeps = 'nothing') => statements[keeps].run(id).changes > 0
}

import { DatabaseSync } from 'node:sqlite'

/**
 * Opens a file that is there; `:memory:` lives as long as it is open. `synchronous` FULL survives a power cut with every
 * commit, NORMAL may lose the last ones. What is deleted is overwritten, in backups too. `look` sees it before anything could be written.
 */
export function connect(
  file: string,
  synchronous: 'FULL' | 'NORMAL',
  look: (database: DatabaseSync) => void = () => {},
): DatabaseSync {
  const database = new DatabaseSync(file)
  try {
    database.exec('PRAGMA busy_timeout = 2000')
    look(database)
    database.exec(
      `PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA synchronous = ${synchronous}`,
    )
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

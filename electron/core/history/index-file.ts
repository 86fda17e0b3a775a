import { chmodSync, closeSync, lstatSync, openSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { removeDatabase } from '../workspace/files.ts'
import { sqlite, sqliteCodeOf } from '../workspace/sqlite-error.ts'

/** Changes with the schema and with what is indexed: an index of another version is made again. */
const version = 5

/**
 * What searches of the history look through, beside the workspace. All of it is made of the workspace and can be made again.
 *
 * `facts` has a row for each exchange: `number` is its rowid in `words`; `started` is in milliseconds since 1970, `total_ms` in
 * milliseconds, `bytes` those of all that is stored of it. `failure` is a `FailureCode`, `phase` that in which it came, `finding` the code of the first finding,
 * `findings` all codes separated by spaces. `verdict`, `outcome`, `token` (fingerprint), `lifetime` (seconds) and `scope` are those
 * of its `Conclusion`; NULL where there is none. `request` is the `requestName` of a token request.
 * `is_readable` is 0 of one that is not as it was written: all else of it is empty.
 * `owed` counts rows that were removed and whose words FTS5 has still: see `tidy.ts`.
 */
const schema = `
  CREATE TABLE facts (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    environment_id TEXT,
    environment_name TEXT NOT NULL,
    purpose TEXT NOT NULL,
    started REAL NOT NULL,
    total_ms REAL NOT NULL,
    host TEXT NOT NULL,
    status INTEGER,
    failure TEXT,
    phase TEXT,
    bytes INTEGER NOT NULL,
    flow_id TEXT NOT NULL,
    call_id TEXT,
    is_of_watch INTEGER NOT NULL,
    is_of_probe INTEGER NOT NULL,
    is_readable INTEGER NOT NULL,
    is_concluded INTEGER NOT NULL,
    verdict TEXT,
    outcome TEXT,
    finding TEXT,
    findings TEXT NOT NULL,
    token TEXT,
    lifetime REAL,
    scope TEXT,
    request TEXT NOT NULL,
    is_pinned INTEGER NOT NULL,
    mark BLOB
  ) STRICT;
  CREATE INDEX facts_by_environment ON facts (environment_id, started);
  CREATE INDEX facts_marked ON facts (id) WHERE mark IS NOT NULL;
  CREATE VIRTUAL TABLE words USING fts5 (
    url, head, body, said,
    content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
  );
  CREATE TABLE owed (removed INTEGER NOT NULL) STRICT;
  INSERT INTO owed VALUES (0);
  PRAGMA user_version = ${version};
`

export const indexFileOf = (workspace: string): string => path.join(path.dirname(workspace), 'history.sqlite')

/** An index in memory, for a workspace in memory, and where no file can be written. */
export function indexInMemory(): DatabaseSync {
  const database = new DatabaseSync(':memory:')
  database.exec(schema)
  return database
}

/**
 * Opens the index file; makes it again where it is missing, of another version, damaged or `isDamaged`. In memory where that
 * cannot be done: where nothing can be written, or another program has it for itself.
 */
export function openIndex(file: string, isDamaged: boolean): DatabaseSync {
  for (const isFresh of isDamaged ? [true] : [false, true]) {
    try {
      if (isFresh) removeDatabase(file)
      return openFile(file)
    } catch (error) {
      // One that is in use is not damaged. Else once more without the file; then without any.
      if (sqliteCodeOf(error) === sqlite.busy) break
    }
  }
  return indexInMemory()
}

/** All that is in a database by its definition: triggers and views too, which could change what is found. */
const schemaIn = (database: DatabaseSync): string =>
  JSON.stringify(database.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all())

function expectedSchema(): string {
  const database = indexInMemory()
  try {
    return schemaIn(database)
  } finally {
    database.close()
  }
}

function openFile(file: string): DatabaseSync {
  const there = lstatSync(file, { throwIfNoEntry: false })
  // What it leads to is somebody else's.
  if (there !== undefined && !there.isFile()) throw new Error('no file')
  if (there === undefined) closeSync(openSync(file, 'wx', 0o600))
  else chmodSync(file, 0o600)
  const database = new DatabaseSync(file)
  try {
    database.exec('PRAGMA busy_timeout = 250; PRAGMA journal_mode = WAL; PRAGMA secure_delete = ON')
    database.exec('PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16000')
    const found = () => Number(database.prepare('PRAGMA user_version').get()?.['user_version'])
    const isEmpty = () => database.prepare('SELECT 1 FROM sqlite_schema').get() === undefined
    if (found() === 0 && isEmpty()) {
      database.exec('BEGIN IMMEDIATE')
      if (isEmpty()) database.exec(schema)
      database.exec('COMMIT')
    }
    if (found() !== version || schemaIn(database) !== expectedSchema()) throw new Error('version')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

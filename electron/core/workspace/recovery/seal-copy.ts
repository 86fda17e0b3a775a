import { DatabaseSync } from 'node:sqlite'
import { problemsOfWhole } from './integrity.ts'

/** Makes a copy one plain file without companions, and gives what is wrong with it. */
export function sealCopy(file: string): string[] {
  const database = new DatabaseSync(file)
  try {
    database.exec('PRAGMA journal_mode = DELETE')
    return problemsOfWhole(database)
  } finally {
    database.close()
  }
}

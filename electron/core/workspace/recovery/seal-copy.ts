import { DatabaseSync } from 'node:sqlite'
import type { FileProblem } from '../../../contract/workspace-fault.ts'
import { problemsOfWhole } from './integrity.ts'

/** Makes a copy one plain file without companions, and gives what is wrong with it. */
export function sealCopy(file: string): FileProblem[] {
  const database = new DatabaseSync(file)
  try {
    database.exec('PRAGMA journal_mode = DELETE')
    return problemsOfWhole(database)
  } finally {
    database.close()
  }
}

import { openDatabase } from './open.ts'
import { type ApiCallTable, apiCallTable } from './api-calls.ts'
import { type EnvironmentTable, environmentTable } from './environments.ts'
import { type ExchangeTable, exchangeTable } from './exchanges.ts'

/** Everything that is kept between runs, in one SQLite file. No secret is ever given to it. */
export interface Workspace {
  path: string
  environments: EnvironmentTable
  apiCalls: ApiCallTable
  exchanges: ExchangeTable
  close: () => void
}

/** @throws NewerWorkspaceError, or Node's error when the file cannot be opened */
export function openWorkspace(path: string): Workspace {
  const typed = openDatabase(path, 'FULL')
  // What a person typed must survive a power cut; the record of a request is not worth a disk flush while it is waited for.
  const recorded = path === ':memory:' ? typed : openDatabase(path, 'NORMAL')
  const environments = environmentTable(typed)
  environments.purgeDeleted()
  return {
    path,
    environments,
    apiCalls: apiCallTable(typed),
    exchanges: exchangeTable(recorded),
    close: () => {
      for (const database of new Set([typed, recorded])) database.close()
    },
  }
}

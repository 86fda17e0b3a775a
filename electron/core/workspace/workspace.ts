import { type ApiCallTable, apiCallTable } from './api-calls.ts'
import { connect } from './connect.ts'
import { describeFailure } from './describe-failure.ts'
import { type EnvironmentTable, environmentTable } from './environments.ts'
import { type ExchangeTable, exchangeTable } from './exchanges.ts'
import { guard } from './guard.ts'
import { describeDamage, openDatabase } from './open.ts'
import { type Repair, repairRows } from './repair-rows.ts'

/** Everything that is kept between runs, in one SQLite file. No secret is ever given to it. */
export interface Workspace {
  path: string
  /** What had to be done to be able to open it. */
  repair: Repair | null
  environments: EnvironmentTable
  apiCalls: ApiCallTable
  exchanges: ExchangeTable
  close: () => void
}

/** @throws WorkspaceFault; the file is then as it was */
export function openWorkspace(path: string, now: number = Date.now()): Workspace {
  const typed = openDatabase(path)
  const databases = new Set([typed])
  const close = (): void => {
    for (const database of databases) database.close()
  }
  try {
    // What a person typed must survive a power cut; the record of a request is not worth a disk flush while it is waited for.
    const recorded = path === ':memory:' ? typed : connect(path, 'NORMAL')
    databases.add(recorded)
    const environments = environmentTable(typed)
    environments.purgeDeleted()
    return {
      path,
      repair: repairRows(typed, environments, path, now),
      environments: guard(environments, path),
      apiCalls: guard(apiCallTable(typed), path),
      exchanges: guard(exchangeTable(recorded), path),
      close,
    }
  } catch (error) {
    close()
    throw describeFailure(describeDamage(error, path), path)
  }
}

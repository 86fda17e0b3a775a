import type { DatabaseSync } from 'node:sqlite'
import { type AuditTrail, auditTrail } from '../audit/trail.ts'
import type { LostLog } from '../../contract/workspace-fault.ts'
import { connect } from './connect.ts'
import { guard } from './guard.ts'
import { historyChanges, type HistoryListener } from './history-changes.ts'
import { damageBehind, openDatabase } from './open.ts'
import { damageNotices, type DamageNotices } from './recovery/damage-notices.ts'
import { type Repair, repairUnreadable } from './recovery/repair-rows.ts'
import { type ApiCallTable, apiCallTable } from './tables/api-calls.ts'
import { auditTable } from './tables/audit.ts'
import { type ContactTable, contactTable } from './tables/contacts.ts'
import { type DriftTable, driftTable } from './tables/drift.ts'
import { type EnvironmentTable, environmentTable } from './tables/environments.ts'
import { type ExchangeMarkTable, exchangeMarkTable } from './tables/exchange-marks.ts'
import { type FromFileTable, fromFileTable } from './tables/from-files.ts'
import { type HistoryLimitsTable, historyLimitsTable } from './tables/history-limits.ts'
import { type ProbeResultTable, probeResultTable } from './tables/probe-results.ts'
import { type SealedTable, sealedTable } from './tables/sealed.ts'
import { type OriginTable, originTable } from './tables/secret-bindings.ts'
import { type DataKeyTable, dataKeyTable, type SecretTable, secretTable } from './tables/secrets.ts'
import { type UnrecordedTable, unrecordedTable } from './tables/unrecorded-environments.ts'
import { type WatchTable, watchTable } from './tables/watches.ts'
import { type WorkspaceVariableTable, workspaceVariableTable } from './tables/workspace-variables.ts'
import { atomicOf, transactionOf } from './tables/transaction.ts'
import { type RecordedExchanges, recordedExchanges } from './recorded-exchanges.ts'
import { type RecordedRuns, recordedRuns } from './recorded-runs.ts'
import { recordTables, sessionTables } from './session-tables.ts'
import { toWorkspaceFault } from './to-workspace-fault.ts'

/** Everything that is kept between runs, in one SQLite file. Secrets are given to it sealed. */
export interface Workspace {
  path: string
  /** What had to be done to be able to open it. */
  repair: Repair | null
  /** What the last run had stored and a damaged log has lost. */
  lostLog: LostLog | null
  /** Has somebody hear of entries that reading found to be not as they were written. */
  onDamage: DamageNotices['listen']
  /** Has somebody hear of each change of the history that is kept. */
  onHistoryChange: (listener: HistoryListener) => void
  environments: EnvironmentTable
  apiCalls: ApiCallTable
  exchanges: RecordedExchanges
  exchangeMarks: ExchangeMarkTable
  flowRuns: RecordedRuns
  unrecorded: UnrecordedTable
  historyLimits: HistoryLimitsTable
  drift: DriftTable
  watches: WatchTable
  probeResults: ProbeResultTable
  dataKey: DataKeyTable
  secrets: SecretTable
  secretBindings: OriginTable
  fromFiles: FromFileTable
  sealed: SealedTable
  contacts: ContactTable
  workspaceVariables: WorkspaceVariableTable
  /** The connection of a workspace in memory, which no other can open; null of a file. */
  onlyConnection: DatabaseSync | null
  audit: AuditTrail
  /** Runs synchronous work on everything but exchanges and runs in one transaction: all of it, or, when it throws, nothing. */
  transaction: <Result>(work: () => Result) => Result
  /** Has something done before it is closed; gives what calls that off. */
  beforeClose: (work: () => void) => () => void
  close: () => void
}

/** @throws WorkspaceFault; the file is then as it was */
export function openWorkspace(path: string, now: number = Date.now()): Workspace {
  const { database: typed, isMigrated, lostLog } = openDatabase(path, now)
  const databases = new Set<{ close: () => void }>([typed])
  const close = (): void => {
    for (const database of databases) database.close()
  }
  try {
    // What a person typed must survive a power cut; the record of a request is not worth a disk flush while it is waited for.
    const recorded = path === ':memory:' ? typed : connect(path, 'NORMAL')
    databases.add(recorded)
    const { noticed, listen } = damageNotices(typed, path)
    const environments = environmentTable(typed, noticed)
    environments.purgeDeleted()
    const changes = historyChanges()
    const lastWork = new Set<() => void>()
    const unrecorded = unrecordedTable(typed, noticed)
    const inMemory = sessionTables()
    databases.add(inMemory)
    const places = { kept: recordTables(recorded, noticed), inMemory, isUnrecorded: unrecorded.has }
    const audit = auditTrail(auditTable(typed, noticed), sealedTable(typed, noticed), atomicOf(typed))
    return {
      path,
      repair: isMigrated ? repairUnreadable(typed, path, now) : null,
      lostLog,
      onDamage: listen,
      onHistoryChange: changes.listen,
      environments: guard(environments, path),
      apiCalls: guard(apiCallTable(typed, noticed), path),
      exchanges: guard(recordedExchanges(places, changes), path),
      exchangeMarks: guard(exchangeMarkTable(typed, noticed, changes), path),
      flowRuns: guard(recordedRuns(places), path),
      unrecorded: guard(unrecorded, path),
      historyLimits: guard(historyLimitsTable(typed, noticed), path),
      drift: guard(driftTable(recorded, noticed), path),
      watches: guard(watchTable(typed, noticed), path),
      probeResults: guard(probeResultTable(typed, noticed), path),
      dataKey: guard(dataKeyTable(typed, noticed), path),
      secrets: guard(secretTable(typed, noticed), path),
      secretBindings: guard(originTable(typed, noticed), path),
      fromFiles: guard(fromFileTable(typed, noticed), path),
      sealed: guard(sealedTable(typed, noticed), path),
      contacts: guard(contactTable(typed, noticed), path),
      workspaceVariables: guard(workspaceVariableTable(typed, noticed), path),
      onlyConnection: path === ':memory:' ? typed : null,
      audit: guard(audit, path),
      ...guard({ transaction: transactionOf(typed) }, path),
      beforeClose: (work) => {
        lastWork.add(work)
        return () => lastWork.delete(work)
      },
      close: () => {
        try {
          for (const work of lastWork) work()
          audit.flush()
        } finally {
          close()
        }
      },
    }
  } catch (error) {
    close()
    throw toWorkspaceFault(damageBehind(error, path), path)
  }
}

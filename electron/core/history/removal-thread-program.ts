import { parentPort, workerData } from 'node:worker_threads'
import { connect } from '../workspace/connect.ts'
import { exchangeDeletion, type Keeps } from '../workspace/tables/exchange-deletion.ts'
import { transactionOf } from '../workspace/tables/transaction.ts'

/** What the thread hears: what to delete in one step. */
export interface ToRemove {
  ids: readonly string[]
  keeps: Keeps
}

/** What it says: what is gone; or why nothing is. */
export type Removed = { kind: 'gone'; ids: string[] } | { kind: 'failed'; message: string }

const database = connect(String(workerData), 'NORMAL')
const deleted = exchangeDeletion(database)
const transaction = transactionOf(database)

function remove({ ids, keeps }: ToRemove): Removed {
  try {
    return { kind: 'gone', ids: transaction(() => ids.filter((id) => deleted(id, keeps))) }
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}

/**
 * Empties the log, which has what was deleted until it is written over. First as far as nobody is held up, so that little is left
 * for when others must wait; somebody who reads just now keeps it.
 */
function end(): void {
  try {
    database.exec('PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(PASSIVE); PRAGMA wal_checkpoint(TRUNCATE)')
  } catch {
    // It is written over later.
  }
  database.close()
  parentPort?.close()
}

parentPort?.on('message', (asked: ToRemove | 'end') => {
  if (asked === 'end') end()
  else parentPort?.postMessage(remove(asked))
})

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

parentPort?.on('message', (asked: ToRemove) => parentPort?.postMessage(remove(asked)))

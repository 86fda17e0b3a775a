import type { DatabaseSync } from 'node:sqlite'

/** Work within a transaction of its connection joins it. */
export function transactionOf(database: DatabaseSync) {
  return <Result>(work: () => Result): Result => {
    if (database.isTransaction) return work()
    database.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      database.exec('COMMIT')
      return result
    } catch (error) {
      // A full disk may have rolled back already.
      if (database.isTransaction) database.exec('ROLLBACK')
      throw error
    }
  }
}

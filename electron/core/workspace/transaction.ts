import type { DatabaseSync } from 'node:sqlite'

/** Work within work joins the transaction that is under way. */
export function transactionOf(database: DatabaseSync) {
  let depth = 0
  return <Result>(work: () => Result): Result => {
    if (depth > 0) return work()
    database.exec('BEGIN IMMEDIATE')
    depth += 1
    try {
      const result = work()
      database.exec('COMMIT')
      return result
    } catch (error) {
      // A full disk may have rolled back already.
      if (database.isTransaction) database.exec('ROLLBACK')
      throw error
    } finally {
      depth -= 1
    }
  }
}

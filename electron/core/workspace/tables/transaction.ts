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

/** The same, except that work that throws within a transaction leaves nothing in it: whoever began it may go on. */
export function atomicOf(database: DatabaseSync) {
  const transaction = transactionOf(database)
  const atomic = <Result>(work: () => Result): Result => {
    if (!database.isTransaction) return transaction(work)
    database.exec('SAVEPOINT part')
    try {
      const result = work()
      database.exec('RELEASE part')
      return result
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK TO part; RELEASE part')
      throw error
    }
  }
  return Object.assign(atomic, { isWithin: () => database.isTransaction })
}

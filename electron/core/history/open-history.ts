import { DatabaseSync } from 'node:sqlite'
import { sqlite, sqliteCodeOf } from '../workspace/sqlite-error.ts'
import { History } from './history.ts'
import { indexFileOf, openIndex } from './index-file.ts'

/** What an index that was damaged, removed or overwritten while it is open answers; and a disk that takes no more. */
const lost: ReadonlySet<number | null> = new Set([
  sqlite.error,
  sqlite.corrupt,
  sqlite.noDatabase,
  sqlite.cannotOpen,
  sqlite.full,
  sqlite.inputOutput,
  sqlite.readOnly,
])

/**
 * The history of a workspace file, opened read-only, with its index beside it. Where the index fails it is made again, and
 * what was asked is done once more.
 */
export class OpenHistory {
  readonly #workspace: DatabaseSync
  readonly #file: string
  #history: History

  /** @throws where the workspace cannot be opened */
  constructor(workspace: string) {
    this.#workspace = new DatabaseSync(workspace, { readOnly: true })
    this.#workspace.exec('PRAGMA busy_timeout = 2000')
    this.#file = indexFileOf(workspace)
    this.#history = this.#open(false)
  }

  do<Result>(work: (history: History) => Result): Result {
    try {
      return work(this.#history)
    } catch (error) {
      if (!lost.has(sqliteCodeOf(error))) throw error
      this.#history.close()
      this.#history = this.#open(true)
      return work(this.#history)
    }
  }

  /** Makes the index equal to the workspace, for some milliseconds at most; true when it is. Where another program writes it, later. */
  catchUp(ms: number): boolean {
    try {
      return this.do((history) => history.catchUp(ms))
    } catch (error) {
      if (sqliteCodeOf(error) === sqlite.busy) return false
      throw error
    }
  }

  close(): void {
    this.#history.close()
    this.#workspace.close()
  }

  #open(isDamaged: boolean): History {
    try {
      return new History(this.#workspace, openIndex(this.#file, isDamaged))
    } catch (error) {
      if (isDamaged) throw error
      return new History(this.#workspace, openIndex(this.#file, true))
    }
  }
}

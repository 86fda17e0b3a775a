import { DatabaseSync } from 'node:sqlite'
import { ZodError } from 'zod'
import { sqlite, sqliteCodeOf } from '../workspace/sqlite-error.ts'
import { History } from './history.ts'
import { indexFileOf, indexInMemory, openIndex } from './index-file.ts'

/** What a disk says that takes no more. */
const unwritable: ReadonlySet<number | null> = new Set([sqlite.full, sqlite.inputOutput, sqlite.readOnly])
/** What an index says that was damaged, removed or overwritten while it is open. */
const damaged: ReadonlySet<number | null> = new Set([
  sqlite.error,
  sqlite.corrupt,
  sqlite.noDatabase,
  sqlite.cannotOpen,
])

/**
 * The history of a workspace file, opened read-only, with its index beside it. Where the index fails it is made again, in
 * memory where the disk takes no more, and what was asked is done once more.
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
    this.#history = this.#open()
  }

  do<Result>(work: (history: History) => Result): Result {
    try {
      return work(this.#history)
    } catch (error) {
      const code = sqliteCodeOf(error)
      if (!unwritable.has(code) && !isDamage(error)) throw error
      this.#history.close()
      this.#history = unwritable.has(code)
        ? new History(this.#workspace, indexInMemory())
        : new History(this.#workspace, openIndex(this.#file, true))
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

  #open(): History {
    try {
      return new History(this.#workspace, openIndex(this.#file, false))
    } catch {
      return new History(this.#workspace, openIndex(this.#file, true))
    }
  }
}

/** An index of which SQLite noticed nothing may still hold what was never written to it. */
const isDamage = (error: unknown): boolean =>
  error instanceof SyntaxError || error instanceof ZodError || damaged.has(sqliteCodeOf(error))

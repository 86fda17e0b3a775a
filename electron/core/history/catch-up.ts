import type { DatabaseSync } from 'node:sqlite'
import { CatchUpSteps } from './catch-up-steps.ts'
import type { IndexWriter } from './index-writer.ts'
import { textsOf } from './texts-of.ts'
import { type TogetherWriter, writeTogether } from './write-together.ts'

/**
 * Brings the index up to the workspace in small steps: at first all of it is compared, then only what was added since, unless
 * something was removed. Nothing needs to be said to it: the workspace is looked at.
 */
export class CatchUp {
  readonly #workspace: DatabaseSync
  readonly #index: DatabaseSync
  readonly #writer: IndexWriter
  readonly #together: TogetherWriter
  readonly #steps: CatchUpSteps
  #underWay: Generator<void, void> | null = null
  #seen = ''
  #isCompared = false
  #owesCount = false
  #countAt = 0
  #last = { exchange: 0, id: '', conclusion: 0 }

  constructor(workspace: DatabaseSync, index: DatabaseSync, writer: IndexWriter) {
    this.#workspace = workspace
    this.#index = index
    this.#writer = writer
    this.#together = writeTogether(index, writer)
    this.#steps = new CatchUpSteps(workspace, index, this.#together)
  }

  /** Goes on for some milliseconds at most; true when the index is up to date. */
  go(ms: number): boolean {
    try {
      const isUpToDate = this.#goOn(performance.now() + ms)
      this.#together.commit()
      return isUpToDate
    } catch (error) {
      this.#together.rollBack()
      this.#underWay = null
      this.#seen = ''
      this.#isCompared = false
      throw error
    }
  }

  #goOn(end: number): boolean {
    do {
      const version = this.#version()
      if (this.#underWay === null) {
        if (version !== this.#seen) this.#underWay = this.#isCompared ? this.#added() : this.#all()
        else if (this.#isCountDue()) this.#underWay = this.#counted()
        else return true
        this.#seen = version
      }
      if (this.#underWay.next().done === true) this.#underWay = null
    } while (performance.now() < end)
    return this.#underWay === null && this.#version() === this.#seen && !this.#isCountDue()
  }

  /** How many exchanges are not in the index, or are there and gone. */
  get missing(): number {
    return this.#underWay === null ? 0 : Math.abs(count(this.#workspace, 'exchanges') - count(this.#index, 'facts'))
  }

  /** These were removed from the workspace. */
  gone(ids: readonly string[]): void {
    this.#writer.remove(ids)
    if (this.#isCompared && ids.includes(this.#last.id))
      this.#last = { ...this.#last, ...this.#lastRow(this.#last.exchange) }
  }

  /** Changes with each change of the workspace, by this connection or another. */
  #version(): string {
    const { data_version: others } = this.#workspace.prepare('PRAGMA data_version').get() ?? {}
    const { own } = this.#workspace.prepare('SELECT total_changes() AS own').get() ?? {}
    return `${String(others)} ${String(own)}`
  }

  *#all(): Generator<void, void> {
    const last = this.#lastRows()
    if (count(this.#index, 'facts') === 0) yield* this.#steps.newestFirst()
    else yield* this.#steps.compared()
    yield* this.#steps.marked()
    this.#last = last
    this.#isCompared = true
  }

  /** What was added since; all, where something was removed. */
  *#added(): Generator<void, void> {
    const { exchange, id, conclusion } = this.#last
    const [still] = textsOf(this.#workspace, 'SELECT id AS text FROM exchanges WHERE rowid = ?', exchange)
    if ((still ?? '') !== id) {
      yield* this.#all()
      return
    }
    const last = this.#lastRows()
    const added = textsOf(this.#workspace, 'SELECT id AS text FROM exchanges WHERE rowid > ? ORDER BY rowid', exchange)
    const concluded = textsOf(
      this.#workspace,
      'SELECT exchange_id AS text FROM conclusions WHERE rowid > ? ORDER BY rowid',
      conclusion,
    )
    yield* this.#steps.put([...new Set([...added, ...concluded])])
    yield* this.#steps.marked()
    this.#last = last
    this.#owesCount = true
  }

  get owesCount(): boolean {
    return this.#owesCount
  }

  #isCountDue(): boolean {
    return this.#owesCount && performance.now() >= this.#countAt
  }

  /** What was removed without a word of it shows in the counts. To count a million takes a while: it is done for a hundredth of the time. */
  *#counted(): Generator<void, void> {
    const begun = performance.now()
    const isEqual = count(this.#workspace, 'exchanges') === count(this.#index, 'facts')
    this.#countAt = performance.now() + (performance.now() - begun) * 100
    this.#owesCount = false
    if (!isEqual) yield* this.#steps.compared()
  }

  #lastRows() {
    const judged = this.#workspace.prepare('SELECT max(rowid) AS last FROM conclusions').get()
    return { ...this.#lastRow(Number.MAX_SAFE_INTEGER), conclusion: Number(judged?.['last'] ?? 0) }
  }

  #lastRow(upTo: number) {
    const row = this.#workspace
      .prepare('SELECT rowid, id FROM exchanges WHERE rowid <= ? ORDER BY rowid DESC LIMIT 1')
      .get(upTo)
    return { exchange: Number(row?.['rowid'] ?? 0), id: String(row?.['id'] ?? '') }
  }
}

const count = (database: DatabaseSync, table: 'exchanges' | 'facts'): number =>
  Number(database.prepare(`SELECT count(*) AS count FROM ${table}`).get()?.['count'])

import type { DatabaseSync } from 'node:sqlite'
import { indexable } from './indexable.ts'
import type { IndexWriter } from './index-writer.ts'
import { textsOf } from './texts-of.ts'

/** Exchanges that are written at once; ids that are compared at once. */
const portion = { written: 50, compared: 5000 }

/**
 * Brings the index up to the workspace in small steps: at first all of it is compared, then only what was added since, unless
 * something was removed. Nothing needs to be said to it: the workspace is looked at.
 */
export class CatchUp {
  readonly #workspace: DatabaseSync
  readonly #index: DatabaseSync
  readonly #writer: IndexWriter
  readonly #read
  #steps: Generator<void, void> | null = null
  #seen = ''
  #isCompared = false
  #owesCount = false
  #countAt = 0
  #last = { exchange: 0, id: '', conclusion: 0 }

  constructor(workspace: DatabaseSync, index: DatabaseSync, writer: IndexWriter) {
    this.#workspace = workspace
    this.#index = index
    this.#writer = writer
    this.#read = indexable(workspace)
  }

  /** Goes on for some milliseconds at most; true when the index is up to date. */
  go(ms: number): boolean {
    const end = performance.now() + ms
    do {
      const version = this.#version()
      if (this.#steps === null) {
        if (version !== this.#seen) this.#steps = this.#isCompared ? this.#added() : this.#all()
        else if (this.#isCountDue()) this.#steps = this.#counted()
        else return true
        this.#seen = version
      }
      this.#step(this.#steps)
    } while (performance.now() < end)
    return this.#steps === null && this.#version() === this.#seen && !this.#isCountDue()
  }

  #step(steps: Generator<void, void>): void {
    try {
      if (steps.next().done === true) this.#steps = null
    } catch (error) {
      this.#steps = null
      this.#seen = ''
      this.#isCompared = false
      throw error
    }
  }

  /** How many exchanges are not in the index, or are there and gone. */
  get missing(): number {
    return this.#steps === null ? 0 : Math.abs(count(this.#workspace, 'exchanges') - count(this.#index, 'facts'))
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
    if (count(this.#index, 'facts') === 0) yield* this.#newestFirst()
    else yield* this.#compared()
    yield* this.#marked()
    this.#last = last
    this.#isCompared = true
  }

  /** What was added since; all, where something was removed. */
  *#added(): Generator<void, void> {
    const { exchange, id, conclusion } = this.#last
    const [still] = this.#ids('SELECT id AS text FROM exchanges WHERE rowid = ?', exchange)
    if ((still ?? '') !== id) {
      yield* this.#all()
      return
    }
    const last = this.#lastRows()
    const added = this.#ids('SELECT id AS text FROM exchanges WHERE rowid > ? ORDER BY rowid', exchange)
    const concluded = this.#ids(
      'SELECT exchange_id AS text FROM conclusions WHERE rowid > ? ORDER BY rowid',
      conclusion,
    )
    yield* this.#put([...new Set([...added, ...concluded])])
    yield* this.#marked()
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
    if (!isEqual) yield* this.#compared()
  }

  /** Of an empty index: the newest can be found first. */
  *#newestFirst(): Generator<void, void> {
    const page = this.#workspace.prepare(
      `SELECT rowid, id, started_at FROM exchanges
       WHERE (started_at, rowid) < (?, ?) ORDER BY started_at DESC, rowid DESC LIMIT ${portion.written}`,
    )
    let [started, rowid] = [Number.MAX_VALUE, Number.MAX_SAFE_INTEGER]
    for (;;) {
      const rows = page.all(started, rowid)
      this.#again(rows.map((row) => String(row['id'])))
      yield
      const last = rows.at(-1)
      if (last === undefined) return
      started = Number(last['started_at'])
      rowid = Number(last['rowid'])
    }
  }

  /** Goes through the ids of both, in order, and mends what differs. */
  *#compared(): Generator<void, void> {
    const window = `SELECT id AS text FROM exchanges WHERE id > ? ORDER BY id LIMIT ${portion.compared}`
    let after = ''
    for (;;) {
      const there = this.#ids(window, after)
      const upTo = there.length < portion.compared ? null : (there.at(-1) ?? null)
      const idsIn = (database: DatabaseSync, select: string, name: string) =>
        upTo === null
          ? textsOf(database, `${select} ${name} > ?`, after)
          : textsOf(database, `${select} ${name} > ? AND ${name} <= ?`, after, upTo)
      const known = new Set(idsIn(this.#index, 'SELECT id AS text FROM facts WHERE', 'id'))
      const unjudged = new Set(idsIn(this.#index, 'SELECT id AS text FROM facts WHERE is_concluded = 0 AND', 'id'))
      const judged = idsIn(this.#workspace, 'SELECT exchange_id AS text FROM conclusions WHERE', 'exchange_id')
      const present = new Set(there)
      const gone = [...known].filter((id) => !present.has(id))
      for (const ids of portions(gone)) {
        this.#writer.remove(ids)
        yield
      }
      yield* this.#put([
        ...there.filter((id) => !known.has(id)),
        ...judged.filter((id) => unjudged.has(id) && present.has(id)),
      ])
      yield
      if (upTo === null) return
      after = upTo
    }
  }

  /** What a person keeps with exchanges is little: all of it is compared. */
  *#marked(): Generator<void, void> {
    const kept = textsOf(
      this.#workspace,
      `SELECT exchange_id || ' ' || coalesce(hex(checksum), '') AS text FROM exchange_marks
       WHERE exchange_id IN (SELECT id FROM exchanges)`,
    )
    const known = textsOf(this.#index, `SELECT id || ' ' || hex(mark) AS text FROM facts WHERE mark IS NOT NULL`)
    const [keptSet, knownSet] = [new Set(kept), new Set(known)]
    const differ = [...kept.filter((mark) => !knownSet.has(mark)), ...known.filter((mark) => !keptSet.has(mark))]
    yield* this.#put([...new Set(differ.map((mark) => mark.slice(0, mark.lastIndexOf(' '))))])
  }

  *#put(ids: readonly string[]): Generator<void, void> {
    for (const some of portions(ids)) {
      this.#again(some)
      yield
    }
  }

  #again(ids: readonly string[]): void {
    this.#writer.put(ids.flatMap((id) => this.#read(id) ?? []))
  }

  #ids(sql: string, after: string | number): string[] {
    return textsOf(this.#workspace, sql, after)
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

function* portions(ids: readonly string[]): Generator<readonly string[], void> {
  for (let from = 0; from < ids.length; from += portion.written) yield ids.slice(from, from + portion.written)
}

const count = (database: DatabaseSync, table: 'exchanges' | 'facts'): number =>
  Number(database.prepare(`SELECT count(*) AS count FROM ${table}`).get()?.['count'])

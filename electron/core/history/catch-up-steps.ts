import type { DatabaseSync } from 'node:sqlite'
import { indexable } from './indexable.ts'
import type { IndexWriter } from './index-writer.ts'
import { textsOf } from './texts-of.ts'

/** Exchanges that are written at once; ids that are compared at once. */
const portion = { written: 50, compared: 5000 }

/** What makes an index the same as its workspace, each in small steps. */
export class CatchUpSteps {
  readonly #workspace: DatabaseSync
  readonly #index: DatabaseSync
  readonly #writer: IndexWriter
  readonly #read

  constructor(workspace: DatabaseSync, index: DatabaseSync, writer: IndexWriter) {
    this.#workspace = workspace
    this.#index = index
    this.#writer = writer
    this.#read = indexable(workspace)
  }

  /** Of an empty index: the newest can be found first. */
  *newestFirst(): Generator<void, void> {
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
  *compared(): Generator<void, void> {
    const window = `SELECT id AS text FROM exchanges WHERE id > ? ORDER BY id LIMIT ${portion.compared}`
    let after = ''
    for (;;) {
      const there = textsOf(this.#workspace, window, after)
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
      yield* this.put([
        ...there.filter((id) => !known.has(id)),
        ...judged.filter((id) => unjudged.has(id) && present.has(id)),
      ])
      yield
      if (upTo === null) return
      after = upTo
    }
  }

  /** What a person keeps with exchanges is little: all of it is compared. */
  *marked(): Generator<void, void> {
    const kept = textsOf(
      this.#workspace,
      `SELECT exchange_id || ' ' || coalesce(hex(checksum), '') AS text FROM exchange_marks
       WHERE exchange_id IN (SELECT id FROM exchanges)`,
    )
    const known = textsOf(this.#index, `SELECT id || ' ' || hex(mark) AS text FROM facts WHERE mark IS NOT NULL`)
    const [keptSet, knownSet] = [new Set(kept), new Set(known)]
    const differ = [...kept.filter((mark) => !knownSet.has(mark)), ...known.filter((mark) => !keptSet.has(mark))]
    yield* this.put([...new Set(differ.map((mark) => mark.slice(0, mark.lastIndexOf(' '))))])
  }

  *put(ids: readonly string[]): Generator<void, void> {
    for (const some of portions(ids)) {
      this.#again(some)
      yield
    }
  }

  #again(ids: readonly string[]): void {
    this.#writer.put(ids.flatMap((id) => this.#read(id) ?? []))
  }
}

function* portions(ids: readonly string[]): Generator<readonly string[], void> {
  for (let from = 0; from < ids.length; from += portion.written) yield ids.slice(from, from + portion.written)
}

import { randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { ChosenExchanges, HistoryFacts, HistoryFilter, HistoryRow, HistorySearch } from '../../contract/history.ts'
import type { ActivityRange } from '../../vocabulary/activity.ts'
import type { Figures } from '../activity/figures.ts'
import { type ActivityReader, activityReader } from '../activity/read-facts.ts'
import { type FiguresReader, figuresReader, type RecordedFigures } from '../review-facts/figures-reader.ts'
import { CatchUp } from './catch-up.ts'
import { FactColumns } from './fact-columns.ts'
import { exportParts, type ExportPart, type HistoryExportOptions } from './export-parts.ts'
import { find } from './find.ts'
import { historyFacts } from './history-facts.ts'
import { historyRows } from './history-rows.ts'
import { indexWriter } from './index-writer.ts'
import { loadColumns } from './load-columns.ts'
import { recordedReader } from './recorded.ts'
import { textHits } from './text-hits.ts'
import { textsOf } from './texts-of.ts'
import { tidier } from './tidy.ts'

/** Searches whose rows can be read still. */
const searchesKept = 4
/** Rows that come with a search. */
const rowsAtFirst = 50

/** What `historySearchCalls` ask, of one open workspace and its index. */
export class History {
  readonly #index: DatabaseSync
  readonly #columns = new FactColumns()
  readonly #catchUp: CatchUp
  readonly #rows: (ids: readonly string[]) => HistoryRow[]
  readonly #facts: () => HistoryFacts
  readonly #activity: ActivityReader
  readonly #review: FiguresReader
  readonly #hitsOf
  readonly #idOf
  readonly #numberOf
  readonly #recorded
  readonly #tidy: () => boolean
  readonly #exports = new Map<string, Generator<ExportPart, void>>()
  #loaded = ''
  readonly #searches = new Map<string, Int32Array>()

  /** `index` is closed with it; the workspace is not. */
  constructor(workspace: DatabaseSync, index: DatabaseSync) {
    this.#index = index
    this.#catchUp = new CatchUp(workspace, index, indexWriter(index, this.#columns))
    this.#rows = historyRows(workspace)
    this.#recorded = recordedReader(workspace).get
    this.#facts = historyFacts(workspace, index, this.#columns)
    this.#activity = activityReader(index)
    this.#review = figuresReader(index, this.#activity)
    this.#hitsOf = textHits(workspace, index, this.#columns)
    this.#tidy = tidier(index)
    this.#idOf = index.prepare('SELECT id FROM facts WHERE number = ?')
    this.#numberOf = index.prepare('SELECT number FROM facts WHERE id = ?')
  }

  /** @see CatchUp.go */
  catchUp(ms: number): boolean {
    const version = String(this.#index.prepare('PRAGMA data_version').get()?.['data_version'])
    // Another program wrote it, or it was just opened.
    if (version !== this.#loaded) loadColumns(this.#index, this.#columns)
    this.#loaded = version
    try {
      return this.#catchUp.go(ms)
    } catch (error) {
      // The columns may have what was not written.
      this.#loaded = ''
      throw error
    }
  }

  /** Takes words of what is gone out of the index, a little; false when there are none. */
  tidy(): boolean {
    return this.#tidy()
  }

  /** Whether something may be gone that is found still: to catch up later finds that out. */
  get owesCount(): boolean {
    return this.#catchUp.owesCount
  }

  /** Forgets exchanges that are gone; a later comparison would find that out, and take longer. */
  gone(ids: readonly string[]): void {
    this.#catchUp.gone(ids)
  }

  search({ text, ...filter }: HistoryFilter): HistorySearch {
    const begun = performance.now()
    const { numbers, days } = find(this.#columns, filter, this.#hitsOf(text))
    const searchId = randomUUID()
    this.#searches.set(searchId, numbers)
    const [oldest] = this.#searches.keys()
    if (this.#searches.size > searchesKept && oldest !== undefined) this.#searches.delete(oldest)
    const rows = this.#rowsOf(numbers.subarray(0, rowsAtFirst))
    const ms = performance.now() - begun
    return { searchId, found: numbers.length, ms, days, rows, notIndexed: this.#catchUp.missing }
  }

  /** Null when the search is no longer kept. */
  read(searchId: string, from: number, count: number): HistoryRow[] | null {
    const numbers = this.#searches.get(searchId)
    return numbers === undefined ? null : this.#rowsOf(numbers.subarray(from, from + count))
  }

  /** Of an exchange among what a search found, from the newest, which is 0. Null where it is not there, or the search is no longer kept. */
  place(searchId: string, id: string): number | null {
    const number = this.#numberOf.get(id)?.['number']
    const place = typeof number === 'number' ? this.#searches.get(searchId)?.indexOf(number) : undefined
    return place === undefined || place < 0 ? null : place
  }

  /** @see HistoryReading.ids */
  ids(searchId: string, from: number, count: number): string[] | null {
    const numbers = this.#searches.get(searchId)
    if (numbers === undefined) return null
    return Array.from(numbers.subarray(from, from + count), (number) => String(this.#idOf.get(number)?.['id'] ?? ''))
  }

  facts(): HistoryFacts {
    return this.#facts()
  }

  /** What an environment did, in figures. */
  activity(environmentId: string, range: ActivityRange, now: number): Figures {
    return { ...this.#activity(environmentId, range, now), notIndexed: this.#catchUp.missing }
  }

  /** What is recorded of an environment, for its review. */
  review(environmentId: string, now: number): RecordedFigures {
    return this.#review(environmentId, now)
  }

  /** @see HistoryReading.beginExport */
  beginExport(chosen: ChosenExchanges, options: HistoryExportOptions): { exportId: string; total: number } | null {
    const ids = this.#exported(chosen)
    if (ids === null) return null
    const exportId = randomUUID()
    this.#exports.set(exportId, exportParts(ids, this.#recorded, options))
    return { exportId, total: ids.length }
  }

  /** Null when there is no more. @throws where it was not begun, or ended */
  nextPart(exportId: string): ExportPart | null {
    const parts = this.#exports.get(exportId)
    if (parts === undefined) throw new Error('no_export')
    const next = parts.next()
    return next.done === true ? null : next.value
  }

  endExport(exportId: string): void {
    this.#exports.delete(exportId)
  }

  close(): void {
    this.#index.close()
  }

  /** Oldest first. */
  #exported(chosen: ChosenExchanges): string[] | null {
    if (chosen.kind === 'search') return this.ids(chosen.searchId, 0, Infinity)?.toReversed() ?? null
    return textsOf(
      this.#index,
      `SELECT id AS text FROM facts
       WHERE id IN (SELECT value FROM json_each(?)) AND is_readable = 1 ORDER BY started, number`,
      JSON.stringify(chosen.ids),
    )
  }

  #rowsOf(numbers: Int32Array): HistoryRow[] {
    return this.#rows(Array.from(numbers).flatMap((number) => this.#idsOf(number)))
  }

  #idsOf(number: number): string[] {
    const id = this.#idOf.get(number)?.['id']
    return typeof id === 'string' ? [id] : []
  }
}

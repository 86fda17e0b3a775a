import type { Worker } from 'node:worker_threads'
import { startThread } from '../start-thread.ts'
import type { ExportPart, HistoryExportOptions } from './export-parts.ts'
import type { ChosenExchanges, HistoryFacts, HistoryFilter, HistoryRow, HistorySearch } from '../../contract/history.ts'
import type { ActivityRange } from '../../vocabulary/activity.ts'
import type { Figures } from '../activity/figures.ts'
import type { RecordedFigures } from '../review-facts/figures-reader.ts'
import type { HistoryReading } from './history-reading.ts'
import type { Question } from './question.ts'
import type { ToThread, FromThread } from './thread-messages.ts'

interface Waiting {
  resolve: (value: never) => void
  reject: (error: Error) => void
}

/** What it reads is soon forgotten: with more room for it the thread is as fast, and 30 MB larger. */
const resourceLimits = { maxYoungGenerationSizeMb: 4 }

/** Milliseconds between two words that the workspace changed. */
const pause = 200

/** Asks the history of a workspace file in a thread, which is started with the first question and keeps the index from then on. */
export class HistoryThread implements HistoryReading {
  readonly #workspace: string
  readonly #onCaughtUp: () => void
  #worker: Promise<Worker> | null = null
  #timer: NodeJS.Timeout | null = null
  #gone: string[] = []
  #count = 0
  readonly #waiting = new Map<number, Waiting>()

  constructor(workspace: string, onCaughtUp: () => void) {
    this.#workspace = workspace
    this.#onCaughtUp = onCaughtUp
  }

  search(filter: HistoryFilter): Promise<HistorySearch> {
    return this.#ask({ name: 'search', given: [filter] })
  }

  read(searchId: string, from: number, count: number): Promise<HistoryRow[] | null> {
    return this.#ask({ name: 'read', given: [searchId, from, count] })
  }

  place(searchId: string, id: string): Promise<number | null> {
    return this.#ask({ name: 'place', given: [searchId, id] })
  }

  ids(searchId: string, from: number, count: number): Promise<string[] | null> {
    return this.#ask({ name: 'ids', given: [searchId, from, count] })
  }

  facts(): Promise<HistoryFacts> {
    return this.#ask({ name: 'facts', given: [] })
  }

  activity(environmentId: string, range: ActivityRange, now: number): Promise<Figures> {
    return this.#ask({ name: 'activity', given: [environmentId, range, now] })
  }

  review(environmentId: string, now: number): Promise<RecordedFigures> {
    return this.#ask({ name: 'review', given: [environmentId, now] })
  }

  beginExport(
    chosen: ChosenExchanges,
    options: HistoryExportOptions,
  ): Promise<{ exportId: string; total: number } | null> {
    return this.#ask({ name: 'beginExport', given: [chosen, options] })
  }

  nextPart(exportId: string): Promise<ExportPart | null> {
    return this.#ask({ name: 'nextPart', given: [exportId] })
  }

  endExport(exportId: string): Promise<void> {
    return this.#ask({ name: 'endExport', given: [exportId] })
  }

  changed(gone: readonly string[]): void {
    if (this.#worker === null) return
    for (const id of gone) this.#gone.push(id)
    if (this.#timer === null) this.#timer = setTimeout(() => this.#sayChanged(), pause).unref()
  }

  /** Ends the thread. What is asked afterwards starts another. */
  close(): void {
    void this.#worker?.then((worker) => worker.terminate()).catch(() => {})
  }

  #sayChanged(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    const gone = this.#gone.splice(0)
    void this.#worker
      ?.then((worker) => worker.postMessage({ kind: 'changed', gone } satisfies ToThread))
      .catch(() => {})
  }

  async #ask<Value>(question: Question): Promise<Value> {
    if (this.#timer !== null) this.#sayChanged()
    this.#worker ??= this.#start()
    const worker = await this.#worker
    const number = ++this.#count
    worker.ref()
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject })
      worker.postMessage({ kind: 'question', number, question } satisfies ToThread)
    })
  }

  async #start(): Promise<Worker> {
    try {
      const worker = await startThread(import.meta.url, 'history-thread', {
        workerData: this.#workspace,
        resourceLimits,
      })
      worker.unref()
      worker.on('message', (said: FromThread) => this.#take(worker, said))
      let isOver = false
      const end = (error: Error): void => {
        if (!isOver) this.#fail(error)
        isOver = true
      }
      worker.on('error', end)
      worker.on('exit', () => end(new Error('ended')))
      return worker
    } catch (error) {
      this.#worker = null
      throw error
    }
  }

  #take(worker: Worker, said: FromThread): void {
    if (said.kind === 'caught_up') {
      this.#onCaughtUp()
      return
    }
    const waiting = this.#waiting.get(said.number)
    this.#waiting.delete(said.number)
    if (this.#waiting.size === 0) worker.unref()
    if (said.kind === 'failed') waiting?.reject(new Error(said.message))
    else waiting?.resolve(said.value)
  }

  #fail(error: Error): void {
    this.#worker = null
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}

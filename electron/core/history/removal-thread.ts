import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'
import { startThread } from '../start-thread.ts'
import type { Removed, ToRemove } from './removal-thread-program.ts'

/**
 * Deletes exchanges of a workspace file in a thread: what is deleted is overwritten, and that reaches the disk while somebody
 * waits. It is asked for one step after the other, and ended with `close`.
 */
export class RemovalThread {
  readonly #file: string
  #worker: Promise<Worker> | null = null

  constructor(file: string) {
    this.#file = file
  }

  /** The ids of those that are gone now. @throws when none is */
  async remove(asked: ToRemove): Promise<readonly string[]> {
    this.#worker ??= startThread(import.meta.url, 'removal-thread', { workerData: this.#file })
    const worker = await this.#worker
    const answered = once(worker, 'message')
    worker.postMessage(asked)
    const [removed]: Removed[] = await answered
    if (removed?.kind === 'gone') return removed.ids
    throw new Error(removed?.message ?? 'ended')
  }

  /** The thread empties the log and ends. */
  async close(): Promise<void> {
    const worker = await this.#worker?.catch(() => null)
    this.#worker = null
    // One that failed has ended.
    if (!worker || worker.threadId === -1) return
    const ended = once(worker, 'exit')
    worker.postMessage('end')
    await ended
  }
}

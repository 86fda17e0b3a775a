import type { Worker } from 'node:worker_threads'
import { startThread } from '../start-thread.ts'
import type { AnswerComparison } from '../../contract/answer-comparison.ts'
import type { Body } from '../../contract/exchange.ts'
import type { bodyDifferences } from '../compare-answers/body-differences.ts'
import type { Head, KeptAnswers, LargeBody, Places, Slice } from './kept-answers.ts'

/** What the thread can be asked: a method of `KeptAnswers`, or what differs between two bodies. */
export type Question =
  | {
      [Name in keyof KeptAnswers]: { name: Name; given: Parameters<KeptAnswers[Name]> }
    }[keyof KeptAnswers]
  | { name: 'compare'; given: Parameters<typeof bodyDifferences> }

/** Characters of two bodies that are compared in a millisecond or two. */
const comparedAtOnce = 10_000

/** The seam: the value is what the method of the question gives, and only who asked knows which. */
export type Reply = { number: number } & ({ value: never } | { error: string })

/**
 * Decodes, masks, keeps, reads and searches large answers in a thread, so that nobody waits for it. The thread is started with the
 * first of them. Where it ends early, what it kept is gone.
 */
export class AnswerThread {
  #worker: Promise<Worker> | null = null
  #count = 0
  readonly #waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>()

  /** Takes the bytes over: they are empty here afterwards. @throws when the thread cannot be started, or ends */
  async keep(body: LargeBody): Promise<Head> {
    const bytes = isAlone(body.bytes) ? body.bytes : Uint8Array.from(body.bytes)
    const transfer = bytes.buffer instanceof ArrayBuffer ? [bytes.buffer] : []
    this.#worker ??= this.#start()
    return this.#ask(await this.#worker, { name: 'keep', given: [{ ...body, bytes }] }, transfer)
  }

  async read(id: string, from: number, length: number): Promise<Slice | null> {
    return this.#ofKept({ name: 'read', given: [id, from, length] })
  }

  async find(id: string, text: string, most: number): Promise<Places | null> {
    return this.#ofKept({ name: 'find', given: [id, text, most] })
  }

  async whole(id: string): Promise<Uint8Array | null> {
    return this.#ofKept({ name: 'whole', given: [id] })
  }

  /** What differs between two bodies. @throws as `keep` */
  async compare(left: Body, right: Body): Promise<AnswerComparison['body']> {
    if (left.text.length + right.text.length <= comparedAtOnce) {
      const { bodyDifferences } = await import('../compare-answers/body-differences.ts')
      return bodyDifferences(left, right)
    }
    this.#worker ??= this.#start()
    return this.#ask(await this.#worker, { name: 'compare', given: [left, right] })
  }

  /** Before the thread runs, nothing is kept. */
  async #ofKept<Value>(question: Question): Promise<Value | null> {
    return this.#worker === null ? null : this.#ask<Value | null>(await this.#worker, question)
  }

  #ask<Value>(worker: Worker, question: Question, transfer: ArrayBuffer[] = []): Promise<Value> {
    const number = ++this.#count
    worker.ref()
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject })
      worker.postMessage({ number, question }, transfer)
    })
  }

  async #start(): Promise<Worker> {
    try {
      const worker = await startThread(import.meta.url, 'answer-thread')
      worker.unref()
      worker.on('message', (reply: Reply) => this.#take(worker, reply))
      worker.on('error', (error) => this.#fail(error))
      worker.on('exit', () => this.#fail(new Error('ended')))
      return worker
    } catch (error) {
      this.#worker = null
      throw error
    }
  }

  #take(worker: Worker, reply: Reply): void {
    const waiting = this.#waiting.get(reply.number)
    this.#waiting.delete(reply.number)
    if (this.#waiting.size === 0) worker.unref()
    if ('error' in reply) waiting?.reject(new Error(reply.error))
    else waiting?.resolve(reply.value)
  }

  #fail(error: Error): void {
    this.#worker = null
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}

/** Bytes that share their memory with others cannot be handed over. */
const isAlone = ({ buffer, byteLength }: Uint8Array): boolean => buffer.byteLength === byteLength

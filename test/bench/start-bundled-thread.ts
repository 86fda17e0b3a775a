import { readFile } from 'node:fs/promises'
import { Worker, type WorkerOptions } from 'node:worker_threads'

/** Where the build writes. */
const dist = new URL('../../dist/', import.meta.url)

/** In the place of `core/start-thread.ts`: a thread from its bundle, as the app starts it. */
export async function startThread(_here: string, name: string, options: WorkerOptions = {}): Promise<Worker> {
  return new Worker(await readFile(new URL(`${name}.cjs`, dist), 'utf8'), { ...options, eval: true })
}

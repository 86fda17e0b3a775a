import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** What one guess costs: N, r and p of RFC 7914 §2. It takes 128 × cost × blockSize bytes of memory. */
export interface ScryptWork {
  cost: number
  blockSize: number
  parallelization: number
}

/**
 * The first 32 bytes of scrypt, worked out in its own thread. Node's own asynchronous call does not do: it checks its
 * arguments by a first call that OpenSSL answers at once, while BoringSSL, which Electron has, does all of the work in
 * it, on the main thread.
 *
 * @throws when there is not the memory for it
 */
export async function scryptInThread(passphrase: string, salt: Uint8Array, work: ScryptWork): Promise<Uint8Array> {
  const maxmem = 128 * work.blockSize * (work.cost + work.parallelization + 64)
  const workerData = { passphrase, salt, options: { ...work, maxmem } }
  const worker = new Worker(program, { eval: true, workerData })
  const [key]: unknown[] = await once(worker, 'message')
  if (!(key instanceof Uint8Array)) throw new TypeError('The thread did not answer with bytes.')
  return key
}

/** Text, because one bundle has no second file to start a thread with. */
const program = `
const { scryptSync } = require('node:crypto')
const { parentPort, workerData } = require('node:worker_threads')
const { passphrase, salt, options } = workerData
parentPort.postMessage(scryptSync(passphrase, salt, 32, options))
`

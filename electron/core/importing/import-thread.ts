import { setImmediate as pause } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import type { ImportProblem } from '../../contract/import-problem.ts'
import { startThread } from '../start-thread.ts'
import type { ForeignImport } from './drafts/foreign-import.ts'
import type { ImportFile } from './drafts/import-file.ts'
import { PiecesTaken } from './import-pieces.ts'
import type { Asked, Progress, Said } from './thread-messages.ts'

/** Seconds for all of it; MiB of memory. */
export const readingLimits = { seconds: 20, memory: 1024 }

/** What came of reading files of other tools; `unknown` where none of them is of a format that is read. */
export type ForeignReading =
  | { kind: 'read'; read: ForeignImport }
  | { kind: 'unknown' }
  | { kind: 'refused'; problem: ImportProblem }
  | { kind: 'cancelled' }

/** Reads files of other tools in a thread, which is ended when nobody waits for it, or when it takes too much time or memory. */
export async function readInThread(
  files: readonly ImportFile[],
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
  limits = readingLimits,
): Promise<ForeignReading> {
  if (signal.aborted) return { kind: 'cancelled' }
  const worker = await startThread(import.meta.url, 'import-thread', {
    resourceLimits: { maxOldGenerationSizeMb: limits.memory },
  })
  try {
    const reading = readingOf(worker, signal, onProgress, limits)
    await give(worker, files)
    return await reading
  } finally {
    await worker.terminate()
  }
}

/** Characters that are copied for the thread between two breaths. */
const atOnce = 4 << 20

async function give(worker: Worker, files: readonly ImportFile[]): Promise<void> {
  const say = (asked: Asked) => worker.postMessage(asked)
  let given = 0
  for (const { path, text } of files) {
    say({ kind: 'file', path })
    for (let from = 0; from < text.length; from += atOnce) {
      const part = text.slice(from, from + atOnce)
      say({ kind: 'part', text: part })
      given += part.length
      if (given < atOnce) continue
      given = 0
      await pause()
    }
  }
  say({ kind: 'read' })
}

function readingOf(
  worker: Worker,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
  { seconds }: typeof readingLimits,
): Promise<ForeignReading> {
  return new Promise((resolve) => {
    const taken = new PiecesTaken()
    const refuse = (problem: ImportProblem) => give({ kind: 'refused', problem })
    const onAbort = () => give({ kind: 'cancelled' })
    const timer = setTimeout(() => refuse({ code: 'took_too_long', evidence: { seconds } }), seconds * 1000)
    signal.addEventListener('abort', onAbort)
    if (signal.aborted) onAbort()
    worker.on('message', (said: Said) => {
      switch (said.kind) {
        case 'progress':
          onProgress(said.progress)
          return
        case 'piece':
          taken.take(said.piece)
          // Others have their turn before the next piece.
          setImmediate(() => worker.postMessage({ kind: 'next' } satisfies Asked))
          return
        case 'end':
          give(endOf(said, taken))
      }
    })
    worker.on('error', (error) => refuse(problemOf(error)))
    worker.on('exit', () => refuse({ code: 'reader_failed', evidence: {} }))

    function give(reading: ForeignReading): void {
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
      resolve(reading)
    }
  })
}

function endOf({ problem, isKnown }: Extract<Said, { kind: 'end' }>, taken: PiecesTaken): ForeignReading {
  if (problem !== null) return { kind: 'refused', problem }
  const read = taken.whole()
  if (read !== null) return { kind: 'read', read }
  return isKnown ? { kind: 'refused', problem: { code: 'reader_failed', evidence: {} } } : { kind: 'unknown' }
}

const problemOf = (error: Error): ImportProblem =>
  'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? { code: 'reader_ended', evidence: {} }
    : { code: 'reader_failed', evidence: {} }

import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { mostImported } from '../../vocabulary/import-formats.ts'
import type { ForeignImport } from './drafts/foreign-import.ts'
import { ImportRefused } from './drafts/import-refused.ts'
import { piecesOf } from './import-pieces.ts'
import { readForeign } from './read-foreign.ts'
import type { Asked, Progress, Said } from './thread-messages.ts'

const { files }: Asked = workerData
const say = (said: Said): void => parentPort?.postMessage(said)

/** Milliseconds between two words of how far it came. */
const progressEach = 100
let saidAt = 0

function report(progress: Progress): void {
  const now = performance.now()
  if (now - saidAt < progressEach) return
  saidAt = now
  say({ kind: 'progress', progress })
}

function read(): { read: ForeignImport | null; end: Extract<Said, { kind: 'end' }> } {
  try {
    const foreign = readForeign(files, randomUUID, report)
    return { read: foreign, end: { kind: 'end', problem: null, isKnown: foreign !== null } }
  } catch (error) {
    if (error instanceof ImportRefused)
      return { read: null, end: { kind: 'end', problem: error.problem, isKnown: true } }
    if (error instanceof RangeError) {
      const problem = { code: 'nested_too_deep', evidence: { most: mostImported.depth } } as const
      return { read: null, end: { kind: 'end', problem, isKnown: true } }
    }
    throw error
  }
}

async function answer(): Promise<void> {
  const { read: foreign, end } = read()
  if (foreign !== null && parentPort !== null)
    for (const piece of piecesOf(foreign)) {
      say({ kind: 'piece', piece })
      await once(parentPort, 'message')
    }
  say(end)
}

void answer()

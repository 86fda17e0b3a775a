import { randomUUID } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import { mostImported } from '../../vocabulary/import-formats.ts'
import type { ForeignImport } from './drafts/foreign-import.ts'
import { ImportRefused } from './drafts/import-refused.ts'
import { piecesOf } from './import-pieces.ts'
import { readForeign } from './read-foreign.ts'
import type { Asked, Progress, Said } from './thread-messages.ts'

const given: { path: string; parts: string[] }[] = []
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
    const files = given.map(({ path, parts }) => ({ path, text: parts.join('') }))
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

function* answer(): Generator<Said, void> {
  const { read: foreign, end } = read()
  if (foreign !== null) for (const piece of piecesOf(foreign)) yield { kind: 'piece', piece }
  yield end
}

let answering: Generator<Said, void> | null = null

parentPort?.on('message', (asked: Asked) => {
  switch (asked.kind) {
    case 'file':
      given.push({ path: asked.path, parts: [] })
      return
    case 'part':
      given.at(-1)?.parts.push(asked.text)
      return
    case 'read':
    case 'next': {
      answering ??= answer()
      const said = answering.next()
      if (said.done !== true) say(said.value)
    }
  }
})

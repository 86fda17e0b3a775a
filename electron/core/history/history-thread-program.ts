import { parentPort, workerData } from 'node:worker_threads'
import { OpenHistory } from './open-history.ts'
import { answerOf, type Question } from './question.ts'
import type { Asked, Said } from './thread-messages.ts'

/** Milliseconds that catching up may take before the first answer, before a later one, and between two. */
const patience = { first: 400, later: 20, between: 15 }

const history = new OpenHistory(String(workerData))
/** As `Said`, whose value only the other side knows the type of. */
type Answered = Exclude<Said, { kind: 'answer' }> | { kind: 'answer'; number: number; value: unknown }
const say = (said: Answered): void => parentPort?.postMessage(said)

let isFirst = true
/** Whether what was answered last lacked something. */
let isOwing = false
let timer: NodeJS.Timeout | null = null

function catchUp(): void {
  timer = null
  const isDone = history.catchUp(patience.between)
  if (!isDone) {
    goOn(0)
    return
  }
  if (isOwing) say({ kind: 'caught_up' })
  isOwing = false
}

function forget(gone: readonly string[]): void {
  try {
    if (gone.length > 0) history.do((opened) => opened.gone(gone))
  } catch {
    // Catching up compares then.
  }
}

function goOn(ms: number): void {
  timer ??= setTimeout(catchUp, ms)
}

function answer(number: number, question: Question): Answered {
  try {
    const isDone = history.catchUp(isFirst ? patience.first : patience.later)
    isFirst = false
    if (!isDone) {
      isOwing = true
      goOn(50)
    }
    return { kind: 'answer', number, value: history.do((opened) => answerOf(opened, question)) }
  } catch (error) {
    return { kind: 'failed', number, message: error instanceof Error ? error.message : String(error) }
  }
}

parentPort?.on('message', (asked: Asked) => {
  switch (asked.kind) {
    case 'question':
      say(answer(asked.number, asked.question))
      return
    case 'changed':
      forget(asked.gone)
      goOn(0)
  }
})

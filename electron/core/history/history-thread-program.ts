import { parentPort, workerData } from 'node:worker_threads'
import { OpenHistory } from './open-history.ts'
import { answerOf, type Question } from './question.ts'
import type { ToThread, FromThread } from './thread-messages.ts'

/** Milliseconds that catching up may take before the first answer, before a later one, and between two. */
const patience = { first: 400, later: 20, between: 30 }
/** Milliseconds until the next step; until words of what is gone are taken out; until it is looked whether something is gone; until it is tried again where that failed. */
const pause = { step: 1, tidy: 2000, count: 5000, failed: 1000 }
/** Questions about what the index has; the others are about what an earlier answer found. */
const fresh: ReadonlySet<Question['name']> = new Set(['search', 'facts', 'activity', 'review', 'beginExport'])

const history = new OpenHistory(String(workerData))
/** As `FromThread`, whose value only the other side knows the type of. */
type Answered = Exclude<FromThread, { kind: 'answer' }> | { kind: 'answer'; number: number; value: unknown }
const say = (said: Answered): void => parentPort?.postMessage(said)

let isFirst = true
/** Whether what was answered last lacked something. */
let isOwing = false
let next: { at: number; timer: NodeJS.Timeout } | null = null

function work(): void {
  next = null
  try {
    if (!history.catchUp(patience.between)) return goOn(pause.step)
    if (isOwing) say({ kind: 'caught_up' })
    isOwing = false
    if (history.do((opened) => opened.tidy())) goOn(pause.step)
    else if (history.do((opened) => opened.owesCount)) goOn(pause.count)
  } catch {
    // The next question says what is wrong.
    goOn(pause.failed)
  }
}

function goOn(ms: number): void {
  const at = performance.now() + ms
  if (next !== null && next.at <= at) return
  if (next !== null) clearTimeout(next.timer)
  next = { at, timer: setTimeout(work, ms) }
}

function forget(gone: readonly string[]): void {
  try {
    if (gone.length > 0) history.do((opened) => opened.gone(gone))
  } catch {
    // Catching up compares then.
  }
}

function answer(number: number, question: Question): Answered {
  try {
    if (fresh.has(question.name)) {
      const isDone = history.catchUp(isFirst ? patience.first : patience.later)
      isFirst = false
      isOwing ||= !isDone
      goOn(isDone ? pause.tidy : pause.step)
    }
    return { kind: 'answer', number, value: history.do((opened) => answerOf(opened, question)) }
  } catch (error) {
    return { kind: 'failed', number, message: error instanceof Error ? error.message : String(error) }
  }
}

parentPort?.on('message', (asked: ToThread) => {
  switch (asked.kind) {
    case 'question':
      say(answer(asked.number, asked.question))
      return
    case 'changed':
      forget(asked.gone)
      goOn(pause.step)
  }
})

import { parentPort } from 'node:worker_threads'
import { bodyDifferences } from '../compare-answers/body-differences.ts'
import type { Question } from './answer-thread.ts'
import { KeptAnswers } from './kept-answers.ts'

const kept = new KeptAnswers()

function answer(question: Question): unknown {
  switch (question.name) {
    case 'keep':
      return kept.keep(...question.given)
    case 'read':
      return kept.read(...question.given)
    case 'find':
      return kept.find(...question.given)
    case 'whole':
      return kept.whole(...question.given)
    case 'compare':
      return bodyDifferences(...question.given)
  }
}

function reply(number: number, question: Question): { number: number; value?: unknown; error?: string } {
  try {
    return { number, value: answer(question) }
  } catch (error) {
    return { number, error: error instanceof Error ? error.message : String(error) }
  }
}

parentPort?.on('message', ({ number, question }: { number: number; question: Question }) => {
  const made = reply(number, question)
  const bytes = made.value instanceof Uint8Array ? made.value.buffer : null
  parentPort?.postMessage(made, bytes instanceof ArrayBuffer ? [bytes] : [])
})

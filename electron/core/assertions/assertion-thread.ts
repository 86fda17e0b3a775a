import { startThread } from '../start-thread.ts'
import type { Assertion, AssertionResult } from '../../contract/assertion.ts'
import { type Answer, notChecked } from './evaluate.ts'

/** What the thread is given. */
export interface Asked {
  assertions: readonly Assertion[]
  answer: Answer
}

/** What it says: that the next assertion is begun, and what came of it. */
export type Said = { kind: 'begun' } | { kind: 'result'; result: AssertionResult }

/** Milliseconds: for the start and reading the body, for each assertion, and for all. Memory in MiB. */
export const threadLimits = { start: 15_000, each: 1000, all: 5000, memory: 512 }

const tooSlow = notChecked('too_slow')

/**
 * Checks assertions in a thread that is ended when one takes too long or too much memory; the others are checked by the next
 * thread, as long as there is time.
 */
export async function checkInThread(
  { assertions, answer }: Asked,
  signal: AbortSignal,
  limits = threadLimits,
): Promise<AssertionResult[]> {
  const results: AssertionResult[] = []
  const end = performance.now() + limits.start + limits.all
  while (results.length < assertions.length && performance.now() < end && !signal.aborted) {
    const given = await oneThread({ assertions: assertions.slice(results.length), answer }, signal, limits)
    results.push(...given.results)
    if (results.length < assertions.length) results.push(tooSlow)
    if (!given.isBegun) break
  }
  return [...results, ...Array.from({ length: assertions.length - results.length }, () => tooSlow)]
}

interface Given {
  results: AssertionResult[]
  isBegun: boolean
}

async function oneThread(asked: Asked, signal: AbortSignal, limits: typeof threadLimits): Promise<Given> {
  const worker = await startThread(import.meta.url, 'assertion-thread', {
    workerData: asked,
    resourceLimits: { maxOldGenerationSizeMb: limits.memory },
  })
  const results: AssertionResult[] = []
  let isBegun = false
  await new Promise<void>((resolve) => {
    const give = () => resolve()
    let timer = setTimeout(give, limits.start)
    const whole = () => setTimeout(give, limits.all)
    let all: ReturnType<typeof whole> | null = null
    worker.on('message', (said: Said) => {
      clearTimeout(timer)
      timer = setTimeout(give, limits.each)
      all ??= whole()
      isBegun = true
      if (said.kind === 'result' && results.push(said.result) === asked.assertions.length) resolve()
    })
    worker.on('error', give)
    worker.on('exit', give)
    signal.addEventListener('abort', give)
    worker.once('exit', () => {
      clearTimeout(timer)
      if (all !== null) clearTimeout(all)
      signal.removeEventListener('abort', give)
    })
  })
  await worker.terminate()
  return { results, isBegun }
}

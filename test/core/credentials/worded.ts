import type { Problem } from '../../../electron/contract/problem.ts'
import { problemSentence } from '../../../electron/wording/problems.ts'

type Reading<Value> = { ok: true; value: Value } | { ok: false; problem: Problem }

/** A reading with the sentence of its problem in place of the problem. */
export function worded<Value>(reading: Reading<Value>): { ok: true; value: Value } | { ok: false; message: string } {
  if (reading.ok) return reading
  const { problem, ...rest } = reading
  return { ...rest, message: problemSentence(problem) }
}

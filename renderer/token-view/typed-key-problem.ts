import { problemSentence } from '../../electron/wording/problems.ts'
import type { FieldProblem } from '../../electron/contract/problem.ts'

/** True for what is said of the key or secret that was typed. */
export function isOfTypedKey({ field }: FieldProblem): boolean {
  return field === 'keys.text' || field === 'key.text'
}

type Outcome = { kind: 'not_sent'; problems: readonly FieldProblem[] } | { kind: 'verified' | 'opened' | 'closed' }

/** What is wrong with the key or secret that was typed, or null. */
export function typedKeyProblem(outcome: Outcome | null): string | null {
  if (outcome?.kind !== 'not_sent') return null
  const problem = outcome.problems.find(isOfTypedKey)
  return problem === undefined ? null : problemSentence(problem)
}

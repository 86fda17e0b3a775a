import type { Assertion, AssertionResult } from '../../../../electron/contract/assertion.ts'
import type { Pointer } from '../../../../electron/contract/finding.ts'
import type { ApiCallOutcome } from '../../../../electron/contract/outcome.ts'

/** Whether an assertion failed on the answer. */
export const assertionsFailed = (outcome: ApiCallOutcome): boolean =>
  outcome.kind === 'answered' && outcome.assertions?.some(({ state }) => state === 'failed') === true

/** Whether a refusal is what the call should get: it asserts the status, and all that it asserts passed. */
export function isAsAsserted(
  assertions: readonly Assertion[],
  outcome: ApiCallOutcome,
): outcome is Extract<ApiCallOutcome, { kind: 'answered' }> {
  if (outcome.kind !== 'answered' || outcome.status < 400) return false
  const results = outcome.assertions ?? []
  return (
    results.length > 0 &&
    results.every(({ state }) => state === 'passed') &&
    assertions.some(({ kind }) => kind === 'status')
  )
}

/** The first that failed, else the first that was not checked, with its place in the list; null where all passed. */
export function firstUnmet(
  results: readonly AssertionResult[],
): { index: number; result: Exclude<AssertionResult, { state: 'passed' }> } | null {
  const failed = results.findIndex(({ state }) => state === 'failed')
  const index = failed === -1 ? results.findIndex(({ state }) => state === 'not_checked') : failed
  const result = results[index]
  return result === undefined || result.state === 'passed' ? null : { index, result }
}

const none: readonly Pointer[] = []
const marks = new WeakMap<readonly AssertionResult[], readonly Pointer[]>()

/** Where in the answer assertions failed; of the same results the same list. */
export function pointersOf(results: readonly AssertionResult[] | undefined): readonly Pointer[] {
  if (results === undefined) return none
  const known = marks.get(results)
  if (known !== undefined) return known
  const made = results.flatMap((result): Pointer[] =>
    result.state === 'failed' && result.pointer !== null && result.pointer !== ''
      ? [{ kind: 'response_member', name: result.pointer }]
      : [],
  )
  marks.set(results, made)
  return made
}

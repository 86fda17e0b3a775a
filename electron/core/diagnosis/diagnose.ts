import type { Checked } from '../../contract/diagnosis.ts'
import type { Finding } from '../../contract/finding.ts'
import type { Case } from './case.ts'
import type { Cause, Check, CheckResult } from './check.ts'
import { checkSteps } from './check-steps.ts'
import { checks } from './checks.ts'
import { rank } from './rank.ts'

export interface Diagnosis {
  /** Causes first, the likeliest first of all; then what a judge noticed beside them. */
  findings: readonly Finding[]
  checked: readonly Checked[]
}

/** Why a request failed, out of all that is known of it. `judged` is what the judge of its step noticed. Never throws. */
export function diagnose(kase: Case, judged: readonly Finding[]): Diagnosis {
  const atStep = checks.filter(({ name }) => checkSteps[name].includes(kase.step))
  const results = atStep.map(({ name, look }) => ({ name, found: lookSafely(look, kase) }))
  const causes = results.flatMap(({ found }): readonly Cause[] => found ?? [])
  return {
    findings: rank(causes, judged),
    checked: results.map(({ name, found }) => ({ check: name, result: resultOf(found) })),
  }
}

/** A check that throws is a mistake of ours, which costs only itself. */
function lookSafely(look: Check['look'], kase: Case): CheckResult {
  try {
    return look(kase)
  } catch {
    return null
  }
}

const resultOf = (found: CheckResult): Checked['result'] =>
  found === null ? 'not_known' : found.length === 0 ? 'ruled_out' : 'found'

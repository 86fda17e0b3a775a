import type { EvidenceArguments } from '../catalogue/evidence.ts'
import type { problems } from '../catalogue/problems.ts'
import type { FieldProblem, Problem, ProblemCode } from '../contract/problem.ts'

/** A problem with exactly the evidence that the catalogue names for its code. */
export function problem<Code extends ProblemCode>(
  code: Code,
  ...evidence: EvidenceArguments<(typeof problems)[Code]>
): Problem
export function problem(code: ProblemCode, evidence: Problem['evidence'] = {}): Problem {
  return { code, evidence }
}

/** A problem by itself, such as the cause of another. */
export const withoutField = ({ code, evidence, member, failure, cause }: FieldProblem): Problem => ({
  code,
  evidence,
  ...(member !== undefined && { member }),
  ...(failure !== undefined && { failure }),
  ...(cause !== undefined && { cause }),
})

/** A problem at the field that it is about. */
export const problemAt = (field: string, problem: Problem): FieldProblem => ({ field, ...problem })

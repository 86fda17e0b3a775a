import type { ProblemCode } from '../contract/problem.ts'
import type { EvidenceNames } from './evidence.ts'
import { requestProblems } from './problems/request.ts'

/** The evidence of every problem. */
export const problems = {
  ...requestProblems,
} as const satisfies Record<ProblemCode, EvidenceNames>

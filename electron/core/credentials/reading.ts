import type { EvidenceArguments } from '../../catalogue/evidence.ts'
import type { problems } from '../../catalogue/problems.ts'
import type { Problem, ProblemCode } from '../../contract/problem.ts'
import { problem } from '../problem.ts'

/** What was read, or what is wrong with it; never quotes the secret. */
export type Reading<Value> = { ok: true; value: Value } | Unreadable
export type Unreadable = { ok: false; problem: Problem }

export const unreadable = <Code extends ProblemCode>(
  code: Code,
  ...evidence: EvidenceArguments<(typeof problems)[Code]>
): Unreadable => ({ ok: false, problem: problem(code, ...evidence) })

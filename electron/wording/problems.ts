import { evidenceFor, type Writers } from '../catalogue/evidence.ts'
import { problems } from '../catalogue/problems.ts'
import type { FieldProblem, Problem, ProblemCode } from '../contract/problem.ts'
import { requestProblemWriters } from './problems/request.ts'

const writers: Writers<typeof problems, string> = {
  ...requestProblemWriters,
}

/** What a person reads of a problem. */
export function problemSentence(problem: Problem | FieldProblem): string {
  return 'message' in problem ? problem.message : write(problem.code, problems[problem.code], problem.evidence)
}

function write<Code extends ProblemCode>(
  code: Code,
  entry: (typeof problems)[Code],
  evidence: Problem['evidence'],
): string {
  return writers[code](evidenceFor(entry, evidence))
}

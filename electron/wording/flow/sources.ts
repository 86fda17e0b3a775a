import type { FieldProblem } from '../../contract/problem.ts'
import { problemSentence } from '../problems.ts'

/** What is known of a source that a secret is read from. */
export const sourceFacts = (problem: FieldProblem | null): string =>
  problem === null ? 'Read for the request, or kept from before' : problemSentence(problem.cause ?? problem)

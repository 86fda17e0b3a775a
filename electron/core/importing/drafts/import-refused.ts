import type { ImportProblem } from '../../../contract/import-problem.ts'

/** Thrown where nothing of what was given can be imported. */
export class ImportRefused extends Error {
  readonly problem: ImportProblem

  constructor(problem: ImportProblem) {
    super(problem.code)
    this.problem = problem
  }
}

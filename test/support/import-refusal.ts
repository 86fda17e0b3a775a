import { ImportRefused } from '../../electron/core/importing/drafts/import-refused.ts'

/** The code of the refusal that this ends with; undefined where it does not. Every other error is thrown on. */
export function refusalOf(run: () => unknown): string | undefined {
  try {
    run()
    return undefined
  } catch (error) {
    if (error instanceof ImportRefused) return error.problem.code
    throw error
  }
}

import type { Api } from '../../contract/calls.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { makeForOperator, makeReviewReport } from '../review-facts/make-report.ts'
import { systemFailureOf } from '../system-failure.ts'

/** A review for a colleague, as a file, and for whoever can change what it found, on the clipboard. */
export function reviewReportCalls(core: CoreContext): Pick<Api<CallContext>, 'saveReview' | 'copyReview'> {
  return {
    saveReview: async (input) => {
      const made = await makeReviewReport(core, input)
      if (made === null) return { kind: 'failed', reason: { code: 'environment_gone', evidence: {} } }
      try {
        const path = await core.saveFile(made.fileName, made.text)
        return path === null ? { kind: 'cancelled' } : { kind: 'saved', path }
      } catch (error) {
        return { kind: 'failed', reason: { code: 'file_not_written', evidence: { failure: systemFailureOf(error) } } }
      }
    },

    copyReview: async (input) => {
      const text = await makeForOperator(core, input)
      if (text !== null) core.copyText(text)
      return text !== null
    },
  }
}

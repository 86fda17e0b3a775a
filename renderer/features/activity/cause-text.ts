import { capital } from '../../../electron/common/capital.ts'
import type { FailureCause } from '../../../electron/contract/activity.ts'
import { failureTitle } from '../../../electron/wording/failures.ts'
import { findingText } from '../../../electron/wording/findings.ts'
import { phaseWords } from '../../../electron/wording/phase-words.ts'

/** What a failure was of, by its title. */
export function causeText(cause: FailureCause): string {
  switch (cause.kind) {
    case 'finding':
      // Some titles begin with what the evidence names.
      return capital(findingText({ code: cause.code, evidence: {} }).title.trim())
    case 'transport':
      return cause.phase === null ? failureTitle(cause.code) : `Timeout, ${phaseWords[cause.phase]}`
    case 'status':
      return cause.status === 0 ? 'No answer' : `Status ${cause.status}`
  }
}

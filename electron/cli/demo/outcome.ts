import { failureText } from '../../wording/failures.ts'
import { problemSentence } from '../../wording/problems.ts'
import { assertNever } from '../../common/assert-never.ts'
import type { ApiCallOutcome, IntrospectionOutcome, RevocationOutcome, TokenOutcome } from '../../contract/outcome.ts'
import type { Report } from './tour.ts'

type Outcome = TokenOutcome | IntrospectionOutcome | RevocationOutcome | ApiCallOutcome

/** The report of a step that came out another way than it should. */
export function notAsExpected(outcome: Outcome): Report {
  return {
    asExpected: false,
    meaning: describe(outcome),
    rows:
      outcome.kind === 'not_sent'
        ? outcome.problems.map((problem) => ({ name: problem.field, value: problemSentence(problem) }))
        : [],
    exchangeId: 'exchangeId' in outcome ? outcome.exchangeId : null,
    findings: 'findings' in outcome ? outcome.findings : [],
  }
}

function describe(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'issued':
    case 'active':
    case 'inactive':
    case 'accepted':
      return `The answer is "${outcome.kind}", which is not what this step needs.`
    case 'answered':
      return `The API answered ${outcome.status} ${outcome.statusText}. ${outcome.challenge?.error_description ?? ''}`.trimEnd()
    case 'refused':
      return `Refused with ${outcome.status} ${outcome.error.error}. ${outcome.error.error_description ?? ''}`.trimEnd()
    case 'nonconformant':
      return `An answer came (${outcome.status}) that the standard does not allow.`
    case 'unreachable': {
      const { title, sentence } = failureText(outcome.failure)
      return `${title}. ${sentence}`
    }
    case 'not_sent':
      return 'Nothing was sent: the environment is not complete.'
    case 'no_token':
      return `No token could be obtained. ${describe(outcome.token)}`
    default:
      return assertNever(outcome)
  }
}

import type { ApiRequest } from '../../contract/api-call.ts'
import type { AssertionResult } from '../../contract/assertion.ts'
import type { Exchange } from '../../contract/exchange.ts'
import type { ApiCallOutcome } from '../../contract/outcome.ts'
import type { FieldProblem } from '../../contract/problem.ts'
import { assertionReasonText, assertionSummary, assertionText } from '../../wording/assertions.ts'
import { statusSentence } from '../../wording/http-status.ts'
import { milliseconds } from '../../wording/milliseconds.ts'
import { tokenUseWords } from '../../wording/token-use.ts'
import { linesOfDiagnosis } from '../diagnosis-lines.ts'
import { failureLines, problemLines, tokenProblemLines } from '../problem-lines.ts'

/** What came of a call; `exchange` is that of its answer or failure, masked. */
export interface Ended {
  request: ApiRequest
  outcome: ApiCallOutcome
  exchange: Exchange | null
}

/** 0: every assertion passed, or without any the status is below 400. 1: not so. 2: no answer came, or nothing was sent. */
export function exitCodeOf(outcome: ApiCallOutcome): 0 | 1 | 2 {
  if (outcome.kind !== 'answered') return 2
  const { assertions = [], status } = outcome
  const isFine = assertions.length > 0 ? assertions.every(({ state }) => state === 'passed') : status < 400
  return isFine ? 0 : 1
}

/** What keeps a call, or the request of its token, from being sent. */
export function problemsIn(outcome: ApiCallOutcome): readonly FieldProblem[] {
  const failed = outcome.kind === 'no_token' ? outcome.token : outcome
  return failed.kind === 'not_sent' ? failed.problems : []
}

/** What a person reads of it. */
export function reportLines({ request, outcome, exchange }: Ended): string[] {
  switch (outcome.kind) {
    case 'not_sent':
      return problemLines(outcome.problems)
    case 'no_token': {
      const { token } = outcome
      return [...('findings' in token ? linesOfDiagnosis(token) : []), ...tokenProblemLines(token)]
    }
    case 'unreachable':
      return [...linesOfDiagnosis(outcome), ...failureLines(outcome.failure)]
    case 'answered': {
      const { status, statusText, tokenUse, assertions = [] } = outcome
      const time = exchange === null ? [] : [milliseconds(exchange.timings.total)]
      const answer = `${[status, statusText].join(' ').trim()}: ${statusSentence(status)}`
      return [
        [answer, ...time, tokenUseWords[tokenUse]].join('  '),
        ...assertions.map((result, index) => assertionLine(request, result, index)),
        ...(assertions.length > 0 ? [`${assertionSummary(assertions)}.`] : []),
        ...(exitCodeOf(outcome) === 0 ? [] : linesOfDiagnosis(outcome)),
      ]
    }
  }
}

const marks = { passed: '✓', failed: '✕', not_checked: '–' } as const satisfies Record<AssertionResult['state'], string>

function assertionLine(request: ApiRequest, result: AssertionResult, index: number): string {
  const reason = result.state === 'passed' ? '' : `. ${assertionReasonText(result, null)}`
  return `${marks[result.state]} ${textAt(request, index)}${reason}`
}

function textAt({ assertions }: ApiRequest, index: number): string {
  const assertion = assertions[index]
  return assertion === undefined ? '' : assertionText(assertion)
}

/** The same for a program: what was asked, what came of it, and the exchange. Secrets and tokens are masked. */
export function reportJson(names: { environment: string; call: string }, ended: Ended): string {
  const { request, outcome, exchange } = ended
  const results = outcome.kind === 'answered' ? (outcome.assertions ?? []) : []
  const assertions = results.map((result, index) => Object.assign({ assertion: textAt(request, index) }, result))
  const document = { ...names, exitCode: exitCodeOf(outcome), outcome, assertions, lines: reportLines(ended), exchange }
  return JSON.stringify(document, null, 2)
}

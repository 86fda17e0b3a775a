import type { AnswerComparison } from '../../contract/answer-comparison.ts'
import type { Body, Exchange } from '../../contract/exchange.ts'
import { bodyDifferences } from './body-differences.ts'
import { headerDifferences } from './header-differences.ts'

/** What differs between two answers, as they are stored: status, header fields, and the body by its meaning, which takes long where it is large. */
export function compareAnswers(
  left: Exchange,
  right: Exchange,
  body: AnswerComparison['body'] = bodyDifferences(answerBody(left), answerBody(right)),
): AnswerComparison {
  return {
    status: { left: left.response?.status ?? null, right: right.response?.status ?? null },
    headers: headerDifferences(left.response?.headers ?? [], right.response?.headers ?? []),
    body,
    isPartial: left.response?.body.isHead === true || right.response?.body.isHead === true,
  }
}

/** In the place of a body that is not there. */
export const noBody: Body = { text: '', encoding: 'utf-8', wireBytes: 0, decodedBytes: 0, truncated: false }

export const answerBody = ({ response }: Exchange): Body => response?.body ?? noBody

import type { AnswerComparison } from '../../contract/answer-comparison.ts'
import type { Body, Exchange } from '../../contract/exchange.ts'
import { bodyDifferences } from './body-differences.ts'
import { headerDifferences } from './header-differences.ts'

/** What differs between two answers of a call, as they are stored: status, header fields, and the body by its meaning. */
export function compareAnswers(left: Exchange, right: Exchange): AnswerComparison {
  return {
    status: { left: left.response?.status ?? null, right: right.response?.status ?? null },
    headers: headerDifferences(left.response?.headers ?? [], right.response?.headers ?? []),
    body: bodyDifferences(left.response?.body ?? noBody, right.response?.body ?? noBody),
    isPartial: left.response?.body.isHead === true || right.response?.body.isHead === true,
  }
}

const noBody: Body = { text: '', encoding: 'utf-8', wireBytes: 0, decodedBytes: 0, truncated: false }

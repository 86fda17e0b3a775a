import type { ExchangeComparison } from '../../contract/exchange-comparison.ts'
import type { Exchange } from '../../contract/exchange.ts'
import type { RecordedToken } from '../../contract/history.ts'
import { bodyDifferences } from '../compare-answers/body-differences.ts'
import { compareAnswers } from '../compare-answers/compare-answers.ts'
import { compareRecordedTokens } from './compare-recorded-tokens.ts'
import { formOf, requestDifferences } from './request-differences.ts'

export interface ComparedExchange {
  exchange: Exchange
  /** The token that it issued or carried, with what is known of it. */
  token: RecordedToken | null
}

/** What differs between two exchanges: what was sent and over what, the tokens, and what was answered. */
export function compareExchanges(left: ComparedExchange, right: ComparedExchange): ExchangeComparison {
  return {
    request: requestDifferences(left.exchange, right.exchange),
    requestBody: bodyDifferences(unformed(left.exchange), unformed(right.exchange)),
    token: compareRecordedTokens(left.token, right.token),
    answer: compareAnswers(left.exchange, right.exchange),
  }
}

const none = { text: '', encoding: 'utf-8', wireBytes: 0, decodedBytes: 0, truncated: false } as const

/** The parameters of a form are compared one by one. */
const unformed = (exchange: Exchange) => (formOf(exchange) === null ? (exchange.request.body ?? none) : none)

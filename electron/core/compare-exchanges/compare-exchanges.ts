import type { ExchangeComparison } from '../../contract/exchange-comparison.ts'
import type { Body, Exchange } from '../../contract/exchange.ts'
import type { RecordedToken } from '../../contract/history.ts'
import type { bodyDifferences } from '../compare-answers/body-differences.ts'
import { answerBody, compareAnswers, noBody } from '../compare-answers/compare-answers.ts'
import { compareRecordedTokens } from './compare-recorded-tokens.ts'
import { formOf, requestDifferences } from './request-differences.ts'

export interface ComparedExchange {
  exchange: Exchange
  /** The token that it issued or carried, with what is known of it. */
  token: RecordedToken | null
}

type CompareBodies = (left: Body, right: Body) => Promise<ReturnType<typeof bodyDifferences>>

/** What differs between two exchanges: what was sent and over what, the tokens, and what was answered. */
export async function compareExchanges(
  left: ComparedExchange,
  right: ComparedExchange,
  compareBodies: CompareBodies,
): Promise<ExchangeComparison> {
  const [one, other] = [left.exchange, right.exchange]
  return {
    request: requestDifferences(one, other),
    requestBody: await compareBodies(bodyBesideForm(one), bodyBesideForm(other)),
    token: compareRecordedTokens(left.token, right.token),
    answer: compareAnswers(one, other, await compareBodies(answerBody(one), answerBody(other))),
  }
}

/** The parameters of a form are compared one by one. */
const bodyBesideForm = (exchange: Exchange): Body =>
  formOf(exchange) === null ? (exchange.request.body ?? noBody) : noBody

import { hostOf } from '../../common/host-of.ts'
import { rateLimitOf } from '../../common/rate-limit.ts'
import type { Exchange } from '../../contract/exchange.ts'
import type { Conclusion } from '../../contract/history.ts'
import type { ConcludedExchange } from '../core-context.ts'
import { answerOf } from './answer-of.ts'
import { certificateOf } from './certificate-of.ts'
import { digest } from './digest.ts'
import type { DriftFacts, ServerFacts } from './facts.ts'
import { tokenFactsOf } from './token-facts-of.ts'

/** What is judged: an exchange, what came of it, and the environment as it was sent with. */
export interface Judged {
  exchange: Exchange
  conclusion: Conclusion
  environment: Pick<ConcludedExchange['environment'], 'value' | 'secretVersions'>
  /** Key IDs of the server that were known when the answer came; null for none. */
  publishedKeyIds: readonly string[] | null
}

/** Milliseconds; longer answers say too little of when they were made. */
const promptly = 30_000

export function factsOfExchange({ exchange, conclusion, environment, publishedKeyIds }: Judged): DriftFacts {
  const { id, startedAt, purpose, timings } = exchange
  const isIssued = purpose === 'token' && conclusion.outcome === 'issued'
  return {
    exchangeId: id,
    at: startedAt,
    answer: answerOf(exchange, conclusion, environment),
    token: isIssued && conclusion.token !== null ? tokenFactsOf(conclusion.token, environment.value.scope) : null,
    publishedKeyIds,
    latency: isIssued && timings.wait !== null ? timings.wait + (timings.download ?? 0) : null,
    setup: digest([environment.value.network, environment.secretVersions]),
  }
}

export function serverFactsOf({ exchange }: Pick<Judged, 'exchange'>): ServerFacts {
  const { id, startedAt, purpose, request, response, failure, tls, timings, clockOffset } = exchange
  const isAnswered = response !== null && failure === null
  const isFromServer = purpose === 'token' || purpose === 'introspection' || purpose === 'revocation'
  const rateLimit = isAnswered ? rateLimitOf(response.headers, startedAt + timings.total) : null
  const [limit, remaining] = [rateLimit?.limit ?? null, rateLimit?.remaining ?? null]
  return {
    exchangeId: id,
    at: startedAt,
    host: hostOf(request.url),
    certificate: isAnswered && tls !== null ? certificateOf(tls) : null,
    clockOffset: isAnswered && isFromServer && timings.total <= promptly ? clockOffset : null,
    rateLimit: limit === null || remaining === null ? null : { limit, remaining },
  }
}

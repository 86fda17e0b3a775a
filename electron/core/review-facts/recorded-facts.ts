import type { Exchange } from '../../contract/exchange.ts'
import { answerFacts } from '../flow/facts/answer-facts.ts'
import { requestFacts } from '../flow/facts/request-facts.ts'
import type { RecordedFacts } from '../review/case.ts'
import { transcriptOf } from './transcript-of.ts'

/** What a recorded exchange says. Credentials are masked in it: nothing is said of what is in them. */
export function recordedFacts(exchange: Exchange): RecordedFacts {
  const { id, startedAt, purpose, callId = null, request, failure, connection, tls } = exchange
  const transcript = transcriptOf(exchange)
  const read = requestFacts(transcript.request)
  const client_id = request.clientAuthentication?.client_id ?? read.client_id
  return {
    exchangeId: id,
    at: startedAt,
    purpose,
    callId,
    url: request.url,
    request: { ...read, client_id, basic: null, assertion: null },
    answer: transcript.response && answerFacts(transcript.response),
    failure,
    connection,
    tls,
  }
}

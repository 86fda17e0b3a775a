import type { Body, Exchange } from '../../contract/exchange.ts'
import type { Transcript } from '../http/transcript.ts'

/** What was recorded, masked as it is, in the shape that answers are read in. */
export function transcriptOf(exchange: Exchange): Transcript {
  const { startedAt, request, response, failure, timings, connection, tls, sent = 'yes' } = exchange
  const { method, url, headers } = request
  return {
    startedAt,
    request: { method, url, headers, body: request.body === null ? null : bytesOf(request.body) },
    sent,
    response: response && {
      status: response.status,
      statusText: response.statusText,
      httpVersion: response.httpVersion,
      headers: response.headers,
      body: bytesOf(response.body),
      wireBytes: response.body.wireBytes,
      truncated: response.body.truncated || response.body.isHead === true,
    },
    failure,
    timings,
    connection,
    tls,
  }
}

const bytesOf = ({ text, encoding }: Body): Uint8Array => Buffer.from(text, encoding === 'base64' ? 'base64' : 'utf8')

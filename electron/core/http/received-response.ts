import type { IncomingMessage } from 'node:http'
import type { Headers } from '../../contract/exchange.ts'
import type { BodyReader } from './body-reader.ts'
import type { ReceivedResponse } from './transcript.ts'

/** What has come of an answer until now. */
export function receivedResponse(
  response: IncomingMessage,
  body: BodyReader | null,
  truncated: boolean,
): ReceivedResponse {
  return {
    status: response.statusCode ?? 0,
    statusText: response.statusMessage ?? '',
    httpVersion: response.httpVersion,
    headers: headersOf(response),
    body: body?.body ?? new Uint8Array(),
    wireBytes: body?.wireBytes ?? 0,
    truncated,
  }
}

function headersOf(response: IncomingMessage): Headers {
  const flat = response.rawHeaders
  return Array.from({ length: flat.length / 2 }, (_, index) => [flat[2 * index] ?? '', flat[2 * index + 1] ?? ''])
}

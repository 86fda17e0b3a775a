import type { BodyFormat } from '../../contract/environment.ts'
import type { HttpRequest } from '../http/transcript.ts'

/** Header names as people write them: the Headers object knows lower case only. */
const spelling: Readonly<Record<string, string>> = { authorization: 'Authorization' }

/** A POST to a protocol endpoint, its parameters as form (the standard) or JSON (what some servers take as well). */
export function protocolRequest(
  url: string,
  parameters: URLSearchParams,
  authentication: Headers,
  format: BodyFormat,
): HttpRequest {
  const text = format === 'form' ? parameters.toString() : JSON.stringify(Object.fromEntries(parameters))
  return {
    method: 'POST',
    url,
    headers: [
      ['Accept', 'application/json'],
      ['Content-Type', format === 'form' ? 'application/x-www-form-urlencoded' : 'application/json'],
      ...[...authentication].map(([name, value]): [string, string] => [spelling[name] ?? name, value]),
    ],
    body: Buffer.from(text),
  }
}

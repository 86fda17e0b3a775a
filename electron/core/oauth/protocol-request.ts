import type { BodyFormat } from '../../contract/environment.ts'
import type { Headers as HeaderFields } from '../../contract/exchange.ts'
import type { HttpRequest } from '../http/transcript.ts'

/** Header names as people write them: the Headers object knows lower case only. */
const spelling: Readonly<Record<string, string>> = { authorization: 'Authorization', dpop: 'DPoP' }

/**
 * A POST to a protocol endpoint, its parameters as form (the standard) or JSON (what some servers take as well).
 * Fields of `extra` come last, and replace ours of the same name. There is no Origin: a server may take a request that
 * has one as a browser's and refuse it.
 */
export function protocolRequest(
  url: string,
  parameters: URLSearchParams,
  authentication: Headers,
  format: BodyFormat,
  extra: HeaderFields = [],
): HttpRequest {
  const own: HeaderFields = [
    ['Accept', 'application/json'],
    ['Content-Type', format === 'form' ? 'application/x-www-form-urlencoded' : 'application/json'],
    ...[...authentication].map(([name, value]): [string, string] => [spelling[name] ?? name, value]),
  ]
  const replaced = new Set(extra.map(([name]) => name.toLowerCase()))
  return {
    method: 'POST',
    url,
    headers: [...own.filter(([name]) => !replaced.has(name.toLowerCase())), ...extra],
    body: Buffer.from(format === 'form' ? parameters.toString() : jsonOf(parameters)),
  }
}

/** A parameter that comes more than once is an array: JSON has no other way to say it. */
function jsonOf(parameters: URLSearchParams): string {
  const names = [...new Set(parameters.keys())]
  return JSON.stringify(
    Object.fromEntries(
      names.map((name) => {
        const values = parameters.getAll(name)
        return [name, values.length === 1 ? values[0] : values]
      }),
    ),
  )
}

import { createHash } from 'node:crypto'
import type { Exchange } from '../../contract/exchange.ts'

/** What is made for each request, or is not recorded: it says nothing of what is requested. */
const changing: ReadonlySet<string> = new Set(['client_secret', 'client_assertion', 'assertion'])

/**
 * The same text for token requests that ask for the same token: endpoint, client and parameters. Of other requests it is empty.
 * Made of the exchange as it is recorded, so secrets in it are masked.
 */
export function requestName({ purpose, request }: Pick<Exchange, 'purpose' | 'request'>): string {
  if (purpose !== 'token') return ''
  const { method, url, body, clientAuthentication } = request
  const client = clientAuthentication?.client_id ?? ''
  const hash = createHash('sha256').update(JSON.stringify([method, url, client, parametersOf(body?.text ?? '')]))
  return hash.digest('base64url').slice(0, 16)
}

/** The parameters of a form or of a JSON object, sorted, but for those that change; another text as it is. */
function parametersOf(text: string): unknown {
  const trimmed = text.trim()
  if (!trimmed.startsWith('{')) return sorted([...new URLSearchParams(trimmed)])
  try {
    const value: unknown = JSON.parse(trimmed)
    return typeof value === 'object' && value !== null ? sorted(Object.entries(value)) : value
  } catch {
    return trimmed
  }
}

const sorted = (parameters: readonly [string, unknown][]): string[] =>
  parameters
    .filter(([name]) => !changing.has(name))
    .map((parameter) => JSON.stringify(parameter))
    .toSorted()

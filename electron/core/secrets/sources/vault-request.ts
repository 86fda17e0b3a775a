import type { Headers } from '../../../contract/exchange.ts'
import { type Reading, unreadable } from '../../credentials/reading.ts'
import { isObject, jsonOf } from './json-text.ts'
import { type Send, unreachable } from './sender.ts'
import { strictText } from './strict-text.ts'

/** A Vault server, and how it is asked. */
export interface Vault {
  /** Without a slash at the end. */
  address: string
  /** Empty is the root namespace. */
  namespace: string
  send: Send
  /** Makes the words of the server fit to be shown. */
  quote: (text: string) => string
}

export interface VaultRequest {
  /** What follows `/v1/`, percent-encoded. */
  path: string
  token: string | null
  /** Sent by POST, as JSON; null is a GET. */
  body: Readonly<Record<string, string>> | null
}

export interface VaultAnswer {
  status: number
  json: Readonly<Record<string, unknown>>
  /** What Vault says against the request, fit to be shown. */
  errors: readonly string[]
  warnings: readonly string[]
}

/** Asks Vault. An answer that is not one of Vault's, and a redirect, are failures. */
export async function askVault(vault: Vault, { path, token, body }: VaultRequest): Promise<Reading<VaultAnswer>> {
  const headers = headersOf(vault, token, body !== null)
  const sent = await vault.send({
    method: body === null ? 'GET' : 'POST',
    url: `${vault.address}/v1/${path}`,
    headers,
    body: body === null ? null : Buffer.from(JSON.stringify(body)),
  })
  if (!sent.ok) return { ok: false, problem: unreachable(sent.failure, 'source') }
  const { status, headers: received, body: bytes } = sent.response
  if (status >= 300 && status < 400) return redirected(vault, status, locationOf(received))
  const json = jsonOf(strictText(bytes) ?? '')
  if (!isObject(json)) {
    const code = bytes.length === 0 ? 'vault_answer_empty' : 'vault_answer_not_json'
    return unreadable(code, { address: vault.address, status: String(status) })
  }
  return {
    ok: true,
    value: {
      status,
      json,
      errors: errorMessage(vault, json['errors']),
      warnings: errorMessage(vault, json['warnings']),
    },
  }
}

function headersOf({ namespace }: Vault, token: string | null, hasBody: boolean): Headers {
  const headers: [string, string][] = [
    ['Accept', 'application/json'],
    // Without it an agent that asks for it refuses: it shows that no redirect or form made the request.
    ['X-Vault-Request', 'true'],
  ]
  if (namespace !== '') headers.push(['X-Vault-Namespace', namespace])
  if (token !== null) headers.push(['X-Vault-Token', token])
  if (hasBody) headers.push(['Content-Type', 'application/json'])
  return headers
}

const locationOf = (headers: Headers) => headers.find(([name]) => name.toLowerCase() === 'location')?.[1] ?? ''

/** A standby does so when it cannot pass requests on. Following it would hand the token to whoever is named there. */
function redirected({ address, quote }: Vault, status: number, location: string): Reading<never> {
  const target = quote(location.split(/[?#]/, 1)[0] ?? '')
  return unreadable('vault_redirects', {
    address,
    status: String(status),
    ...(target !== '' && { location: target }),
  })
}

function errorMessage({ quote }: Vault, list: unknown): string[] {
  if (!Array.isArray(list)) return []
  return list.slice(0, 5).flatMap((item: unknown) => (typeof item === 'string' ? [quote(item)] : []))
}

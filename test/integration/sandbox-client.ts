import { request } from 'node:http'
import type { SandboxFacts } from '../../electron/contract/sandbox.ts'

/** A client of the sandbox made of nothing but `fetch` and `node:http`, so that it judges the sandbox from outside. */
export type Credentials = { client_id: string; client_secret: string }

export interface Answer {
  status: number
  headers: Headers
  json: unknown
  text: string
}

export function client(facts: SandboxFacts, kind: 'jwt' | 'opaque'): Credentials {
  const found = facts.clients.find(({ accessToken }) => accessToken === kind)
  if (found === undefined) throw new Error(`The sandbox has no client for ${kind} tokens.`)
  return { client_id: found.client_id, client_secret: found.client_secret }
}

export function basic({ client_id, client_secret }: Credentials): Record<string, string> {
  return { authorization: `Basic ${btoa(`${encodeURIComponent(client_id)}:${encodeURIComponent(client_secret)}`)}` }
}

export function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` }
}

export async function ask(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, init)
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') === true
  return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : null }
}

export function post(
  url: string,
  parameters: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return ask(url, { method: 'POST', headers, body: new URLSearchParams(parameters) })
}

export async function tokenOf(
  facts: SandboxFacts,
  kind: 'jwt' | 'opaque',
  scope = 'api:read api:write',
): Promise<string> {
  const target = kind === 'jwt' ? { resource: facts.resource } : {}
  const parameters = { grant_type: 'client_credentials', scope, ...target }
  const { json } = await post(facts.token_endpoint, parameters, basic(client(facts, kind)))
  if (typeof json === 'object' && json !== null && 'access_token' in json) return String(json.access_token)
  throw new Error(`No token: ${JSON.stringify(json)}`)
}

/** `fetch` sets Host by itself, and mends paths; this sends both as given. */
export function rawGet(
  origin: string,
  path: string,
  host: string,
): Promise<{ status: number | undefined; text: string }> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, headers: { host } }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode, text }))
    })
    sent.on('error', reject)
    sent.end()
  })
}

import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import https from 'node:https'

/** One version of a secret of the key-value engine version 2. */
export interface Version {
  data: Record<string, unknown>
  deletedAt?: string
  destroyed?: boolean
}

/** What a Vault holds. Everything may be changed while it runs. */
export interface VaultState {
  sealed: boolean
  /** By mount: by path. */
  kv1: Record<string, Record<string, Record<string, unknown>>>
  kv2: Record<string, Record<string, Version[]>>
  /** Prefixes of API paths that a token may read. */
  tokens: Record<string, readonly string[]>
  /** By `auth mount`: by role: what it logs in with, and the token it gets. */
  logins: Record<string, Record<string, { secret: string; token: string }>>
  /** The only namespace there is. */
  namespace: string
  /** Takes a request out of Vault's hands. True: it was answered, or never will be. */
  interfere: (request: IncomingMessage, response: ServerResponse) => boolean
}

export interface Seen {
  method: string
  url: string
  headers: IncomingMessage['headers']
  body: string
}

export interface VaultServer {
  address: string
  state: VaultState
  seen: Seen[]
  close: () => Promise<void>
}

/**
 * A server written from Vault's API documentation: key-value engines, AppRole and Kubernetes login, tokens with paths,
 * namespaces, seals. No part of it is Vault's.
 * @see https://developer.hashicorp.com/vault/api-docs
 */
export async function startVaultServer(
  change: Partial<VaultState> = {},
  identity: { key: string; cert: string } | null = null,
): Promise<VaultServer> {
  const state: VaultState = {
    sealed: false,
    kv1: {},
    kv2: {},
    tokens: {},
    logins: {},
    namespace: '',
    interfere: () => false,
    ...change,
  }
  const seen: Seen[] = []
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await textOf(request)
    const { method = '', url = '', headers } = request
    seen.push({ method, url, headers, body })
    if (state.interfere(request, response)) return
    const [status, json] = answerOf(state, { method, url, headers, body })
    response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
    response.end(JSON.stringify(json))
  }
  const listener = (request: IncomingMessage, response: ServerResponse) => void answer(request, response)
  const server = identity === null ? http.createServer(listener) : https.createServer(identity, listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const place = server.address()
  const port = typeof place === 'object' && place !== null ? place.port : 0
  return {
    address: `${identity === null ? 'http' : 'https'}://127.0.0.1:${port}`,
    state,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

type Answer = readonly [status: number, json: unknown]

const errors = (status: number, ...list: string[]): Answer => [status, { errors: list }]

function answerOf(state: VaultState, { method, url, headers, body }: Seen): Answer {
  if (state.sealed) return errors(503, 'Vault is sealed')
  if ((headers['x-vault-namespace'] ?? '') !== state.namespace) return errors(403, 'permission denied')
  const { pathname, searchParams } = new URL(url, 'http://vault')
  const path = pathname.replace(/^\/v1\//, '')
  const login = /^auth\/(.+)\/login$/.exec(path)
  if (method === 'POST' && login !== null) return logIn(state, decodeURIComponent(login[1] ?? ''), body)
  const token = headers['x-vault-token']
  const allowed = typeof token === 'string' ? state.tokens[token] : undefined
  if (allowed === undefined) return errors(403, 'permission denied')
  const decoded = path.split('/').map(decodeURIComponent).join('/')
  if (decoded.startsWith('sys/internal/ui/mounts/')) return mountOf(state, decoded.slice(23))
  if (!allowed.some((prefix) => decoded.startsWith(prefix)))
    return errors(403, '1 error occurred:\n\t* permission denied\n\n')
  return read(state, decoded, Number(searchParams.get('version') ?? 0))
}

function logIn(state: VaultState, mount: string, body: string): Answer {
  const roles = state.logins[mount]
  if (roles === undefined) return errors(404, `no handler for route "auth/${mount}/login". route entry not found.`)
  const { role_id: roleId, secret_id: secretId, role, jwt } = JSON.parse(body)
  const known = roles[roleId ?? role]
  if (known === undefined || known.secret !== (secretId ?? jwt)) return errors(400, 'invalid role or secret ID')
  return [200, { auth: { client_token: known.token, lease_duration: 1200, renewable: true, token_type: 'service' } }]
}

function mountOf({ kv1, kv2 }: VaultState, path: string): Answer {
  const is = (mount: string) => path.startsWith(`${mount}/`)
  if (Object.keys(kv2).some(is)) return [200, { data: { type: 'kv', options: { version: '2' } } }]
  if (Object.keys(kv1).some(is)) return [200, { data: { type: 'kv', options: { version: '1' } } }]
  if (is('pki')) return [200, { data: { type: 'pki', options: null } }]
  return errors(
    403,
    `preflight capability check returned 403, please ensure client's policies grant access to path "${path}/"`,
  )
}

const wrongVersion =
  "Invalid path for a versioned K/V secrets engine. See the API docs for the appropriate API endpoints to use. If using the Vault CLI, use 'vault kv get' for this operation."

function read({ kv1, kv2 }: VaultState, path: string, version: number): Answer {
  for (const [mount, secrets] of Object.entries(kv1)) {
    if (!path.startsWith(`${mount}/`)) continue
    const data = secrets[path.slice(mount.length + 1)]
    return data === undefined ? errors(404) : [200, { lease_duration: 2_764_800, renewable: false, data }]
  }
  for (const [mount, secrets] of Object.entries(kv2)) {
    if (!path.startsWith(`${mount}/`)) continue
    const rest = path.slice(mount.length + 1)
    if (!rest.startsWith('data/')) return [404, { errors: [], warnings: [wrongVersion] }]
    return readVersion(secrets[rest.slice(5)], version)
  }
  return errors(404, `no handler for route "${path}". route entry not found.`)
}

function readVersion(versions: readonly Version[] | undefined, wanted: number): Answer {
  if (versions === undefined) return errors(404)
  const version = wanted === 0 ? versions.length : wanted
  const found = versions[version - 1]
  if (found === undefined) return errors(404)
  const { data, deletedAt = '', destroyed = false } = found
  const created = `2026-11-0${version}T10:20:30.123456789Z`
  const metadata = { created_time: created, custom_metadata: null, deletion_time: deletedAt, destroyed, version }
  const isGone = deletedAt !== '' || destroyed
  return [isGone ? 404 : 200, { data: { data: isGone ? null : data, metadata } }]
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

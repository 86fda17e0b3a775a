import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import type { EnvironmentInput } from '../../electron/contract/environment.ts'
import { json, misbehavingServers } from './misbehaving-servers.ts'

export interface Received {
  method: string
  url: string
  /** Names and values in turn, as they came. */
  rawHeaders: string[]
  authorization: string | null
  body: Buffer
}

export interface ApiAnswer {
  status: number
  headers?: Record<string, string>
  body?: string
}

/** An authorization server that issues token-1, token-2 …, and an API beside it that answers as a test wants. */
export async function apiHost() {
  const servers = misbehavingServers()
  const received: Received[] = []
  const host = {
    issued: 0,
    /** What the next token requests are answered; null issues a token. */
    refusal: null as object | null,
    extra: {} as object,
    /** Milliseconds that a token takes. */
    delay: 0,
    answer: (_call: Received, _count: number): ApiAnswer => ({ status: 200, body: '{}' }),
  }
  const { url } = await servers.serve((request, response) => {
    if (request.url === '/token') {
      if (host.refusal !== null) return void json(response, 400, host.refusal)
      host.issued += 1
      const body = { access_token: `token-${host.issued}`, token_type: 'Bearer', expires_in: 600, ...host.extra }
      setTimeout(() => json(response, 200, body), host.delay)
      return
    }
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url: asked = '', rawHeaders, headers } = request
      const call = {
        method,
        url: asked,
        rawHeaders,
        authorization: headers.authorization ?? null,
        body: Buffer.concat(chunks),
      }
      received.push(call)
      const { status, headers: own = {}, body = '' } = host.answer(call, received.length)
      response.writeHead(status, own).end(body)
    })
  })
  const environment: Partial<EnvironmentInput> = {
    ...newEnvironment,
    name: 'Host',
    client_id: 'client',
    token_endpoint_auth_method: 'client_secret_basic',
    token_endpoint: `${url}/token`,
  }
  return { host, url, received, environment, close: servers.closeAll }
}

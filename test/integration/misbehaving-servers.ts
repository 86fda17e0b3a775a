import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

type Answer = (request: IncomingMessage, response: ServerResponse, count: number) => void

/** Servers on loopback that answer as a test wants, and note what reached them. */
export function misbehavingServers() {
  const closing: (() => Promise<void>)[] = []

  async function serve(answer: Answer): Promise<{ url: string; requests: IncomingMessage[] }> {
    const requests: IncomingMessage[] = []
    const server = createServer((request, response) => {
      request.resume()
      requests.push(request)
      answer(request, response, requests.length)
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    closing.push(async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    })
    const address = server.address()
    return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`, requests }
  }

  const closeAll = async () => {
    for (const close of closing.splice(0)) await close()
  }
  return { serve, closeAll }
}

export const json = (response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}) =>
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers })
    .end(JSON.stringify(body))

export const bearer = { access_token: 'opaque-token', token_type: 'Bearer', expires_in: 600 }
export const secrets = { client_secret: 'secret-of-the-client' }
export const style = { authentication: 'client', bodyFormat: 'form', responseFormat: 'json' } as const

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'

export interface RepeatingServer {
  url: string
  /** Everything that was sent to it, as text. */
  received: () => string
  close: () => Promise<void>
}

/**
 * A server on loopback that repeats all that it was sent wherever an answer has room for it: headers, status line, error
 * texts, body. It is an authorization server, an API, a Vault and an HTTP proxy, by the path that is asked for.
 */
export async function repeatSecrets(accessToken: string): Promise<RepeatingServer> {
  let received = ''
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      received += `${request.rawHeaders.join('\n')}\n${body}\n`
      answer(request, response, body, accessToken)
    })
  })
  server.on('connect', ({ headers }, socket) => {
    const said = headers['proxy-authorization'] ?? ''
    received += `${said}\n`
    socket.end(`HTTP/1.1 407 No ${said}\r\nX-Repeated: ${said}\r\nContent-Length: ${said.length}\r\n\r\n${said}`)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    received: () => received,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function answer(request: IncomingMessage, response: ServerResponse, body: string, access_token: string): void {
  const sent = { ...request.headers, body, parameters: Object.fromEntries(new URLSearchParams(body)) }
  const repeated = { sent, header: request.headers.authorization ?? '', decoded: decodedBasic(request) }
  const said = asHeader(`${repeated.decoded} ${JSON.stringify(repeated.sent)}`)
  const send = (status: number, value: object): void => {
    const headers = { 'content-type': 'application/json', 'cache-control': 'no-store', 'x-repeated': said }
    response.writeHead(status, status < 300 ? 'OK' : said.slice(0, 500), headers).end(JSON.stringify(value))
  }
  const url = request.url ?? ''
  if (url.startsWith('http:')) send(407, repeated)
  else if (url.endsWith('/token'))
    send(200, {
      access_token,
      token_type: request.headers['dpop'] === undefined ? 'Bearer' : 'DPoP',
      expires_in: 600,
      ...repeated,
    })
  else if (url.endsWith('/refused'))
    send(401, { error: 'invalid_client', error_description: said, error_uri: said, ...repeated })
  else if (url.endsWith('/broken'))
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<p>${JSON.stringify(repeated)}`)
  else if (url.endsWith('/introspect')) send(200, { active: true, token: access_token, ...repeated })
  else if (url.startsWith('/v1/')) send(403, { errors: [said], ...repeated })
  else send(200, repeated)
}

function decodedBasic({ headers }: IncomingMessage): string {
  const [scheme, value = ''] = (headers.authorization ?? '').split(' ')
  return scheme === 'Basic' ? atob(value) : ''
}

const asHeader = (text: string): string => text.replaceAll(/[^ -~]/g, '?').slice(0, 4000)

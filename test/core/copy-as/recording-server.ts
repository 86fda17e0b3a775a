import { once } from 'node:events'
import { createServer } from 'node:http'

export interface Recorded {
  method: string
  url: string
  /** Name in lower case, value as Latin-1. */
  headers: [name: string, value: string][]
  body: string
}

/** Keeps each request that arrives, bodies in Latin-1; a path `/token` gives a token. */
export async function recordRequests() {
  const recorded: Recorded[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const raw = request.rawHeaders
      const headers = raw.flatMap((name, index): [string, string][] =>
        index % 2 === 0 ? [[name.toLowerCase(), raw[index + 1] ?? '']] : [],
      )
      const { method = '', url = '' } = request
      recorded.push({ method, url, headers, body: Buffer.concat(chunks).toString('latin1') })
      const isToken = url.startsWith('/token')
      response.setHeader('content-type', 'application/json')
      response.end(isToken ? '{"token_type": "Bearer", "access_token" : "t0ken.of-answer"}' : '{}')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    take: () => recorded.splice(0),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'

/** An HTTP server on loopback that answers as a test wants; ended by `close`. */
export async function serve(
  listener: RequestListener,
): Promise<{ url: string; requests: () => number; close: () => Promise<void> }> {
  let requests = 0
  const server = createServer((request, response) => {
    requests += 1
    request.resume()
    listener(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests: () => requests,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

import { createServer } from 'node:net'

/** A server on loopback that no attack may reach: it only counts who connects. */
export async function openListener(): Promise<{ host: string; connections: () => number; close: () => void }> {
  let connections = 0
  const server = createServer((socket) => {
    connections += 1
    socket.on('error', () => {})
    socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\nAccess-Control-Allow-Origin: *\r\nConnection: close\r\n\r\n')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The listener has no port.')
  return {
    host: `127.0.0.1:${address.port}`,
    connections: () => connections,
    close: () => server.close(),
  }
}

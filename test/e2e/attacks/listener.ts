import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:net'

export interface Listener {
  /** Address and port. */
  host: string
  port: number
  connections: () => number
  close: () => void
}

/** A server on loopback that no attack may reach: it only counts who connects. */
export async function openListener(): Promise<Listener> {
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
    port: address.port,
    connections: () => connections,
    close: () => server.close(),
  }
}

/** The same for UDP. */
export async function openDatagramListener(port: number): Promise<{ received: () => number; close: () => void }> {
  let received = 0
  const socket = createSocket('udp4', () => (received += 1))
  socket.bind(port, '127.0.0.1')
  await once(socket, 'listening')
  return { received: () => received, close: () => socket.close() }
}

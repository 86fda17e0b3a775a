import { once } from 'node:events'
import https from 'node:https'
import { createServer, type Server, type Socket } from 'node:net'

export interface Listening {
  port: number
  /** Everything that clients have sent so far. */
  received: () => string
  connections: () => number
  close: () => Promise<void>
}

/** A TCP server on loopback that does with each connection what a test wants: silence, garbage, half an answer. */
export async function listen(onConnection: (socket: Socket) => void, host = '127.0.0.1'): Promise<Listening> {
  let connections = 0
  let received = ''
  const server = createServer((socket) => {
    connections += 1
    socket.on('error', () => {})
    socket.on('data', (data) => (received += data.toString('latin1')))
    onConnection(socket)
  })
  const { port, close } = await open(server, host)
  return { port, close, received: () => received, connections: () => connections }
}

/** Answers every request, which must come in one packet, with these bytes, and then hangs up if wanted. */
export function answering(answer: string | Uint8Array, then: 'keep' | 'end' | 'reset' = 'keep'): Promise<Listening> {
  return listen((socket) => {
    socket.on('data', () => {
      socket.write(answer, () => {
        if (then === 'end') socket.end()
        if (then === 'reset') setTimeout(() => socket.resetAndDestroy(), 20)
      })
    })
  })
}

export async function open(server: Server, host = '127.0.0.1'): Promise<{ port: number; close: () => Promise<void> }> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => sockets.add(socket))
  server.listen(0, host)
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return {
    port: address.port,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** An https server that says hello and counts the requests and connections which reach it. */
export async function secureServer(options: https.ServerOptions, hello = 'hello') {
  let requests = 0
  let connections = 0
  const server = https.createServer(options, (request, response) => {
    requests += 1
    request.resume()
    response.end(hello)
  })
  server.on('connection', () => (connections += 1))
  server.on('tlsClientError', () => {})
  const { port, close } = await open(server)
  return { port, url: `https://127.0.0.1:${port}/`, close, requests: () => requests, connections: () => connections }
}

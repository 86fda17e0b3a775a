import { createServer, type RequestListener } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { createServer as createTcpServer, type Server, type Socket } from 'node:net'
import type { Certificates } from './certificates/make.ts'
import { sendJson } from './json-http.ts'

/** A server that only programs on this computer can reach. */
export interface LoopbackServer {
  /** `http://127.0.0.1:port` or `https://127.0.0.1:port`, without a slash at its end. */
  origin: string
  /** Answers these paths with `listener`, every other one with 404. `/*` at the end is any last part. */
  serve: (paths: readonly string[], listener: RequestListener) => void
  close: () => Promise<void>
}

const loopback = '127.0.0.1'
const timeouts = { requestTimeout: 10_000, headersTimeout: 5_000 }

export function openLoopbackServer(): Promise<LoopbackServer> {
  const server = createServer(timeouts)
  return open('http', [server], server)
}

/**
 * Asks each connection for a client certificate, and lets those without one, or with any other one, through: what a
 * certificate is worth is for the listener to say. While `answersPlain`, what is no TLS is taken for plain HTTP.
 */
export function openLoopbackTlsServer(
  { ca, server }: Certificates,
  answersPlain: () => boolean,
): Promise<LoopbackServer> {
  const { certificate: cert, key } = server
  const tls = { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.3', requestCert: true, rejectUnauthorized: false } as const
  const secure = createTlsServer({ ...timeouts, ...tls, ca, cert, key })
  const plain = createServer(timeouts)
  // No connection is left for when it answers no longer.
  plain.maxRequestsPerSocket = 1
  const listener = createTcpServer((socket) => {
    if (answersPlain()) giveToEither(socket, secure, plain)
    else secure.emit('connection', socket)
  })
  // From then on they check their time limits.
  listener.once('listening', () => [secure, plain].forEach((server) => server.emit('listening')))
  return open('https', [secure, plain], listener)
}

/** The first byte decides: that of a TLS handshake is 22. @see RFC 8446 §5.1 */
function giveToEither(socket: Socket, secure: HttpServer, plain: HttpServer): void {
  socket.setTimeout(timeouts.headersTimeout, () => socket.destroy())
  socket.on('error', () => socket.destroy())
  socket.once('readable', () => {
    const start: unknown = socket.read()
    socket.setTimeout(0)
    if (!(start instanceof Buffer)) return
    socket.unshift(start)
    ;(start[0] === 22 ? secure : plain).emit('connection', socket)
  })
}

type HttpServer = ReturnType<typeof createServer>

/** Listens on a free port. */
async function open(
  scheme: 'http' | 'https',
  servers: readonly HttpServer[],
  listener: Server,
): Promise<LoopbackServer> {
  const sockets = new Set<Socket>()
  listener.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve, reject) => {
    listener.once('error', reject)
    listener.listen(0, loopback, resolve)
  })
  const address = listener.address()
  if (address === null || typeof address === 'string') throw new Error('The sandbox has no port.')
  const host = `${loopback}:${address.port}`
  return {
    origin: `${scheme}://${host}`,
    serve: (paths, answer) => {
      const door = frontDoor(host, new Set(paths), answer)
      for (const server of servers) server.on('request', door)
    },
    close: async () => {
      const closed = new Promise<void>((resolve) => listener.close(() => resolve()))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

/** Refuses foreign Host headers: a web page that points its own name at 127.0.0.1 (DNS rebinding) gets nowhere. */
function frontDoor(host: string, paths: ReadonlySet<string>, listener: RequestListener): RequestListener {
  return (request, response) => {
    const path = request.url?.split('?', 1)[0] ?? ''
    if (request.headers.host !== host) {
      const error_description = `This server answers as ${host} only.`
      sendJson(response, 421, { error: 'misdirected_request', error_description })
    } else if (!paths.has(path) && !paths.has(`${path.slice(0, path.lastIndexOf('/'))}/*`)) {
      const error_description = `There is nothing here. Known paths: ${[...paths].join(' ')}`
      sendJson(response, 404, { error: 'not_found', error_description })
    } else {
      listener(request, response)
    }
  }
}

import { createServer, type RequestListener } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
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
  return open('http', createServer(timeouts))
}

/**
 * Asks each connection for a client certificate, and lets those without one, or with any other one, through: what a
 * certificate is worth is for the listener to say.
 */
export function openLoopbackTlsServer({ ca, server }: Certificates): Promise<LoopbackServer> {
  const { certificate: cert, key } = server
  const tls = { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.3', requestCert: true, rejectUnauthorized: false } as const
  return open('https', createTlsServer({ ...timeouts, ...tls, ca, cert, key }))
}

/** Listens on a free port. */
async function open(scheme: 'http' | 'https', server: ReturnType<typeof createServer>): Promise<LoopbackServer> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, loopback, resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The sandbox has no port.')
  const host = `${loopback}:${address.port}`
  return {
    origin: `${scheme}://${host}`,
    serve: (paths, listener) => server.on('request', frontDoor(host, new Set(paths), listener)),
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
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

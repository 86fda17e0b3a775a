import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls'
import { PlainAgent, TlsAgent } from './agents.ts'
import { Connecting } from './connect.ts'
import { completeHeaders } from './request-headers.ts'
import { Sending } from './sending.ts'
import { parseTarget } from './target.ts'
import type { HttpRequest, Transcript, Transport } from './transcript.ts'

export interface TransportConfig {
  /** Milliseconds since 1970; the system's clock when absent. */
  now?: () => number
  /** Certificates (PEM) of authorities trusted besides the runtime's own. */
  ca?: readonly string[]
}

/** The only opener of sockets. `close` ends the idle connections that are kept for reuse. */
export function createTransport({ now = Date.now, ca = [] }: TransportConfig = {}): Transport & { close: () => void } {
  const agents = { plain: new PlainAgent({ keepAlive: true }), tls: new TlsAgent({ keepAlive: true }) }
  let trust: SecureContext | null = null
  // Made once and late: reading all the root certificates takes some milliseconds.
  const secureContext = () =>
    (trust ??= createSecureContext({
      minVersion: 'TLSv1.2',
      ...(ca.length > 0 && { ca: [...rootCertificates, ...ca] }),
    }))

  const send: Transport = async (request, options) => {
    const target = parseTarget(request.url)
    if (target === null) return notHttp(request, now())
    const sent = { ...request, headers: completeHeaders(request, target.url) }
    const wire = {
      agent: target.secure ? agents.tls : agents.plain,
      host: target.host,
      port: target.port,
      method: request.method,
      path: target.url.pathname + target.url.search,
      headers: sent.headers.flat(),
      connecting: new Connecting(target, target.secure ? secureContext() : null),
    }
    return new Sending(sent, target, options, wire, now()).start()
  }
  const close = () => {
    agents.plain.destroy()
    agents.tls.destroy()
  }
  return Object.assign(send, { close })
}

function notHttp(request: HttpRequest, startedAt: number): Transcript {
  return {
    startedAt,
    request,
    response: null,
    failure: {
      code: 'other',
      phase: 'dns',
      host: '',
      port: 0,
      nodeCode: 'ERR_INVALID_URL',
      detail: 'This is not an absolute http or https URL.',
    },
    timings: { dns: null, connect: null, tls: null, send: null, wait: null, download: null, total: 0 },
    connection: null,
    tls: null,
  }
}

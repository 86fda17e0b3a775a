import { connect as openTcp, isIP, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { connect as openTls, type SecureContext } from 'node:tls'
import type { Connection, TlsFacts } from '../../contract/exchange.ts'
import { type Target, serverName } from './target.ts'
import { tlsFacts } from './tls-facts.ts'

/** Milliseconds; null where a phase did not happen. */
interface Durations {
  dns: number | null
  connect: number | null
  tls: number | null
}

/** What stays true of a connection for as long as it is open. */
export interface ConnectionFacts {
  endpoints: Omit<Connection, 'reused'>
  tls: TlsFacts | null
}

const factsBySocket = new WeakMap<Duplex, ConnectionFacts>()

export const factsOf = (socket: Duplex): ConnectionFacts | null => factsBySocket.get(socket) ?? null

type Opened = (error: Error | null, socket: Duplex) => void

/**
 * One attempt to connect. Name lookup, TCP, TLS, and then our own look at the certificates: Node would destroy an
 * untrusted connection before its chain could be shown. `done` is given a socket only when the chain is trusted, so
 * that not one byte of a request reaches a server that is not.
 */
export class Connecting {
  phase: 'dns' | 'connect' | 'tls'
  readonly durations: Durations = { dns: null, connect: null, tls: null }
  tls: TlsFacts | null = null
  readonly #target: Target
  readonly #secureContext: SecureContext | null
  #since = 0
  #socket: Socket | null = null
  #done = false

  /** Without `secureContext` the connection is plain TCP. */
  constructor(target: Target, secureContext: SecureContext | null) {
    this.#target = target
    this.#secureContext = secureContext
    this.phase = isIP(target.host) === 0 ? 'dns' : 'connect'
  }

  open(done: Opened): void {
    const { host, port } = this.#target
    this.#since = performance.now()
    // Node drops an address whose turn is over instead of letting it race on (RFC 8305), so turns are longer than 250 ms.
    const tcp = openTcp({ host, port, noDelay: true, autoSelectFamily: true, autoSelectFamilyAttemptTimeout: 1000 })
    this.#watch(tcp, done)
    tcp.once('lookup', (error) => {
      if (this.phase === 'dns' && !error) this.#enter('connect')
    })
    tcp.once('connect', () => {
      if (this.#secureContext === null) {
        this.#stopClock()
        this.#finish(null, tcp, tcp, done)
      } else {
        this.#enter('tls')
        this.#secure(tcp, this.#secureContext, done)
      }
    })
  }

  #secure(tcp: Socket, secureContext: SecureContext, done: Opened): void {
    const servername = serverName(this.#target.host)
    const socket = openTls({
      socket: tcp,
      host: this.#target.host,
      ...(servername === null ? {} : { servername }),
      ALPNProtocols: ['http/1.1'],
      secureContext,
      rejectUnauthorized: false,
    })
    this.#watch(socket, done)
    socket.once('secureConnect', () => {
      this.#stopClock()
      this.tls = tlsFacts(socket)
      this.#finish(this.tls.trusted ? null : untrusted(this.tls), socket, tcp, done)
    })
  }

  /** Errors and early ends of `socket` until the attempt is over. */
  #watch(socket: Socket, done: Opened): void {
    this.#socket = socket
    socket.on('error', (error) => this.#finish(error, socket, socket, done))
    socket.once('close', () => this.#finish(connectionClosed(), socket, socket, done))
  }

  #finish(error: Error | null, socket: Socket, tcp: Socket, done: Opened): void {
    if (this.#done) return
    this.#done = true
    if (error !== null) {
      this.#stopClock()
      this.#destroy()
    } else {
      const { remoteAddress = null, remotePort = null, localAddress = null, localPort = null } = tcp
      factsBySocket.set(socket, { endpoints: { remoteAddress, remotePort, localAddress, localPort }, tls: this.tls })
    }
    done(error, socket)
  }

  #enter(phase: 'connect' | 'tls'): void {
    this.#stopClock()
    this.phase = phase
  }

  #stopClock(): void {
    const now = performance.now()
    this.durations[this.phase] = now - this.#since
    this.#since = now
  }

  /** Gives up at once; `done` hears of it. Nothing happens when the attempt is over already. */
  cancel(): void {
    if (!this.#done) this.#destroy()
  }

  /** The TLS socket takes its TCP socket along; destroying that one beneath it crashes Node. */
  #destroy(): void {
    this.#socket?.destroy()
  }
}

function untrusted(facts: TlsFacts): Error {
  const [leaf] = facts.chain
  const whose = leaf === undefined ? '' : ` It names ${leaf.subjectAltName ?? leaf.subject}, issued by ${leaf.issuer}.`
  return Object.assign(new Error(`The certificate is not trusted (${facts.problem}); nothing was sent.${whose}`), {
    code: facts.problem,
  })
}

const connectionClosed = () =>
  Object.assign(new Error('The server closed the connection before it was set up.'), { code: 'ECONNRESET' })

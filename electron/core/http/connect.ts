import { X509Certificate } from 'node:crypto'
import { connect as openTcp, isIP, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { connect as openTls, type SecureContext, type TLSSocket } from 'node:tls'
import type { Connection, Phase, TlsFacts } from '../../contract/exchange.ts'
import { CertificateTap } from './client-certificate-tap.ts'
import { ConnectionClosed } from './connection-closed.ts'
import { openTunnel } from '../proxy/proxy-connect.ts'
import { proxyLabel } from '../proxy/proxy-url.ts'
import { serverName, type Target } from './target.ts'
import { tlsFacts, UntrustedCertificate } from './tls-facts.ts'
import type { Network, Proxy } from './transcript.ts'
import type { SecureContexts } from './trust.ts'

/** Milliseconds; null where a phase did not happen. */
interface Durations {
  dns: number | null
  connect: number | null
  proxy: number | null
  tls: number | null
}

/** What stays true of a connection for as long as it is open. */
export interface ConnectionFacts {
  endpoints: Omit<Connection, 'reused'>
  tls: TlsFacts | null
  /** What keeps the process running, no matter what lies on top. */
  tcp: Socket
}

/** How a connection is made: through what, and with what trust. */
export interface Way extends Pick<Network, 'clientCertificate' | 'acceptedCertificate'> {
  proxy: Proxy | null
  contexts: SecureContexts
  /** Milliseconds after which the attempt is given up anyway. */
  limit: number
  onPhase: (phase: Phase) => void
}

const factsBySocket = new WeakMap<Duplex, ConnectionFacts>()

export const factsOf = (socket: Duplex): ConnectionFacts | null => factsBySocket.get(socket) ?? null

type Opened = (error: Error | null, socket: Duplex) => void

/**
 * One attempt to connect. Name lookup, TCP, the proxy, TLS, and then our own look at the certificates: Node would destroy
 * an untrusted connection before its chain could be shown. `done` is given a socket only when the chain is trusted, or
 * its certificate accepted, so that not one byte of a request reaches a server that is not.
 */
export class Connecting {
  phase: keyof Durations
  readonly durations: Durations = { dns: null, connect: null, proxy: null, tls: null }
  tls: TlsFacts | null = null
  readonly #target: Target
  readonly #way: Way
  #since = 0
  #socket: Duplex | null = null
  #tap: CertificateTap | null = null
  #cipher: string | null = null
  #done = false

  constructor(target: Target, way: Way) {
    this.#target = target
    this.#way = way
    this.phase = isIP(this.#first.host) === 0 ? 'dns' : 'connect'
  }

  /** Whom the phase concerns: the proxy until it has passed the connection on, then the target. */
  get place(): { host: string; port: number } {
    const { host, port } = this.phase === 'tls' ? this.#target : this.#first
    return { host, port }
  }

  /** Whether nothing is asked of the target yet, because the proxy comes first. */
  get isBeforeProxy(): boolean {
    return this.#way.proxy !== null && (this.phase === 'dns' || this.phase === 'connect')
  }

  /** Whether the target asked for a client certificate, as far as is known. */
  get asksForCertificate(): boolean {
    return this.#tap?.isAsked(this.#cipher) ?? false
  }

  get #first(): { host: string; port: number } {
    return this.#way.proxy ?? this.#target
  }

  open(done: Opened): void {
    const { host, port } = this.#first
    this.#since = performance.now()
    this.#way.onPhase(this.phase)
    // Node drops an address whose turn is over instead of letting it race on (RFC 8305), so turns are longer than 250 ms.
    const tcp = openTcp({ host, port, noDelay: true, autoSelectFamily: true, autoSelectFamilyAttemptTimeout: 1000 })
    this.#watch(tcp, done)
    tcp.once('lookup', (error) => {
      if (this.phase === 'dns' && !error) this.#enter('connect')
    })
    tcp.once('connect', () => {
      this.#connected(tcp, done).catch((error: unknown) => {
        this.#finish(error instanceof Error ? error : new Error(String(error)), tcp, tcp, done)
      })
    })
  }

  async #connected(tcp: Socket, done: Opened): Promise<void> {
    const passed = await this.#throughProxy(tcp, done)
    if (!this.#target.secure) {
      this.#stopClock()
      this.#finish(null, passed, tcp, done)
      return
    }
    this.#enter('tls')
    const { clientCertificate, acceptedCertificate } = this.#way
    const tap = new CertificateTap(passed)
    this.#tap = tap
    const socket = await this.#secure(tap, this.#target.host, this.#way.contexts.target(), done)
    this.#cipher = socket.getCipher().name
    // The client's last flight is written when this turn has ended.
    await new Promise((resolve) => setImmediate(resolve))
    tap.stopWatching()
    if (this.#done) return
    this.#stopClock()
    const isPresented =
      clientCertificate !== null && tap.isPresented(new X509Certificate(clientCertificate.cert).raw.length)
    this.tls = tlsFacts(socket, isPresented ? clientCertificate : null, acceptedCertificate)
    this.#finish(this.tls.trusted || this.tls.accepted ? null : new UntrustedCertificate(this.tls), socket, tcp, done)
  }

  /** The connection as it reaches the target; a proxy is asked in the request itself for what is not encrypted. */
  async #throughProxy(tcp: Socket, done: Opened): Promise<Socket> {
    const { proxy, contexts, limit } = this.#way
    if (proxy === null) return tcp
    const isHttpProxy = proxy.protocol === 'http' || proxy.protocol === 'https'
    const needsTunnel = this.#target.secure || !isHttpProxy
    if (needsTunnel || proxy.protocol === 'https') this.#enter('proxy')
    let connection = tcp
    if (proxy.protocol === 'https') {
      const secured = await this.#secure(tcp, proxy.host, contexts.proxy(), done)
      const facts = tlsFacts(secured, null, null)
      if (!facts.trusted) {
        this.tls = facts
        throw new UntrustedCertificate(facts)
      }
      connection = secured
    }
    return needsTunnel ? openTunnel(connection, proxy, this.#target, limit) : connection
  }

  #secure(under: Duplex, host: string, secureContext: SecureContext, done: Opened): Promise<TLSSocket> {
    const servername = serverName(host)
    const socket = openTls({
      socket: under,
      host,
      ...(servername === null ? {} : { servername }),
      ALPNProtocols: ['http/1.1'],
      secureContext,
      rejectUnauthorized: false,
    })
    this.#watch(socket, done)
    return new Promise((resolve) => socket.once('secureConnect', () => resolve(socket)))
  }

  /** Errors and early ends of `socket` until the attempt is over. */
  #watch(socket: Socket, done: Opened): void {
    this.#socket = socket
    socket.on('error', (error) => this.#finish(error, socket, socket, done))
    socket.once('close', () => this.#finish(new ConnectionClosed(this.phase), socket, socket, done))
  }

  #finish(error: Error | null, socket: Socket, tcp: Socket, done: Opened): void {
    if (this.#done) return
    this.#done = true
    if (error !== null) {
      this.#stopClock()
      this.#destroy()
    } else {
      const { remoteAddress = null, remotePort = null, localAddress = null, localPort = null } = tcp
      const proxy = this.#way.proxy === null ? null : proxyLabel(this.#way.proxy)
      const endpoints = { proxy, remoteAddress, remotePort, localAddress, localPort }
      factsBySocket.set(socket, { endpoints, tls: this.tls, tcp })
    }
    done(error, socket)
  }

  #enter(phase: keyof Durations): void {
    this.#stopClock()
    this.phase = phase
    if (!this.#done) this.#way.onPhase(phase)
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

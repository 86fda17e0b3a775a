import { createHash } from 'node:crypto'
import http from 'node:http'
import https from 'node:https'
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { type Connecting, factsOf } from './connect.ts'
import type { Network, Proxy } from './transcript.ts'
import { type SecureContexts, secureContextsOf } from './trust.ts'
import { proxyLabel } from '../proxy/proxy-url.ts'

/** The connections of one network, kept for reuse, and what its handshakes need. */
export interface Pool {
  plain: PlainAgent
  tls: TlsAgent
  contexts: SecureContexts
}

/** Networks whose idle connections are kept; those used longest ago are closed first. */
const mostPools = 64

/** A connection is used again only by requests that trust, present and pass through the very same. */
export class Connections {
  readonly #pools = new Map<string, Pool>()

  poolOf(network: Network, proxy: Proxy | null): Pool {
    const name = nameOf(network, proxy)
    const known = this.#pools.get(name)
    const pool = known ?? {
      plain: new PlainAgent({ keepAlive: true }),
      tls: new TlsAgent({ keepAlive: true }),
      contexts: secureContextsOf(network),
    }
    // The newest is last.
    this.#pools.delete(name)
    this.#pools.set(name, pool)
    const [oldest] = this.#pools.keys()
    if (this.#pools.size > mostPools && oldest !== undefined) this.#close(oldest)
    return pool
  }

  close(): void {
    for (const name of this.#pools.keys()) this.#close(name)
  }

  /** Connections in use are left alone; destroying their agent would break them off. */
  #close(name: string): void {
    const pool = this.#pools.get(name)
    this.#pools.delete(name)
    for (const agent of pool === undefined ? [] : [pool.plain, pool.tls]) {
      for (const socket of Object.values(agent.freeSockets).flat()) socket?.destroy()
    }
  }
}

function nameOf({ ca, clientCertificate, acceptedCertificate }: Network, proxy: Proxy | null): string {
  const way = proxy === null ? null : [proxyLabel(proxy), proxy.username, proxy.password]
  const parts = [ca, clientCertificate?.cert, clientCertificate?.key, acceptedCertificate, way]
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
}

/** A request's options, and the attempt that makes its connection when none can be reused. */
export interface ConnectingOptions extends https.RequestOptions {
  connecting: Connecting
}

type Created = (error: Error | null, socket: Duplex) => void

/**
 * How long an idle connection is kept, in ms. Servers close theirs after 5 s and more; being the first to close avoids
 * sending a token request into a connection that is just going away, for it must not be sent twice (RFC 9110 §9.2.2).
 */
const idleLimit = 4000
const margin = 1000

const idleLimits = new WeakMap<Duplex, number>()

/** Notes what a server says in `Keep-Alive: timeout=5`, in seconds. */
export function noteKeepAlive(socket: Duplex, keepAlive: string | string[] | undefined): void {
  const seconds = /(?:^|[,\s])timeout=(\d{1,6})/i.exec(String(keepAlive ?? ''))?.[1]
  idleLimits.set(socket, seconds === undefined ? idleLimit : Math.min(idleLimit, Number(seconds) * 1000 - margin))
}

/** Puts a socket aside; `false` closes it. Node's agent itself destroys an idle socket that times out. */
function keep(socket: Duplex): boolean {
  const limit = idleLimits.get(socket) ?? idleLimit
  if (limit <= 0 || !(socket instanceof Socket)) return false
  factsOf(socket)?.tcp.unref()
  socket.setTimeout(limit)
  return true
}

export class PlainAgent extends http.Agent {
  override createConnection(options: ConnectingOptions, callback?: Created): undefined {
    if (callback !== undefined) options.connecting.open(callback)
  }

  override keepSocketAlive(socket: Duplex): boolean {
    return keep(socket)
  }

  override reuseSocket(socket: Duplex, request: http.ClientRequest): void {
    factsOf(socket)?.tcp.ref()
    super.reuseSocket(socket, request)
  }
}

export class TlsAgent extends https.Agent {
  override createConnection(options: ConnectingOptions, callback?: Created): undefined {
    if (callback !== undefined) options.connecting.open(callback)
  }

  override keepSocketAlive(socket: Duplex): boolean {
    return keep(socket)
  }

  override reuseSocket(socket: Duplex, request: http.ClientRequest): void {
    factsOf(socket)?.tcp.ref()
    super.reuseSocket(socket, request)
  }
}

import { createHash } from 'node:crypto'
import { PlainAgent, TlsAgent } from './agents.ts'
import { proxyLabel } from '../proxy/proxy-url.ts'
import type { Network, Proxy } from './transcript.ts'
import { type SecureContexts, secureContextsOf } from './trust.ts'

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
    // The newest stands last.
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

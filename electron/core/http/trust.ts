import * as tls from 'node:tls'
import type { Network } from './transcript.ts'

/**
 * What a TLS handshake of ours trusts and presents. Reading all the root certificates takes some milliseconds, so this is
 * made once for each network, and late.
 */
export interface SecureContexts {
  /** For targets: with the client certificate, if there is one. */
  target: () => tls.SecureContext
  /** For https proxies, to whom no client certificate is shown. */
  proxy: () => tls.SecureContext
}

export function secureContextsOf({ ca, clientCertificate }: Pick<Network, 'ca' | 'clientCertificate'>): SecureContexts {
  const trust = once(() => authorities(ca))
  const proxy = once(() => tls.createSecureContext({ minVersion: 'TLSv1.2', ...trust() }))
  if (clientCertificate === null) return { target: proxy, proxy }
  const { cert, key } = clientCertificate
  return { target: once(() => tls.createSecureContext({ minVersion: 'TLSv1.2', ...trust(), cert, key })), proxy }
}

/** The runtime's own authorities, the system's (companies install theirs there) and those of the environment. */
function authorities(own: readonly string[]): { ca?: string[] } {
  const system = systemAuthorities()
  return own.length === 0 && system.length === 0
    ? {}
    : { ca: [...new Set([...tls.rootCertificates, ...system, ...own])] }
}

const systemAuthorities = once((): readonly string[] => {
  // Not there before Node 22.15.
  if (typeof tls.getCACertificates !== 'function') return []
  try {
    return tls.getCACertificates('system')
  } catch {
    return []
  }
})

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null
  return () => (made ??= { value: make() }).value
}

import type { DetailedPeerCertificate, PeerCertificate, TLSSocket } from 'node:tls'
import type { Certificate, TlsFacts } from '../../contract/exchange.ts'

const longestChain = 10

export function tlsFacts(socket: TLSSocket): TlsFacts {
  // @types/node says Error; Node puts the error's code there.
  const problem: unknown = socket.authorizationError
  const alpn = socket.alpnProtocol
  return {
    protocol: socket.getProtocol(),
    cipher: socket.getCipher()?.name ?? null,
    alpn: typeof alpn === 'string' ? alpn : null,
    trusted: socket.authorized,
    problem: socket.authorized ? null : typeof problem === 'string' ? problem : 'UNKNOWN',
    chain: chainOf(socket.getPeerCertificate(true)),
  }
}

/** Leaf first; a root is its own issuer, and the walk ends there. */
function chainOf(leaf: DetailedPeerCertificate): Certificate[] {
  const chain: Certificate[] = []
  let next: DetailedPeerCertificate | undefined = leaf
  while (next?.fingerprint256 !== undefined && chain.length < longestChain) {
    if (next.fingerprint256 === chain.at(-1)?.fingerprint256) break
    chain.push(certificate(next))
    next = next.issuerCertificate
  }
  return chain
}

function certificate(from: PeerCertificate): Certificate {
  return {
    subject: distinguishedName(from.subject),
    issuer: distinguishedName(from.issuer),
    subjectAltName: from.subjectaltname ?? null,
    validFrom: Date.parse(from.valid_from) || 0,
    validTo: Date.parse(from.valid_to) || 0,
    serialNumber: from.serialNumber,
    fingerprint256: from.fingerprint256,
  }
}

function distinguishedName(name: PeerCertificate['subject'] | undefined): string {
  return Object.entries(name ?? {})
    .flatMap(([type, value]) => [value ?? []].flat().map((part) => `${type}=${part}`))
    .join(', ')
}

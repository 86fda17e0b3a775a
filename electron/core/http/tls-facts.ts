import type { TLSSocket } from 'node:tls'
import type { TlsFacts } from '../../contract/exchange.ts'
import { chainOf } from './certificate-facts.ts'
import type { FailureEvidence } from './transport-failure.ts'
import type { ClientCertificate } from './transcript.ts'

/** What a handshake established. `accepted` is the fingerprint of a certificate that need not be trusted. */
export function tlsFacts(socket: TLSSocket, presented: ClientCertificate | null, accepted: string | null): TlsFacts {
  // @types/node says Error; Node puts the error's code there.
  const problem: unknown = socket.authorizationError
  const alpn = socket.alpnProtocol
  const chain = chainOf(socket.getPeerCertificate(true), Date.now())
  const isAccepted = !socket.authorized && accepted !== null && chain[0]?.fingerprint256 === accepted
  return {
    protocol: socket.getProtocol(),
    cipher: socket.getCipher()?.name ?? null,
    alpn: typeof alpn === 'string' ? alpn : null,
    trusted: socket.authorized,
    accepted: isAccepted,
    clientCertificate: presented && { subject: presented.subject, fingerprint256: presented.fingerprint256 },
    problem: socket.authorized ? null : typeof problem === 'string' ? problem : 'UNKNOWN',
    chain,
  }
}

/** The chain is not trusted, and so nothing was sent. */
export class UntrustedCertificate extends Error {
  /** Node's code for why. */
  readonly code: string | null
  readonly evidence: FailureEvidence<'tls_other'>

  constructor({ problem, chain: [leaf] }: TlsFacts) {
    super('untrusted')
    this.code = problem
    this.evidence = leaf === undefined ? {} : { names: leaf.subjectAltName ?? leaf.subject, issuer: leaf.issuer }
  }
}

import { createHash, type X509Certificate } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { TLSSocket } from 'node:tls'

/** The certificate that the client proved to hold the key of, trusted or not; undefined over plain HTTP and when it sent none. */
export function clientCertificate({ socket }: Pick<IncomingMessage, 'socket'>): X509Certificate | undefined {
  return socket instanceof TLSSocket ? socket.getPeerX509Certificate() : undefined
}

/** Whether the sandbox's own authority issued it, and it holds today. */
export function isIssuedHere({ socket }: Pick<IncomingMessage, 'socket'>): boolean {
  return socket instanceof TLSSocket && socket.authorized
}

/** `x5t#S256`. @see RFC 8705 §3.1 */
export function thumbprintOf({ raw }: X509Certificate): string {
  return createHash('sha256').update(raw).digest('base64url')
}

import type { TimeLimits } from '../../contract/network-policy.ts'
import type { Connection, Headers, Phase, Sent, Timings, TlsFacts, TransportFailure } from '../../contract/exchange.ts'

/** A request to be sent. What the transport adds (`completeHeaders`), it records. */
export interface HttpRequest {
  method: string
  url: string
  headers: Headers
  body: Uint8Array | null
}

export interface ReceivedResponse {
  status: number
  statusText: string
  httpVersion: string
  headers: Headers
  /** Decoded (unzipped) bytes, cut at the size cap. */
  body: Uint8Array
  /** Bytes of the body as they crossed the network. */
  wireBytes: number
  truncated: boolean
}

/**
 * What happened on the wire, byte for byte, secrets included. It lives in memory only and never leaves core:
 * `redact.ts` makes the `Exchange` of it that is stored and shown.
 */
export interface Transcript {
  /** Milliseconds since 1970. */
  startedAt: number
  /** `headers` as sent, in order, with those the transport added. */
  request: HttpRequest
  sent: Sent
  /** Present with a `failure` when the answer broke off half-way. */
  response: ReceivedResponse | null
  failure: TransportFailure | null
  timings: Timings
  connection: Connection | null
  tls: TlsFacts | null
}

/** A proxy to go through. `host` is an IPv6 literal without brackets; without credentials both strings are empty. */
export interface Proxy {
  protocol: 'http' | 'https' | 'socks4' | 'socks5'
  host: string
  port: number
  username: string
  password: string
}

/** A TLS client certificate with its key, both PEM, the key in clear. */
export interface ClientCertificate {
  cert: string
  key: string
  subject: string
  /** As `X509Certificate.fingerprint256`. */
  fingerprint256: string
}

/** How requests travel. Connections are shared only by requests whose networks are alike. */
export interface Network {
  /** Null goes there directly. Errors are failures of the request. */
  proxyFor: (url: string) => Proxy | null | Promise<Proxy | null>
  /** Certificates (PEM) of authorities trusted besides the runtime's own. */
  ca: readonly string[]
  /** Presented when a server asks for one. */
  clientCertificate: ClientCertificate | null
  /** SHA-256 fingerprint of a server certificate that is accepted though it is not trusted. */
  acceptedCertificate: string | null
}

export const directNetwork: Network = {
  proxyFor: () => null,
  ca: [],
  clientCertificate: null,
  acceptedCertificate: null,
}

export interface SendOptions {
  signal: AbortSignal
  limits: TimeLimits
  network: Network
  /** Decoded bytes of the answer after which reading stops with `too_large`. */
  maxBytes: number
  /** True opens a connection for this request alone, so that each part of the way is seen. */
  fresh?: boolean
  /** Hears of each part of the exchange as it begins, and of its end. */
  onPhase?: (phase: Phase | 'done') => void
  /** Hears of each part of the body as it arrives, unpacked, with the Content-Type of its answer; empty without one. */
  onBody?: (part: Uint8Array, contentType: string) => void
}

/** Sends one request and never throws: a failure is part of the transcript. Redirects are not followed. */
export type Transport = (request: HttpRequest, options: SendOptions) => Promise<Transcript>

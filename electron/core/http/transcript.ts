import type { Connection, Headers, Timings, TlsFacts, TransportFailure } from '../../contract/exchange.ts'

/** A request to be sent. The transport adds Host, Connection, Accept-Encoding and Content-Length, and records them. */
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
  /** Present with a `failure` when the answer broke off half-way. */
  response: ReceivedResponse | null
  failure: TransportFailure | null
  timings: Timings
  connection: Connection | null
  tls: TlsFacts | null
}

/** Time limits in milliseconds: for a connection including TLS, for the first byte of the answer, for its whole. */
export interface TimeLimits {
  connect: number
  firstByte: number
  total: number
}

export interface SendOptions {
  signal: AbortSignal
  limits: TimeLimits
  /** Decoded bytes of the answer after which reading stops with `too_large`. */
  maxBytes: number
}

/** Sends one request and never throws: a failure is part of the transcript. Redirects are not followed. */
export type Transport = (request: HttpRequest, options: SendOptions) => Promise<Transcript>

import { z } from 'zod'
import { authMethodSchema, basicEncodingSchema } from './client-authentication.ts'
import { environmentIdSchema } from './environment.ts'

/** Header fields in the order and case of the wire. */
export const headersSchema = z.array(z.tuple([z.string(), z.string()])).readonly()
export type Headers = z.infer<typeof headersSchema>

export const purposeSchema = z.enum(['discovery', 'jwks', 'token', 'introspection', 'revocation', 'api'])
export type Purpose = z.infer<typeof purposeSchema>

/** A part of an exchange: what a request waits for, or where it failed. */
export const phaseSchema = z.enum(['dns', 'connect', 'proxy', 'tls', 'send', 'wait', 'download'])
export type Phase = z.infer<typeof phaseSchema>

export const failureCodeSchema = z.enum([
  'name_not_found',
  'refused',
  'unreachable',
  'timeout',
  'reset',
  'cancelled',
  'incomplete',
  'too_large',
  'malformed_http',
  'headers_too_large',
  'decompression',
  'tls_expired',
  'tls_not_yet_valid',
  'tls_wrong_host',
  'tls_self_signed',
  'tls_unknown_ca',
  'tls_client_certificate',
  'tls_other',
  'proxy_authentication',
  'proxy_refused',
  'proxy_unknown',
  'socks_too_long',
  'not_http_url',
  'not_encrypted',
  'other',
])
export type FailureCode = z.infer<typeof failureCodeSchema>

/**
 * Why no complete answer came. `nodeCode` is the code of Node or OpenSSL (ECONNREFUSED, CERT_HAS_EXPIRED …); the names of the
 * evidence are in `catalogue/failures.ts`.
 */
export const transportFailureSchema = z.strictObject({
  code: failureCodeSchema,
  phase: phaseSchema,
  host: z.string(),
  port: z.number().int(),
  nodeCode: z.string().nullable(),
  evidence: z.record(z.string(), z.string()),
})
export type TransportFailure = z.infer<typeof transportFailureSchema>

/**
 * Milliseconds spent in each phase; null where the phase did not happen (a reused connection has no DNS). Through a
 * proxy, `dns` and `connect` are those to the proxy, and `proxy` is its handshake (CONNECT or SOCKS, its own TLS included).
 */
export const timingsSchema = z.strictObject({
  dns: z.number().nullable(),
  connect: z.number().nullable(),
  proxy: z.number().nullable(),
  tls: z.number().nullable(),
  send: z.number().nullable(),
  wait: z.number().nullable(),
  download: z.number().nullable(),
  total: z.number(),
})
export type Timings = z.infer<typeof timingsSchema>

/** One certificate of the chain, leaf first. Times are milliseconds since 1970. */
export const certificateSchema = z.strictObject({
  subject: z.string(),
  issuer: z.string(),
  subjectAltName: z.string().nullable(),
  validFrom: z.number(),
  validTo: z.number(),
  serialNumber: z.string(),
  fingerprint256: z.string(),
  /** Such as `RSA 2048` or `EC P-256`; null when the runtime does not say. */
  publicKey: z.string().nullable(),
  /** What is wrong with this certificate by itself; whether the chain is trusted is in `TlsFacts`. */
  problems: z
    .array(z.enum(['expired', 'not_yet_valid', 'weak_key', 'weak_signature', 'no_subject_alt_name']))
    .readonly(),
})
export type Certificate = z.infer<typeof certificateSchema>

export const tlsFactsSchema = z.strictObject({
  protocol: z.string().nullable(),
  cipher: z.string().nullable(),
  alpn: z.string().nullable(),
  trusted: z.boolean(),
  /** True when the chain is not trusted but the environment accepts this very certificate, by its fingerprint. */
  accepted: z.boolean(),
  /** The client certificate that was presented, or null: none was configured, or the server did not ask for one. */
  clientCertificate: z.strictObject({ subject: z.string(), fingerprint256: z.string() }).nullable(),
  /** Node's code for why the chain is not trusted, or null. */
  problem: z.string().nullable(),
  chain: z.array(certificateSchema).readonly(),
})
export type TlsFacts = z.infer<typeof tlsFactsSchema>

export const connectionSchema = z.strictObject({
  reused: z.boolean(),
  /** The proxy that was used, as a URL without credentials, or null. Remote address and port are then the proxy's. */
  proxy: z.string().nullable(),
  remoteAddress: z.string().nullable(),
  remotePort: z.number().nullable(),
  localAddress: z.string().nullable(),
  localPort: z.number().nullable(),
})
export type Connection = z.infer<typeof connectionSchema>

/**
 * A body as text. `text` is the decoded body as UTF-8 (or base64 when it is not text); secrets in it are masked.
 * `wireBytes` counts what crossed the network, `decodedBytes` what it unpacked to.
 */
export const bodySchema = z.strictObject({
  text: z.string(),
  encoding: z.enum(['utf-8', 'base64']),
  wireBytes: z.number().int(),
  decodedBytes: z.number().int(),
  /** True when the body was cut: by the size cap, or because the connection ended early. */
  truncated: z.boolean(),
  /** The charset that the text was decoded from, as the header field names it, where it is another than UTF-8. */
  charset: z.string().exactOptional(),
  /** Present when `text` is only the beginning of a large body; `decodedBytes` counts all of it. */
  isHead: z.literal(true).exactOptional(),
})
export type Body = z.infer<typeof bodySchema>

export const exchangeRequestSchema = z.strictObject({
  method: z.string(),
  url: z.string(),
  headers: headersSchema,
  body: bodySchema.nullable(),
  /** How the client authenticated, when it did; says what a masked header holds. */
  clientAuthentication: z
    .strictObject({ method: authMethodSchema, basicEncoding: basicEncodingSchema, client_id: z.string() })
    .nullable(),
})
export type ExchangeRequest = z.infer<typeof exchangeRequestSchema>

export const exchangeResponseSchema = z.strictObject({
  status: z.number().int(),
  statusText: z.string(),
  httpVersion: z.string(),
  headers: headersSchema,
  body: bodySchema,
})
export type ExchangeResponse = z.infer<typeof exchangeResponseSchema>

/** Whether the request was written to the connection: not one byte, some of it at most, or all. */
export const sentSchema = z.enum(['no', 'partly', 'yes'])
export type Sent = z.infer<typeof sentSchema>

/** One HTTP request with its answer or failure, secrets and tokens masked. Every screen, test and export reads this. */
export const exchangeSchema = z.strictObject({
  id: z.string(),
  /**
   * What all exchanges of one call have in common: a new token and the API call that carries it. A request that two calls
   * share is of the flow of the first.
   */
  flowId: z.string(),
  environmentId: environmentIdSchema.nullable(),
  purpose: purposeSchema,
  /** Milliseconds since 1970. */
  startedAt: z.number(),
  request: exchangeRequestSchema,
  /** Absent in exchanges that were recorded before it was noted: `sentOf` knows it then. */
  sent: sentSchema.optional(),
  response: exchangeResponseSchema.nullable(),
  failure: transportFailureSchema.nullable(),
  timings: timingsSchema,
  connection: connectionSchema.nullable(),
  tls: tlsFactsSchema.nullable(),
  /** Milliseconds by which the server's clock is ahead of this computer's, by the `Date` header; null without one. */
  clockOffset: z.number().nullable(),
  /** The exchange whose redirect led here, or null. */
  redirectedFrom: z.string().nullable(),
  /** The exchange whose DPoP nonce this one answers, or null. @see RFC 9449 §8 */
  retryOf: z.string().nullable(),
  /**
   * The exchange that led to this one otherwise, or null: the one that issued the token which this one
   * carries, the address that had no metadata, the signed answer whose keys are fetched.
   */
  causedBy: z.string().nullable(),
  /** The saved call that it answers, or the one that it becomes; absent of every other request, and of redirects on the way. */
  callId: z.string().exactOptional(),
  /** A watch made it, and no person. */
  isOfWatch: z.literal(true).exactOptional(),
  /** A probe of a review made it: it says nothing of how the environment is used. */
  isOfProbe: z.literal(true).exactOptional(),
})
export type Exchange = z.infer<typeof exchangeSchema>

/** An exchange as a list shows it. */
export const exchangeSummarySchema = z.strictObject({
  id: z.string(),
  environmentId: environmentIdSchema.nullable(),
  purpose: purposeSchema,
  startedAt: z.number(),
  method: z.string(),
  url: z.string(),
  status: z.number().int().nullable(),
  failure: transportFailureSchema.shape.code.nullable(),
  totalMs: z.number(),
  /** Decoded bytes of the body; absent without an answer, and in what was recorded before it was noted. */
  bodyBytes: z.number().int().exactOptional(),
  isOfProbe: z.literal(true).exactOptional(),
})
export type ExchangeSummary = z.infer<typeof exchangeSummarySchema>

import { ProxyRefusal, SocksTooLong } from '../proxy/proxy-refusal.ts'
import { ConnectionClosed } from './connection-closed.ts'
import type { Phase, TransportFailure } from '../../contract/exchange.ts'
import { UntrustedCertificate } from './tls-facts.ts'

type Code = TransportFailure['code']

const codes: Readonly<Record<string, Code>> = {
  ENOTFOUND: 'name_not_found',
  ENODATA: 'name_not_found',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ENETDOWN: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  ETIMEDOUT: 'timeout',
  ECONNRESET: 'reset',
  ECONNABORTED: 'reset',
  EPIPE: 'reset',
  CERT_HAS_EXPIRED: 'tls_expired',
  CERT_NOT_YET_VALID: 'tls_not_yet_valid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'tls_wrong_host',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls_self_signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls_unknown_ca',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls_unknown_ca',
  UNABLE_TO_GET_ISSUER_CERT: 'tls_unknown_ca',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls_unknown_ca',
  CERT_UNTRUSTED: 'tls_unknown_ca',
  PROXY_AUTHENTICATION: 'proxy_authentication',
  PROXY_REFUSED: 'proxy_refused',
  SOCKS_TOO_LONG: 'socks_too_long',
}

/** The failure that an error of Node or OpenSSL means, in the phase in which it came. */
export function failureOf(error: Error, phase: Phase, place: { host: string; port: number }): TransportFailure {
  const nodeCode = codeOf(error)
  const isAboutTls = phase === 'tls' || error instanceof UntrustedCertificate
  const code = mapped(nodeCode, isAboutTls, error.message)
  return { code, phase, ...place, nodeCode, evidence: evidenceOf(error) }
}

/**
 * The same of a server that asked for a client certificate and then answered nothing. What it thinks of the certificate
 * it says in an alert, which a reset may hide (TLS 1.3), which may mean anything (TLS 1.2), or not at all.
 * @see RFC 8446 §4.4.2.4, RFC 5246 §7.4.6
 */
export function failureAfterAsking(failure: TransportFailure): TransportFailure {
  const isVague = failure.code === 'reset' || failure.nodeCode?.endsWith('_ALERT_HANDSHAKE_FAILURE') === true
  if (!isVague) return failure
  return { ...failure, code: 'tls_client_certificate', evidence: { ...failure.evidence, asked: 'yes' } }
}

/** When every address of a name failed, Node throws them together; the first speaks for them. */
export function codeOf(error: Error): string | null {
  if ('code' in error && typeof error.code === 'string') return error.code
  const first: unknown = error instanceof AggregateError ? error.errors[0] : null
  return first instanceof Error ? codeOf(first) : null
}

function mapped(nodeCode: string | null, isAboutTls: boolean, message: string): Code {
  const known = nodeCode === null ? undefined : codes[nodeCode]
  if (known !== undefined) return known
  if (nodeCode?.startsWith('EAI_') === true) return 'name_not_found'
  if (nodeCode === 'HPE_HEADER_OVERFLOW') return 'headers_too_large'
  if (nodeCode?.startsWith('HPE_') === true) return 'malformed_http'
  if (aboutClientCertificate.test(reasonOf(message) ?? '')) return 'tls_client_certificate'
  if (isAboutTls || nodeCode?.startsWith('ERR_SSL_') === true || nodeCode === 'EPROTO') return 'tls_other'
  return 'other'
}

/**
 * Alerts of the server about the certificate of the client. Where writing fails, Node's code is EPROTO, and the alert
 * is only in the message.
 * @see RFC 8446 §6.2
 */
const aboutClientCertificate =
  /certificate required$|alert (?:bad|unsupported|no) certificate$|alert certificate (?:expired|revoked|unknown)$|alert (?:unknown ca|access denied)$/

function evidenceOf(error: Error): TransportFailure['evidence'] {
  if (error instanceof UntrustedCertificate || error instanceof ConnectionClosed) return error.evidence
  if (error instanceof ProxyRefusal || error instanceof SocksTooLong) return error.evidence
  const messages = error instanceof AggregateError ? error.errors.map(String).join('; ') : error.message
  return { words: reasonOf(messages) ?? messages, ...(beginsLikeTls(error) && { reason: 'tls' }) }
}

/** What Node's parser took for HTTP is a record of TLS: an alert, or a handshake. @see RFC 8446 §5.1 */
function beginsLikeTls(error: Error): boolean {
  const bytes: unknown = 'rawPacket' in error ? error.rawPacket : null
  return bytes instanceof Uint8Array && (bytes[0] === 0x15 || bytes[0] === 0x16) && bytes[1] === 3
}

/** OpenSSL's reason is between colons: `…:SSL routines:ssl3_get_record:wrong version number:…`; BoringSSL's is in capitals. */
const reasonOf = (message: string) =>
  /:SSL routines:[^:]*:([^:]+)/.exec(message)?.[1]?.toLowerCase().replaceAll('_', ' ') ?? null

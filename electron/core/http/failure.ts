import type { Phase, TransportFailure } from '../../contract/exchange.ts'

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
}

/** The failure that an error of Node or OpenSSL means, in the phase in which it came. */
export function failureOf(error: Error, phase: Phase, host: string, port: number): TransportFailure {
  const nodeCode = codeOf(error)
  return { code: mapped(nodeCode, phase), phase, host, port, nodeCode, detail: detailOf(error) }
}

/** When every address of a name failed, Node throws them together; the first speaks for them. */
export function codeOf(error: Error): string | null {
  if ('code' in error && typeof error.code === 'string') return error.code
  const first: unknown = error instanceof AggregateError ? error.errors[0] : null
  return first instanceof Error ? codeOf(first) : null
}

function mapped(nodeCode: string | null, phase: Phase): Code {
  const known = nodeCode === null ? undefined : codes[nodeCode]
  if (known !== undefined) return known
  if (nodeCode?.startsWith('EAI_') === true) return 'name_not_found'
  if (nodeCode?.startsWith('HPE_') === true) return 'malformed_http'
  if (phase === 'tls' || nodeCode?.startsWith('ERR_SSL_') === true || nodeCode === 'EPROTO') return 'tls_other'
  return 'other'
}

/** OpenSSL's reason stands between colons: `…:SSL routines:ssl3_get_record:wrong version number:…`. */
function detailOf(error: Error): string {
  const messages = error instanceof AggregateError ? error.errors.map(String).join('; ') : error.message
  const reason = /:SSL routines:[^:]*:([^:]+)/.exec(messages)?.[1]
  if (reason === undefined) return messages
  const plain = reason.toLowerCase().replaceAll('_', ' ')
  return plain === 'wrong version number' ? 'wrong version number: what answers there does not speak TLS' : plain
}

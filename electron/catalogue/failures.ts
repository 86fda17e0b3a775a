import type { FailureCode } from '../contract/exchange.ts'
import type { EvidenceNames } from './evidence.ts'

/**
 * What Node or OpenSSL said in its own words, or a version that had sentences there; `proxy` is `yes` where it was the proxy
 * that was being reached.
 */
const connecting = { evidence: [], optional: ['words', 'proxy'] } as const

/** Whom an untrusted certificate names, and who issued it; `asked` is `yes` where the server had asked for a client certificate. */
const tls = { evidence: [], optional: ['words', 'proxy', 'names', 'issuer', 'asked'] } as const

/** What a proxy answered: an HTTP status, and the authentication that it wants; or how SOCKS ended. */
const proxy = { evidence: ['reason'], optional: ['status', 'statusText', 'wants', 'words'] } as const

/** The evidence of every failure of the transport. Limits are milliseconds or bytes. */
export const failures = {
  name_not_found: connecting,
  refused: connecting,
  unreachable: connecting,
  timeout: { evidence: [], optional: ['words', 'proxy', 'what', 'limit'] },
  reset: { evidence: [], optional: ['words', 'proxy', 'at', 'by', 'reused'] },
  cancelled: { evidence: [] },
  incomplete: { evidence: ['received'], optional: ['announced', 'words'] },
  too_large: { evidence: ['limit'], optional: ['words'] },
  malformed_http: { evidence: [], optional: ['words', 'proxy', 'reason'] },
  headers_too_large: connecting,
  decompression: { evidence: ['reason'], optional: ['words'] },
  tls_expired: tls,
  tls_not_yet_valid: tls,
  tls_wrong_host: tls,
  tls_self_signed: tls,
  tls_unknown_ca: tls,
  tls_client_certificate: tls,
  tls_other: tls,
  proxy_authentication: proxy,
  proxy_refused: proxy,
  proxy_unknown: { evidence: [], optional: ['url', 'words'] },
  socks_too_long: { evidence: ['most'] },
  not_http_url: { evidence: [] },
  not_encrypted: { evidence: [] },
  other: connecting,
} as const satisfies Readonly<Record<FailureCode, EvidenceNames>>

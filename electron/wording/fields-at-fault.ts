import type { TransportFailure } from '../contract/exchange.ts'
import type { Finding } from '../contract/finding.ts'

/** The fields that a finding is about: the one that it would change, then those that it points at, first the one it names. */
export function fieldsOfFinding({ change, pointers, evidence }: Finding): string[] {
  const fields = pointers.flatMap((pointer) => (pointer.kind === 'field' ? [pointer.field] : []))
  const named = fields.filter((field) => field === evidence['parameter'])
  return [...(change === undefined ? [] : [change.field]), ...named, ...fields]
}

/** Those of several findings, errors first; none where errors name none, because what is only noticed did not cause them. */
export function fieldsOfFindings(findings: readonly Finding[]): string[] {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const fields = errors.flatMap(fieldsOfFinding)
  if (errors.length > 0 && fields.length === 0) return []
  return [...fields, ...findings.filter(({ severity }) => severity !== 'error').flatMap(fieldsOfFinding)]
}

/** The fields that decide whether a server is reached and trusted; `endpoint` is the one that the request went to. */
export function fieldsOfFailure({ code, evidence }: TransportFailure, endpoint: string): string[] {
  if (evidence?.['proxy'] === 'yes') return ['network.proxy.url', 'network.proxy.mode']
  switch (code) {
    case 'name_not_found':
    case 'refused':
    case 'unreachable':
    case 'reset':
    case 'malformed_http':
    case 'not_http_url':
    case 'not_encrypted':
    case 'tls_other':
      return [endpoint]
    case 'timeout':
      return [endpoint, 'network.timeLimits.total']
    case 'tls_self_signed':
    case 'tls_unknown_ca':
    case 'tls_expired':
    case 'tls_not_yet_valid':
      return ['network.ca']
    case 'tls_wrong_host':
      return [endpoint]
    case 'tls_client_certificate':
      return ['network.clientCertificate.certificate']
    case 'proxy_authentication':
    case 'proxy_refused':
    case 'proxy_unknown':
    case 'socks_too_long':
      return ['network.proxy.url', 'network.proxy.mode']
    case 'cancelled':
    case 'incomplete':
    case 'too_large':
    case 'headers_too_large':
    case 'decompression':
    case 'other':
      return []
  }
}

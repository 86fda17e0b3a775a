import type { Exchange, FailureCode } from '../../contract/exchange.ts'
import type { Conclusion } from '../../contract/history.ts'
import type { ConcludedExchange } from '../core-context.ts'
import type { AnswerFacts } from './facts.ts'

/** Failures of this computer or its settings: they are no outage. */
const own: ReadonlySet<FailureCode> = new Set([
  'cancelled',
  'too_large',
  'headers_too_large',
  'tls_client_certificate',
  'proxy_authentication',
  'proxy_unknown',
  'socks_too_long',
  'not_http_url',
  'not_encrypted',
])
/** Those in which nobody answered: this computer may be offline. */
const unanswered: ReadonlySet<FailureCode> = new Set([
  'name_not_found',
  'unreachable',
  'timeout',
  'proxy_refused',
  'other',
])

/** Whether an exchange went well, or failed by the server or the network. What is one's own says nothing of either. */
export function answerOf(
  { purpose, response, failure }: Exchange,
  { outcome }: Pick<Conclusion, 'outcome'>,
  environment: Pick<ConcludedExchange['environment'], 'value' | 'secretVersions'>,
): AnswerFacts {
  if (failure !== null) {
    if (own.has(failure.code)) return { kind: 'unknown' }
    return { kind: 'failure', code: failure.code, isReached: !unanswered.has(failure.code) }
  }
  const status = response?.status ?? 0
  // 501 and 505 are about the request.
  if (status >= 500 && status !== 501 && status !== 505) {
    return { kind: 'failure', code: `status_${status}`, isReached: true }
  }
  if (purpose === 'api') return { kind: status >= 200 && status < 300 ? 'good' : 'alive' }
  if (outcome === 'nonconformant') return { kind: 'failure', code: 'nonconformant', isReached: true }
  if (outcome !== 'refused') return { kind: 'good' }
  const isOwn = purpose !== 'token' || status === 429 || !isCredentialKnown(environment)
  return isOwn ? { kind: 'alive' } : { kind: 'failure', code: 'refused', isReached: true }
}

/**
 * Whether the credential is known to be the one of before: `secretVersions` tells those in memory and in storage apart. One that is
 * asked for, or lies outside, may be another each time.
 */
function isCredentialKnown({
  value,
  secretVersions,
}: Pick<ConcludedExchange['environment'], 'value' | 'secretVersions'>): boolean {
  const isKnown = (version: string | undefined) => version !== undefined && !version.startsWith('{')
  switch (value.token_endpoint_auth_method) {
    case 'client_secret_basic':
    case 'client_secret_post':
    case 'client_secret_jwt':
      return isKnown(secretVersions.client_secret)
    case 'private_key_jwt':
      return isKnown(secretVersions.private_key)
    case 'none':
      return true
    default:
      return false
  }
}

import type { Finding } from '../../../contract/finding.ts'
import type { InactiveFacts } from './facts.ts'

/** A server need not say why, and some reasons nobody can see from here. @see RFC 7662 §2.2 */
export function unexplained({ isJwt }: InactiveFacts): Finding {
  const evidence = { token: isJwt ? 'JWT' : 'opaque' }
  return { code: 'inactive_unexplained', severity: 'warning', section: 'RFC 7662 §2.2', evidence }
}

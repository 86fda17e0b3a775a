import type { Finding } from '../../../contract/finding.ts'
import type { InactiveFacts } from './facts.ts'
import { finding } from '../../finding.ts'

/** A server need not say why, and some reasons nobody can see from here. @see RFC 7662 §2.2 */
export function unexplained({ isJwt }: InactiveFacts): Finding {
  const evidence = { token: isJwt ? 'JWT' : 'opaque' }
  return finding('inactive_unexplained', evidence)
}

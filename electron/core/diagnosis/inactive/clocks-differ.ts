import type { Finding } from '../../../contract/finding.ts'
import { type InactiveFacts, secondsFrom } from './facts.ts'
import { finding } from '../../finding.ts'

/** Milliseconds by which clocks may differ before it can matter. */
const tolerance = 60_000

/** One of the clocks may call a token too young or ended that is within its times by the other. @see RFC 7519 §4.1.4, §4.1.5 */
export function clocksDiffer({ clockOffset, now, issuedAt, expiresAt }: InactiveFacts): Finding | null {
  const difference = Math.abs(clockOffset)
  if (difference <= tolerance) return null
  const isYoung = issuedAt !== null && now - issuedAt <= difference
  const isNearItsEnd = expiresAt !== null && expiresAt - now <= difference
  if (!isYoung && !isNearItsEnd) return null
  const evidence = {
    seconds: secondsFrom(0, difference),
    server: clockOffset > 0 ? 'ahead' : 'behind',
    token: isYoung ? 'young' : 'ending',
  }
  return finding('inactive_clocks_differ', evidence)
}

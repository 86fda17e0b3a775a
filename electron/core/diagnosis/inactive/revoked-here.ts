import type { Finding } from '../../../contract/finding.ts'
import { utc } from '../../../common/utc.ts'
import { type InactiveFacts, secondsFrom } from './facts.ts'
import { finding } from '../../finding.ts'

/** @see RFC 7009 §2: the server accepted the revocation */
export function revokedHere({ revokedAt, now }: InactiveFacts): Finding | null {
  if (revokedAt === null) return null
  const evidence = { secondsAgo: secondsFrom(revokedAt, now), at: utc(revokedAt) }
  return finding('inactive_revoked_here', evidence)
}

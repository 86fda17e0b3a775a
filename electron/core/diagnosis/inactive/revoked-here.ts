import type { Finding } from '../../../contract/finding.ts'
import { utc } from '../../utc.ts'
import { type InactiveFacts, secondsFrom } from './facts.ts'

/** @see RFC 7009 §2: the server accepted the revocation */
export function revokedHere({ revokedAt, now }: InactiveFacts): Finding | null {
  if (revokedAt === null) return null
  const evidence = { secondsAgo: secondsFrom(revokedAt, now), at: utc(revokedAt) }
  return { code: 'inactive_revoked_here', severity: 'info', section: 'RFC 7662 §2.2', evidence }
}

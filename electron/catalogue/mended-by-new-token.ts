import type { Finding, FindingCode } from '../contract/finding.ts'

/** What is over once a new token is requested with the same settings. */
const mended: ReadonlySet<FindingCode> = new Set([
  'token_expired',
  'expired_token_refused',
  'inactive_expired',
  'token_revoked',
  'revoked_token_refused',
  'inactive_revoked_here',
])

export const isMendedByNewToken = ({ code }: Pick<Finding, 'code'>): boolean => mended.has(code)

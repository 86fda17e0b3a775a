import type { Finding } from '../contract/finding.ts'

/** Whether the token had expired when it was turned away: after a revocation that proves nothing. */
export const isOfExpired = (findings: readonly Finding[]): boolean =>
  findings.some(({ code }) => code === 'expired_token_refused' || code === 'inactive_expired')

import type { Finding } from '../../contract/finding.ts'
import type { TokenOutcome } from '../../contract/outcome.ts'
import { finding } from '../finding.ts'

/** Why a call that was refused with 401 was not sent again: no token was issued, or (null) the same one. */
export function failedRenewal(outcome: TokenOutcome | null): Finding {
  const reason = outcome === null ? 'same_token' : outcome.kind
  return finding('token_renewal_failed', { reason, ...(outcome?.kind === 'refused' && { error: outcome.error.error }) })
}

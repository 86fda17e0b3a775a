import type { TokenOutcome } from '../../contract/outcome.ts'
import type { Verification } from '../../contract/verification.ts'
import { tokenFingerprint } from '../token/token-fingerprint.ts'
import type { Ports } from '../ports.ts'
import type { SessionToken } from '../session.ts'
import { type AuditDeps, recordSoon } from './record.ts'

type Deps = AuditDeps & Pick<Ports, 'notify'> & { workspace: Pick<Ports['workspace'], 'unrecorded'> }

/**
 * Records what a token endpoint answered: an outcome that may leave core. Of an environment that is not recorded, nothing is;
 * what is done with secrets is recorded of every one.
 */
export function recordTokenRequest(
  deps: Deps,
  { id, method }: { id: string | null; method: string },
  outcome: TokenOutcome,
  token: Pick<SessionToken, 'accessToken' | 'mask'> | null,
): void {
  if (id === null || deps.workspace.unrecorded.has(id)) return
  if (outcome.kind === 'issued' && token !== null) {
    const { scopeGranted, expires_in } = outcome.token
    recordSoon(deps, 'token_issued', id, {
      token: tokenFingerprint(token.accessToken),
      method,
      ...(scopeGranted !== null && scopeGranted !== '' && { scope: token.mask(scopeGranted) }),
      ...(expires_in !== null && { expires_in }),
    })
  }
  if (outcome.kind === 'refused') {
    recordSoon(deps, 'token_refused', id, { error: outcome.error.error, status: String(outcome.status), method })
  }
}

/** Records a check of an environment's token that failed. */
export function recordVerification(deps: Deps, id: string | null, { checks, verdict }: Verification): void {
  const failed = checks.flatMap(({ name, result }) => (result === 'failed' ? [name] : []))
  if (id === null || failed.length === 0 || deps.workspace.unrecorded.has(id)) return
  recordSoon(deps, 'check_failed', id, { checks: failed.join(', '), verdict })
}
